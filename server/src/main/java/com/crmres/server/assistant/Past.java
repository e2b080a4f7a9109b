package com.crmres.server.assistant;

import com.crmres.common.assistant.Preference;
import com.crmres.common.conversation.Sender;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What went before a turn: the conversation of the last seven days, and what is remembered of the
/// customer.
///
/// @param conversation the latest messages of all sides, oldest first
/// @param summary of what came before those; null if nothing did
/// @param orders placed by him, newest first
/// @param usual what he orders most; null if he has no habit yet
/// @param preferences that have not expired; allergies only with his consent
public record Past(
    List<Earlier> conversation,
    @Nullable String summary,
    List<PastOrder> orders,
    @Nullable PastOrder usual,
    List<Preference> preferences,
    FormOfAddress address) {

  /// Of a customer of whom nothing is known.
  public static final Past NONE =
      new Past(List.of(), null, List.of(), null, List.of(), FormOfAddress.UNKNOWN);

  public Past {
    conversation = List.copyOf(conversation);
    orders = List.copyOf(orders);
    preferences = List.copyOf(preferences);
  }

  /// Something said before, by whomever.
  public record Earlier(Sender sender, String text, Instant at) {}

  /// An order placed before, as far as the menu still has it.
  public record PastOrder(UUID orderId, Instant at, List<Line> lines) {
    public PastOrder {
      lines = List.copyOf(lines);
    }

    /// One line of it.
    public record Line(UUID itemId, int quantity, List<UUID> optionIds) {
      public Line {
        optionIds = List.copyOf(optionIds);
      }
    }
  }

  /// How a customer speaks of himself, so that he is spoken to alike.
  public enum FormOfAddress {
    UNKNOWN,
    MASCULINE,
    FEMININE,
    PLURAL
  }
}
