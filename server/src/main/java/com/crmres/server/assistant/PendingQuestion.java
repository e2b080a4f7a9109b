package com.crmres.server.assistant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/// What we asked the customer last; it decides how a short answer is read. Kept with the
/// conversation.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PendingQuestion.ChooseOption.class, name = "choose_option"),
  @JsonSubTypes.Type(value = PendingQuestion.HowToGet.class, name = "how_to_get"),
  @JsonSubTypes.Type(value = PendingQuestion.WhichBranch.class, name = "which_branch"),
  @JsonSubTypes.Type(value = PendingQuestion.WhereTo.class, name = "where_to"),
  @JsonSubTypes.Type(value = PendingQuestion.WhichPhone.class, name = "which_phone"),
  @JsonSubTypes.Type(value = PendingQuestion.ConfirmCart.class, name = "confirm_cart"),
  @JsonSubTypes.Type(value = PendingQuestion.WhichItem.class, name = "which_item"),
  @JsonSubTypes.Type(value = PendingQuestion.MayRemember.class, name = "may_remember"),
  @JsonSubTypes.Type(value = PendingQuestion.HowMany.class, name = "how_many"),
  @JsonSubTypes.Type(value = PendingQuestion.WhichTime.class, name = "which_time"),
  @JsonSubTypes.Type(value = PendingQuestion.AnythingElse.class, name = "anything_else")
})
public sealed interface PendingQuestion {

  /// Which size, bread, heat, … of a line.
  record ChooseOption(UUID lineId, UUID itemId, UUID groupId) implements PendingQuestion {}

  /// Pickup or delivery.
  record HowToGet() implements PendingQuestion {}

  /// Which branch.
  record WhichBranch() implements PendingQuestion {}

  /// Where to deliver.
  record WhereTo() implements PendingQuestion {}

  /// Whom to call about the delivery.
  record WhichPhone() implements PendingQuestion {}

  /// Is this order right; the answer counts for this version only.
  record ConfirmCart(UUID cartId, int version) implements PendingQuestion {}

  /// Which of several items was meant.
  record WhichItem(List<UUID> itemIds, int quantity, List<UUID> optionIds)
      implements PendingQuestion {
    public WhichItem {
      itemIds = List.copyOf(itemIds);
      optionIds = List.copyOf(optionIds);
    }
  }

  /// May we remember the allergy of which he wrote in that message.
  record MayRemember(UUID messageId) implements PendingQuestion {}

  /// How many of an item, since the number said was unusual.
  record HowMany(UUID itemId, int quantity, List<UUID> optionIds) implements PendingQuestion {
    public HowMany {
      optionIds = List.copyOf(optionIds);
    }
  }

  /// When it shall be ready.
  record WhichTime() implements PendingQuestion {}

  /// Shall it be anything else.
  record AnythingElse() implements PendingQuestion {}
}
