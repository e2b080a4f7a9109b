package com.crmres.desktop.media;

import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import java.util.Locale;

/// Writes how large a file is, as people say it.
public final class FileSize {

  private static final long KILO = 1024;

  private FileSize() {}

  public static String of(long bytes, Texts texts) {
    if (bytes < KILO) {
      return texts.of("media.bytes", number("%d", bytes));
    }
    if (bytes < KILO * KILO) {
      return texts.of("media.kilobytes", number("%d", Math.round(bytes / (double) KILO)));
    }
    return texts.of("media.megabytes", number("%.1f", bytes / (double) (KILO * KILO)));
  }

  private static String number(String form, Object amount) {
    return DisplayText.leftToRight(String.format(Locale.ROOT, form, amount));
  }
}
