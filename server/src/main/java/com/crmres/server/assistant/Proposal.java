package com.crmres.server.assistant;

import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.money.Money;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing a mind proposes; the desk checks it against the rules.
public sealed interface Proposal {

  /// Change the cart.
  record ChangeCart(CartCommand command) implements Proposal {}

  /// The customer confirmed what was read back to him as this version.
  record ConfirmCart(UUID cartId, int version) implements Proposal {}

  /// The customer does not want what was read back, and did not say what instead.
  record DeclineCart() implements Proposal {}

  /// That is all: read the cart back.
  record ReadBack() implements Proposal {}

  /// Put the cart that the customer filled in the catalogue into ours.
  record FillCart(MessageContent.CatalogueOrder order) implements Proposal {}

  /// Give up the cart, or ask the branch to cancel the order placed last.
  record Cancel() implements Proposal {}

  /// Several items may be meant: ask which.
  record AskWhich(List<UUID> itemIds, int quantity, List<UUID> optionIds) implements Proposal {
    public AskWhich {
      itemIds = List.copyOf(itemIds);
      optionIds = List.copyOf(optionIds);
    }
  }

  /// The number is so unusual that it may be a slip: ask how many.
  ///
  /// @param quantity as it was read; may be zero or below
  record AskQuantity(UUID itemId, int quantity, List<UUID> optionIds) implements Proposal {
    public AskQuantity {
      optionIds = List.copyOf(optionIds);
    }
  }

  /// Put an order of the past into the cart once more. Whatever concerns the whole of it, or a dish
  /// that it did not have, is proposed beside it as a [ChangeCart].
  ///
  /// @param changes of its lines before the customer is shown them
  record Repeat(Which which, List<Adjustment> changes) implements Proposal {
    public Repeat {
      changes = List.copyOf(changes);
    }

    /// Exactly as it was.
    public Repeat(Which which) {
      this(which, List.of());
    }
  }

  /// Say that this is not on the menu.
  record NotOnMenu(String words) implements Proposal {}

  /// Show the menu, or one category of it.
  ///
  /// @param page from 0, where it is longer than one list
  record ShowMenu(List<UUID> categoryIds, int page) implements Proposal {
    public ShowMenu {
      categoryIds = List.copyOf(categoryIds);
    }
  }

  /// Say what items cost.
  record TellPrice(List<UUID> itemIds) implements Proposal {
    public TellPrice {
      itemIds = List.copyOf(itemIds);
    }
  }

  /// Answer a question from the restaurant's facts.
  record Tell(Fact fact) implements Proposal {}

  /// Let another branch make an order that its own does not answer.
  ///
  /// @param price the total the customer was shown
  record MakeElsewhere(UUID orderId, UUID branchId, Money price) implements Proposal {}

  /// Note that the customer wants to be called about an order that nobody answers.
  record CallBack(UUID orderId) implements Proposal {}

  /// Put the order placed last into the cart, for the customer to change before the kitchen begins.
  /// What he changes of it follows as proposals of their own.
  record ChangeOrder() implements Proposal {}

  /// Say where the customer's order stands.
  record TellOrderStatus() implements Proposal {}

  /// Keep in mind what he likes, avoids, or always does; an allergy only after his yes.
  ///
  /// @param value in his words
  /// @param messageId where he said it
  record Remember(PreferenceKind kind, String value, UUID messageId) implements Proposal {}

  /// He answers whether we may remember the allergy of which he wrote in that message.
  record AllowRemembering(UUID messageId, boolean agreed) implements Proposal {}

  /// Note what he thinks of us.
  ///
  /// @param rating 1 to 5; null if he gave none
  /// @param categories what it is about, for example `cold` or `delay`
  /// @param itemIds dishes he named
  record RecordFeedback(
      @Nullable Integer rating,
      Sentiment sentiment,
      List<String> categories,
      List<UUID> itemIds,
      String words)
      implements Proposal {
    public RecordFeedback {
      categories = List.copyOf(categories);
      itemIds = List.copyOf(itemIds);
    }
  }

  /// Hand over to people.
  record HandOver(EscalationReason reason) implements Proposal {}

  /// Which order of the past.
  enum Which {
    /// The one placed last.
    LAST,
    /// The one placed most often.
    USUAL
  }

  /// What a restaurant can be asked about.
  enum Fact {
    HOURS,
    LOCATION,
    DELIVERY,
    PAYMENT,
    OFFERS
  }
}
