package com.crmres.server.ordering.history;

import com.crmres.common.ordering.OrderSummary;
import java.util.UUID;

/// As much of a line of an order as tells what somebody likes.
record SoldLine(UUID itemId, OrderSummary.Line sold) {}
