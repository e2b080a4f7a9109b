package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A ticket of no order, to see whether a printer prints.
final class TestTicket {

  private static final PaperTexts ARABIC = new PaperTexts(true);
  private static final PaperTexts ENGLISH = new PaperTexts(false);

  private TestTicket() {}

  static KitchenTicket of(Printer printer, Ids ids, Instant now) {
    UUID id = ids.next();
    return new KitchenTicket(
        id,
        id,
        printer.branchId(),
        id,
        new LocalizedText(printer.name(), printer.name()),
        "T-0",
        Fulfilment.PICKUP,
        "",
        OrderStatus.CONFIRMED,
        List.of(),
        List.of(line(id)),
        ARABIC.of("sample.note"),
        List.of(),
        null,
        now,
        null,
        null,
        now,
        null,
        true,
        1);
  }

  private static KitchenLine line(UUID id) {
    return new KitchenLine(
        id,
        id,
        2,
        id,
        text("sample.dish"),
        null,
        List.of(
            new KitchenModifier(KitchenModifier.Kind.WITHOUT, text("sample.without")),
            new KitchenModifier(KitchenModifier.Kind.EXTRA, text("sample.extra"))),
        null,
        null,
        KitchenState.PENDING,
        null,
        null,
        null,
        false,
        0);
  }

  private static LocalizedText text(String key) {
    return new LocalizedText(ARABIC.of(key), ENGLISH.of(key));
  }
}
