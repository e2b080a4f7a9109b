package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PaperKind;
import com.crmres.common.kitchen.PaperWidth;
import com.crmres.common.kitchen.PrintLanguage;
import java.time.Instant;
import java.time.ZoneId;

/// One paper as it comes out of a printer.
///
/// @param copy 1 for the first one
/// @param doubtful whether the same paper may be there already
/// @param at when it is printed
record Print(
    PaperKind kind,
    KitchenTicket ticket,
    int copy,
    boolean doubtful,
    PrintLanguage language,
    PaperWidth paper,
    ZoneId zone,
    Instant at) {}
