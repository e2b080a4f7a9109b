package com.crmres.server.ordering.cart;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The customer's words that a cart line came from.
///
/// @param messageId the message that has them; null in carts kept before messages were noted
/// @param from index of the first character in that message's text; 0 if it is not known
/// @param to index behind the last one
/// @param words as the customer wrote them
public record Evidence(@Nullable UUID messageId, int from, int to, String words) {

  /// Needed beside [#ofWords], lest Jackson know that one only.
  @JsonCreator
  public Evidence {}

  /// As carts were kept before: the words alone.
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Evidence ofWords(String words) {
    return new Evidence(null, 0, words.length(), words);
  }
}
