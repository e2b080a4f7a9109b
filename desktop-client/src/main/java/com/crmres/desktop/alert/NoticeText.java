package com.crmres.desktop.alert;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import java.time.Instant;

/// Words a notice for people.
public final class NoticeText {

  private NoticeText() {}

  public static String of(Notice notice, Texts texts, Times times) {
    return texts.filled(
        "alert.kind",
        notice.kind(),
        notice.values().stream().map(value -> words(value, texts, times)).toArray());
  }

  /// A person who is not known here is somebody.
  private static String words(Object value, Texts texts, Times times) {
    return switch (value) {
      case LocalizedText name -> DisplayText.line(texts.name(name));
      case Instant at -> times.clock(at);
      case Notice.Somebody _ -> texts.of("alert.somebody");
      default -> DisplayText.line(value.toString());
    };
  }
}
