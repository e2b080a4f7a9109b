package com.crmres.server.assistant.mode;

import com.crmres.server.assistant.Dialogue;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.TurnTaking;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.Carts;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// A house in which a conversation is only played: everything is as in the real one, but for its
/// clock, its keys, and that nothing leaves it.
///
/// @param conversations whose channel sends nothing, and where nobody's turn begins by itself
/// @param dialogue at the real desk
public record Stage(Conversations conversations, Dialogue dialogue, Carts carts) {

  /// Whose turn it is, is the play's.
  public static final TurnTaking NOBODYS_TURN = new NobodysTurn();

  /// Where messages would leave, there is nothing.
  public static final Channel NO_CHANNEL = new NoChannel();

  /// Builds one.
  @FunctionalInterface
  public interface Building {
    Stage stage(Clock clock, Ids ids);
  }

  private static final class NoChannel implements Channel {
    @Override
    public void queue(Transaction transaction, OutgoingMessage message) {
      // Nobody is there to hear it.
    }
  }

  private static final class NobodysTurn implements TurnTaking {
    @Override
    public void customerWrote(
        Transaction transaction, UUID restaurantId, UUID conversationId, long place, Instant at) {
      // The play goes on by itself.
    }

    @Override
    public boolean hasAnswered(
        Transaction transaction, UUID restaurantId, UUID conversationId, long place) {
      return false;
    }

    @Override
    public void settled(
        Transaction transaction, UUID restaurantId, UUID conversationId, long sequence) {
      // People have no part in it.
    }

    @Override
    public void silence(Transaction transaction, UUID restaurantId, UUID conversationId) {
      // People have no part in it.
    }
  }
}
