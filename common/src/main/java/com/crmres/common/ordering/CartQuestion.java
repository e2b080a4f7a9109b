package com.crmres.common.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.wire.WireName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What must be known before a cart can be read back.
///
/// @param lineId the line that needs a choice
/// @param groupId in which of its groups
/// @param branchIds the branches that are possible
/// @param missing what the goods must cost more
public record CartQuestion(
    Kind kind,
    @Nullable UUID lineId,
    @Nullable UUID groupId,
    List<UUID> branchIds,
    @Nullable Money missing) {

  public CartQuestion {
    branchIds = List.copyOf(branchIds);
  }

  /// What is asked.
  public enum Kind implements WireName {
    CHOOSE,
    HOW_TO_GET,
    WHICH_BRANCH,
    WHERE_TO,
    WHICH_PIN,
    OUT_OF_REACH,
    TOO_LITTLE,
    WHICH_PHONE
  }
}
