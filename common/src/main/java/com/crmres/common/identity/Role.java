package com.crmres.common.identity;

import com.crmres.common.wire.WireName;

/// What a person may do.
public enum Role implements WireName {
  /// Everything in the restaurant, users included.
  OWNER,
  /// Staff's rights in given branches, menu availability and settings too.
  MANAGER,
  /// Conversations and orders of given branches.
  AGENT,
  /// The order board of given branches only.
  KITCHEN,
  /// Reads everything of the restaurant, changes nothing.
  AUDITOR,
  /// Runs the installation; sees no customer's content.
  PLATFORM_OPERATOR
}
