package com.crmres.server.pos;

import com.crmres.common.money.Money;
import com.crmres.common.pos.PosThing;
import com.crmres.common.restaurant.LocalizedText;
import org.jspecify.annotations.Nullable;

/// Something that a till sells.
///
/// @param active whether it sells it now
public record PosMenuItem(
    PosThing thing,
    String id,
    @Nullable String sku,
    LocalizedText name,
    Money price,
    boolean active) {}
