package com.crmres.desktop.cart;

import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerFailure;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is being done to the cart of a conversation, one step after the other, and what came of it.
final class CartSteps {

  /// Asks the server for a step; called in the background.
  interface Step<T> {
    T of(UUID conversationId);
  }

  private final Calls calls;
  private final Runnable lookAgain;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CartOutcome> outcome =
      new ReadOnlyObjectWrapper<>(new CartOutcome.Nothing());
  private @Nullable UUID conversationId;

  /// @param lookAgain asks for the cart as it is now
  CartSteps(Calls calls, Runnable lookAgain) {
    this.calls = calls;
    this.lookAgain = lookAgain;
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<CartOutcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /// Goes on with the cart of another conversation.
  void of(@Nullable UUID conversation) {
    conversationId = conversation;
    busy.set(false);
    failure.set(null);
    outcome.set(new CartOutcome.Nothing());
  }

  void cameTo(CartOutcome what) {
    outcome.set(what);
  }

  /// Asks for a step, unless another is under way; an answer that comes after another conversation
  /// was opened is not shown.
  ///
  /// @return whether it was asked for
  <T> boolean ask(Step<T> step, Consumer<T> done) {
    UUID open = conversationId;
    if (open == null || busy.get()) {
      return false;
    }
    busy.set(true);
    failure.set(null);
    outcome.set(new CartOutcome.Nothing());
    calls.ask(
        () -> step.of(open),
        answer -> {
          if (open.equals(conversationId)) {
            busy.set(false);
            done.accept(answer);
          }
        },
        why -> {
          if (open.equals(conversationId)) {
            busy.set(false);
            failure.set(why);
            // It may have come through all the same, or somebody was faster: the server knows.
            lookAgain.run();
          }
        });
    return true;
  }
}
