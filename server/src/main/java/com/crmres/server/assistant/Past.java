package com.crmres.server.assistant;

import com.crmres.common.assistant.Preference;
import com.crmres.common.conversation.Sender;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.restaurant.LocalizedText;
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

  /// An order placed before, as it was: the menu may not have all of it any more.
  ///
  /// @param branchId who made it; null if that is not known
  /// @param way how he got it; null if that is not known
  public record PastOrder(
      UUID orderId,
      Instant at,
      @Nullable UUID branchId,
      @Nullable Fulfilment way,
      List<Line> lines) {
    public PastOrder {
      lines = List.copyOf(lines);
    }

    /// An order of which only the lines are known.
    public PastOrder(UUID orderId, Instant at, List<Line> lines) {
      this(orderId, at, null, null, lines);
    }

    /// One line of it.
    ///
    /// @param sold what it was called and what it cost then; null if that is not known
    public record Line(UUID itemId, int quantity, List<UUID> optionIds, @Nullable Sold sold) {
      public Line {
        optionIds = List.copyOf(optionIds);
      }

      /// A line of which only the dish is known.
      public Line(UUID itemId, int quantity, List<UUID> optionIds) {
        this(itemId, quantity, optionIds, null);
      }

      /// As many of it as are wanted now.
      public Line withQuantity(int wanted) {
        return new Line(itemId, wanted, optionIds, sold);
      }
    }

    /// How a line was sold.
    ///
    /// @param choices its size and options, once each
    /// @param person for whom it was, in the customer's words
    /// @param each the price of one piece
    public record Sold(
        LocalizedText name,
        List<LocalizedText> choices,
        @Nullable String note,
        @Nullable String person,
        Money each) {
      public Sold {
        choices = List.copyOf(choices);
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
