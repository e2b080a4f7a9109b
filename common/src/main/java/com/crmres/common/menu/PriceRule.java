package com.crmres.common.menu;

import com.crmres.common.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A price that holds only where all that it names is the case. Zero is a price.
///
/// @param branchId in this branch; null for any
/// @param tag by this way; null for any
/// @param dayPartId in this part of the day; null for any
public record PriceRule(
    @Nullable UUID branchId, @Nullable PriceTag tag, @Nullable UUID dayPartId, Money price) {}
