package com.crmres.common.pos;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One difference between the till's menu and ours; nothing has been changed by it.
public record MenuDifference(
    MenuChange change,
    PosThing thing,
    @Nullable UUID ourId,
    @Nullable String posId,
    LocalizedText name,
    @Nullable Money ours,
    @Nullable Money theirs) {}
