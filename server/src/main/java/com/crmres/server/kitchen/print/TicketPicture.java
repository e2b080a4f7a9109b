package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.LineChange;
import com.crmres.common.kitchen.PaperKind;
import com.crmres.common.kitchen.PrintLanguage;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.kitchen.print.Sheet.Place;
import com.crmres.server.letters.Typeface;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Draws a ticket: Arabic is shaped and put into order by Java2D, which printers cannot do.
final class TicketPicture {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /// Menus call the choice itself "without onion" as often as "onion".
  private static final Pattern SAYS_WITHOUT =
      Pattern.compile("^\\s*(بدون|بلا|من غير|no\\b|without\\b).*", Pattern.CASE_INSENSITIVE);

  private final Typeface fonts = new Typeface();

  BufferedImage draw(Print print) {
    boolean arabic = print.language() != PrintLanguage.EN;
    Pen pen =
        new Pen(print, new PaperTexts(arabic), new Sheet(print.paper().dots(), arabic), arabic);
    pen.head();
    pen.lines();
    pen.foot();
    return pen.sheet.image();
  }

  /// Writes one ticket. Narrow paper takes smaller letters.
  private final class Pen {
    private final Print print;
    private final KitchenTicket ticket;
    private final PaperTexts texts;
    private final Sheet sheet;
    private final boolean arabic;
    private final float scale;

    private Pen(Print print, PaperTexts texts, Sheet sheet, boolean arabic) {
      this.print = print;
      this.ticket = print.ticket();
      this.texts = texts;
      this.sheet = sheet;
      this.arabic = arabic;
      this.scale = print.paper().dots() / 576f;
    }

    private void head() {
      if (print.copy() > 1) {
        bar(texts.of("copy", texts.number(print.copy())), 44);
      }
      if (print.doubtful()) {
        bar(texts.of("doubtful"), 32);
      }
      if (print.kind() != PaperKind.NEW) {
        bar(texts.of(print.kind().wireName()), 44);
      }
      mark(TicketMark.PRIORITY, "priority");
      mark(TicketMark.CANCEL_REQUESTED, "cancel.requested");
      sheet.words(ticket.number(), fonts.bold(116 * scale), Place.CENTRE, 0);
      sheet.words(
          texts.of(ticket.fulfilment().wireName()) + "  ·  " + ticket.customer(),
          fonts.bold(36 * scale),
          Place.CENTRE,
          0);
      sheet.words(promise(), fonts.bold(46 * scale), Place.CENTRE, 0);
      sheet.words(name(ticket.station()), fonts.regular(30 * scale), Place.CENTRE, 0);
      if (!ticket.allergies().isEmpty()) {
        bar(texts.of("allergy", String.join(arabic ? "، " : ", ", ticket.allergies())), 40);
      }
      sheet.rule(4);
    }

    private void lines() {
      List<KitchenLine> plain =
          ticket.lines().stream().filter(line -> line.change() != LineChange.ADDED).toList();
      plain.forEach(this::line);
      List<KitchenLine> added =
          ticket.lines().stream().filter(line -> line.change() == LineChange.ADDED).toList();
      if (!added.isEmpty()) {
        bar(texts.of("added"), 34);
        added.forEach(this::line);
      }
      sheet.rule(4);
    }

    private void line(KitchenLine line) {
      boolean gone = line.state() == KitchenState.VOIDED;
      if (gone) {
        bar(texts.of("removed"), 30);
      }
      if (line.state() == KitchenState.REMADE) {
        bar(texts.of("remade"), 30);
      }
      sheet.beside(
          line.quantity() + "×",
          fonts.bold(60 * scale),
          dish(line, arabic),
          fonts.bold(44 * scale),
          gone);
      if (print.language() == PrintLanguage.BOTH) {
        detail(dish(line, false), false, gone);
      }
      line.modifiers().forEach(modifier -> detail(modifier(modifier), true, gone));
      detail(line.person() == null ? null : texts.of("person", line.person()), true, gone);
      detail(line.note() == null ? null : texts.of("note", line.note()), false, gone);
    }

    private void detail(@Nullable String text, boolean strong, boolean gone) {
      if (text == null) {
        return;
      }
      int indent = Math.round(64 * scale);
      var font = strong ? fonts.bold(36 * scale) : fonts.regular(34 * scale);
      if (gone) {
        sheet.struck(text, font, indent);
      } else {
        sheet.words(text, font, Place.START, indent);
      }
    }

    private String dish(KitchenLine line, boolean inArabic) {
      LocalizedText size = line.size();
      String name = inArabic ? line.name().ar() : line.name().en();
      return size == null ? name : name + " (" + (inArabic ? size.ar() : size.en()) + ")";
    }

    private String modifier(KitchenModifier modifier) {
      String name = name(modifier.name());
      return switch (modifier.kind()) {
        case WITHOUT ->
            SAYS_WITHOUT.matcher(name).matches()
                ? "− " + name
                : "− " + texts.of("without") + " " + name;
        case EXTRA -> "+ " + name;
        case CHOICE -> "• " + name;
      };
    }

    private void foot() {
      if (ticket.note() != null) {
        sheet.words(texts.of("note", ticket.note()), fonts.bold(36 * scale), Place.START, 0);
      }
      sheet.words(
          texts.of("printed", time(print.at())), fonts.regular(24 * scale), Place.CENTRE, 0);
    }

    private String promise() {
      Instant wanted = ticket.scheduledFor();
      Instant promised = ticket.promisedAt();
      if (wanted != null) {
        return texts.of("scheduled", time(wanted));
      }
      return promised == null ? texts.of("asap") : texts.of("promise", time(promised));
    }

    private void mark(TicketMark mark, String key) {
      if (ticket.marks().contains(mark)) {
        bar(texts.of(key), 40);
      }
    }

    private void bar(String text, int size) {
      sheet.bar(text, fonts.bold(size * scale));
    }

    private String time(Instant at) {
      return CLOCK.format(at.atZone(print.zone()));
    }

    private String name(LocalizedText text) {
      return arabic ? text.ar() : text.en();
    }
  }
}
