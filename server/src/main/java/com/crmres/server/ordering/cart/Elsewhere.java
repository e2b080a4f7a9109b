package com.crmres.server.ordering.cart;

import com.crmres.server.restaurant.Branch;

/// Another branch that is open now and has all of what was ordered, with its own prices.
public record Elsewhere(Branch branch, PricedCart priced) {}
