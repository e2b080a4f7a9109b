package com.crmres.common.pos;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something of our menu and its counterpart at the till.
///
/// @param posId null where nobody has said yet
/// @param posPrice as the till's menu was read last
/// @param proposedPosId what has the same code or name there
/// @param conflict whether the prices differ, by whatever amount
public record PosMapping(
    PosThing thing,
    UUID ourId,
    LocalizedText name,
    Money price,
    @Nullable String posId,
    @Nullable Money posPrice,
    @Nullable String proposedPosId,
    boolean conflict) {}
