package com.crmres.server.assistant;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.menu.Menu;
import com.crmres.server.ordering.cart.Cart;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything a mind needs to know to read what the customer has said since the last answer; every
/// mind is given the same.
///
/// @param said the customer's messages, oldest first
/// @param menu of the cart's branch, or of the restaurant's first one
/// @param cart what the customer has put together so far
/// @param pending what we asked last; null if nothing is open
/// @param language the customer's language so far; null at the first turn
/// @param misses how many turns in a row were not understood
/// @param branches those the customer may name
/// @param house for whom the assistant speaks
/// @param past what went before
public record Turn(
    UUID conversationId,
    List<Said> said,
    Menu menu,
    Cart cart,
    @Nullable PendingQuestion pending,
    @Nullable Language language,
    int misses,
    List<BranchName> branches,
    House house,
    Past past) {

  public Turn {
    said = List.copyOf(said);
    branches = List.copyOf(branches);
  }

  /// The same turn, had only this been said.
  public Turn saying(List<Said> other) {
    return new Turn(
        conversationId, other, menu, cart, pending, language, misses, branches, house, past);
  }

  /// The same turn, were this in the cart and nothing asked.
  public Turn withUnasked(Cart other) {
    return new Turn(
        conversationId, said, menu, other, null, language, misses, branches, house, past);
  }

  /// One message of the customer.
  ///
  /// @param corrects what an edit of it changes; null if it is answered for the first time
  public record Said(UUID messageId, MessageContent content, @Nullable Correction corrects) {

    /// A message that is answered for the first time.
    public Said(UUID messageId, MessageContent content) {
      this(messageId, content, null);
    }
  }

  /// What an edited message said when it was answered, and when it was written.
  public record Correction(MessageContent before, Instant saidAt) {}

  /// A branch by the names people use for it.
  public record BranchName(UUID id, List<String> names) {
    public BranchName {
      names = List.copyOf(names);
    }
  }
}
