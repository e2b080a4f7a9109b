package com.crmres.common.restaurant;

import org.jspecify.annotations.Nullable;

/// How much a quarter of an hour of a branch takes.
///
/// @param orders how many orders; null if that is not limited
/// @param minutes how many minutes of the kitchen, of which an order takes three and one for each
///   piece; null if that is not limited
public record SlotCapacity(@Nullable Integer orders, @Nullable Integer minutes) {}
