package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.LineChange;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.ordering.cart.Noor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ticket with everything that a ticket may have.
final class SampleTicket {

  static final Instant AT = Instant.parse("2026-11-24T16:02:00Z");

  private SampleTicket() {}

  static KitchenTicket rich() {
    return of(
        List.of(TicketMark.CHANGED),
        line(
            2,
            new LocalizedText("برجر لحم واقيو بالجبن", "Wagyu cheeseburger"),
            List.of(
                new KitchenModifier(
                    KitchenModifier.Kind.WITHOUT, new LocalizedText("بصل", "onion")),
                new KitchenModifier(
                    KitchenModifier.Kind.WITHOUT, new LocalizedText("بدون مخلل", "No pickles")),
                new KitchenModifier(
                    KitchenModifier.Kind.EXTRA,
                    new LocalizedText("جبن BBQ إضافي", "extra BBQ cheese")),
                new KitchenModifier(
                    KitchenModifier.Kind.CHOICE, new LocalizedText("خبز أسمر", "Brown bread"))),
            "مستوي زين ولا تكثرون الملح 😀 extra crispy لو سمحتوا",
            "للوالدة",
            KitchenState.PENDING,
            null),
        line(
            1,
            new LocalizedText("بطاطس", "Fries"),
            List.of(),
            null,
            null,
            KitchenState.VOIDED,
            LineChange.REMOVED),
        line(
            3,
            new LocalizedText("كولا", "Cola"),
            List.of(),
            null,
            null,
            KitchenState.PENDING,
            LineChange.ADDED));
  }

  static KitchenTicket plain() {
    return of(
        List.of(),
        line(
            1,
            new LocalizedText("كولا", "Cola"),
            List.of(),
            null,
            null,
            KitchenState.PENDING,
            null));
  }

  private static KitchenTicket of(List<TicketMark> marks, KitchenLine... lines) {
    return new KitchenTicket(
        Noor.id("ticket"),
        Noor.id("order"),
        Noor.id("branch A"),
        Noor.id("grill"),
        new LocalizedText("الشواية", "Grill"),
        "A-27",
        Fulfilment.PICKUP,
        "نورة",
        OrderStatus.CONFIRMED,
        marks,
        List.of(lines),
        "لا تنسون المناديل",
        List.of("مكسرات", "سمسم"),
        null,
        AT,
        null,
        null,
        AT.plusSeconds(1080),
        null,
        true,
        1);
  }

  private static KitchenLine line(
      int quantity,
      LocalizedText name,
      List<KitchenModifier> modifiers,
      @Nullable String note,
      @Nullable String person,
      KitchenState state,
      @Nullable LineChange change) {
    return new KitchenLine(
        Noor.id(name.en() + change),
        Noor.id(name.en()),
        quantity,
        Noor.id("item " + name.en()),
        name,
        null,
        modifiers,
        note,
        person,
        state,
        change,
        null,
        null,
        false,
        0);
  }
}
