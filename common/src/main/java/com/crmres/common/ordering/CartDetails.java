package com.crmres.common.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The open cart of a conversation as staff see and correct it.
///
/// @param id absent while nothing was ever put in
/// @param version expected by the next change; 0 while nothing was ever put in
/// @param changes the number of the order that this shall be instead
/// @param contactPhone the number to call about a delivery, digits with country code
/// @param wantedAt absent for as soon as it can be
/// @param readyAt when it would be ready if it were ordered now; absent until a branch is chosen
/// @param total of the lines and the delivery, with VAT
/// @param vat contained in the total
/// @param code by which the customer may name this version
/// @param question what must be known first; absent where it can be read back
public record CartDetails(
    @Nullable UUID id,
    UUID conversationId,
    int version,
    @Nullable String changes,
    @Nullable UUID branchId,
    @Nullable Fulfilment fulfilment,
    @Nullable CartPlace place,
    @Nullable String contactPhone,
    @Nullable String note,
    @Nullable Instant wantedAt,
    @Nullable Instant readyAt,
    List<Line> lines,
    Money deliveryFee,
    Money total,
    Money vat,
    ReadBackState readBack,
    @Nullable Instant readBackAt,
    @Nullable String code,
    @Nullable CartQuestion question) {

  public CartDetails {
    lines = List.copyOf(lines);
  }

  /// One dish with its choices.
  ///
  /// @param name absent for what the menu does not know any more
  /// @param optionIds chosen options, standard ones left out
  /// @param person for whom it is, in the customer's words
  /// @param total for the whole quantity
  /// @param available whether it can be had now, choices included
  /// @param evidence the customer's words it came from; absent if he tapped, or people put it in
  public record Line(
      UUID id,
      UUID itemId,
      int quantity,
      @Nullable LocalizedText name,
      @Nullable LocalizedText size,
      List<LocalizedText> modifiers,
      List<UUID> optionIds,
      @Nullable String note,
      @Nullable String person,
      Money total,
      boolean available,
      @Nullable Evidence evidence) {
    public Line {
      modifiers = List.copyOf(modifiers);
      optionIds = List.copyOf(optionIds);
    }
  }

  /// The customer's words that a line came from.
  ///
  /// @param messageId absent in carts of before messages were noted
  /// @param words as he wrote them
  public record Evidence(@Nullable UUID messageId, String words) {}
}
