package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Brings messages to the server, one at a time.
final class Delivery {

  private final ServerApi api;
  private final Calls calls;
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();

  Delivery(ServerApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
  }

  /// Whether something is on its way now.
  ReadOnlyBooleanProperty underWay() {
    return underWay.getReadOnlyProperty();
  }

  void began() {
    underWay.set(true);
  }

  void ended() {
    underWay.set(false);
  }

  void bring(Held one, Consumer<MessageDetails> came, Consumer<ServerFailure> failed) {
    began();
    calls.ask(
        () -> now(one),
        message -> {
          ended();
          came.accept(message);
        },
        why -> {
          ended();
          failed.accept(why);
        });
  }

  /// Takes over first if nobody of us has the conversation, so that there is one voice. Blocks.
  MessageDetails now(Held one) {
    if (one.alone()) {
      takeOver(one.conversationId());
    }
    return one.outgoing().send(api, one.conversationId());
  }

  /// Without network the words take it over when they arrive.
  private void takeOver(UUID id) {
    try {
      var _ = api.takeOver(id);
    } catch (ServerFailure why) {
      if (why.kind() != ServerFailure.Kind.UNREACHABLE) {
        throw why;
      }
    }
  }
}
