package com.crmres.desktop.queue;

import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;

/// Words what was kept for people.
final class KeptText {

  private KeptText() {}

  /// @param name of what it is about
  static String of(Deed deed, String name, Texts texts) {
    return switch (deed) {
      case Deed.OrderMove move -> texts.filled("kept.order", move.request().action(), name);
      case Deed.TicketMove move -> texts.filled("kept.ticket", move.request().action(), name);
      case Deed.Reply reply -> said(reply.request().text(), name, texts);
      case Deed.Quote quote -> said(WordRules.text(quote.request().content()), name, texts);
      case Deed.Note note -> texts.of("kept.note", name, DisplayText.line(note.request().text()));
      case Deed.SoldOut _ -> texts.of("kept.soldOut", name);
    };
  }

  private static String said(String words, String name, Texts texts) {
    return texts.of("kept.words", name, DisplayText.line(words));
  }

  /// What somebody wrote, to be written once more.
  static String words(Deed deed) {
    return switch (deed) {
      case Deed.Reply reply -> reply.request().text();
      case Deed.Quote quote -> WordRules.text(quote.request().content());
      case Deed.Note note -> note.request().text();
      case Deed.OrderMove _, Deed.TicketMove _, Deed.SoldOut _ -> "";
    };
  }
}
