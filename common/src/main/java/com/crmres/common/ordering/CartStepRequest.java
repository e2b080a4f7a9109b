package com.crmres.common.ordering;

import com.crmres.common.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Staff read a cart back, confirm it for the customer, put it away, or fill it with an earlier
/// order; the same `commandId` twice is one step.
///
/// @param cartId the cart that the screen showed; absent if it showed none
/// @param expectedVersion the version the screen showed; another one means somebody was faster
/// @param total to confirm: what the screen said it costs
/// @param reason to confirm: why not the customer himself, 1 to 200 characters
/// @param orderId to repeat: which order
public record CartStepRequest(
    UUID commandId,
    @Nullable UUID cartId,
    int expectedVersion,
    @Nullable Money total,
    @Nullable String reason,
    @Nullable UUID orderId) {}
