package com.crmres.common.menu;

import com.crmres.common.money.Money;
import org.jspecify.annotations.Nullable;

/// That an option may be had in one way besides as it is.
///
/// @param price what it costs so; null for the usual: nothing for what is left out, half for a
///   half, else the option's own price
public record PreModifierRule(PreModifier kind, @Nullable Money price) {}
