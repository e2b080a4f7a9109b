package com.crmres.common.assistant;

import com.crmres.common.wire.WireName;

/// What can be remembered of a customer.
public enum PreferenceKind implements WireName {

  /// An item he likes.
  LIKES,

  /// Something he wants left out, or does not want.
  DISLIKES,

  /// Vegetarian, low in salt, …
  DIET,

  /// Kept only with the customer's consent.
  ALLERGY,
  BRANCH,
  FULFILMENT
}
