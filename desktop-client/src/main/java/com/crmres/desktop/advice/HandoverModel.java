package com.crmres.desktop.advice;

import com.crmres.common.assistant.Handover;
import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.desktop.connection.AdviceApi;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// What the assistant says when it hands the open conversation to people.
public final class HandoverModel {

  /// What makes another handover of it.
  private record Occasion(UUID conversationId, EscalationReason reason) {}

  private final AdviceApi api;
  private final Calls calls;
  private final ReadOnlyObjectWrapper<@Nullable Handover> handover = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private final BooleanProperty folded = new SimpleBooleanProperty();
  private @Nullable Occasion occasion;
  private int question;

  HandoverModel(AdviceApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
  }

  public ReadOnlyObjectProperty<@Nullable Handover> handover() {
    return handover.getReadOnlyProperty();
  }

  /// Empty while the conversation was not handed over.
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// Whether only its first line is shown.
  public BooleanProperty folded() {
    return folded;
  }

  void follow(@Nullable ConversationSummary conversation) {
    Occasion wanted = occasion(conversation);
    if (wanted == null) {
      close();
    } else if (!wanted.equals(occasion)) {
      occasion = wanted;
      folded.set(false);
      handover.set(null);
      reload();
    }
  }

  private static @Nullable Occasion occasion(@Nullable ConversationSummary conversation) {
    if (conversation == null
        || conversation.answerer() != Answerer.STAFF
        || conversation.status() == ConversationStatus.RESOLVED) {
      return null;
    }
    EscalationReason reason = conversation.reason();
    return reason == null ? null : new Occasion(conversation.id(), reason);
  }

  private void close() {
    question++;
    occasion = null;
    handover.set(null);
    state.set(ListState.EMPTY);
  }

  public void reload() {
    Occasion asked = occasion;
    if (asked == null) {
      return;
    }
    int mine = ++question;
    if (handover.get() == null) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> api.handover(asked.conversationId()),
        found -> came(mine, found),
        why -> failed(mine));
  }

  private void came(int mine, Optional<Handover> found) {
    if (mine == question) {
      handover.set(found.orElse(null));
      state.set(found.isPresent() ? ListState.READY : ListState.EMPTY);
    }
  }

  private void failed(int mine) {
    if (mine == question && handover.get() == null) {
      state.set(ListState.FAILED);
    }
  }
}
