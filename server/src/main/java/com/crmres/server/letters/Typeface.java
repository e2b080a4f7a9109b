package com.crmres.server.letters;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The letters of receipts and tickets: IBM Plex Sans Arabic, which has Latin letters and digits as
/// well. It comes with us, since a server rarely has Arabic fonts.
public final class Typeface {

  private final Font regular = load("/letters/IBMPlexSansArabic-Regular.ttf");
  private final Font bold = load("/letters/IBMPlexSansArabic-Bold.ttf");

  public Font regular(float size) {
    return regular.deriveFont(size);
  }

  public Font bold(float size) {
    return bold.deriveFont(size);
  }

  private static Font load(String resource) {
    try (InputStream letters = Typeface.class.getResourceAsStream(resource)) {
      return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(letters));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the bundled font is damaged", e);
    }
  }
}
