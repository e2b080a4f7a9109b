package com.crmres.server.pos;

import com.crmres.common.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order as its till shows it.
///
/// @param reference what the till calls it
/// @param orderId our mark on it; null if it bears none that can be read
/// @param raw the till's own word for its stage
/// @param total null where the till does not say
public record Seen(
    String reference, @Nullable UUID orderId, Stage stage, String raw, @Nullable Money total) {}
