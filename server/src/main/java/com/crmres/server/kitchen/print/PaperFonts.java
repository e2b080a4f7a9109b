package com.crmres.server.kitchen.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The bundled Arabic font, so that a server without any prints the same.
final class PaperFonts {

  private static final String FOLDER = "/kitchen/fonts/";

  private final Font regular = read("IBMPlexSansArabic-Regular.ttf");
  private final Font bold = read("IBMPlexSansArabic-Bold.ttf");

  Font regular(float size) {
    return regular.deriveFont(size);
  }

  Font bold(float size) {
    return bold.deriveFont(size);
  }

  private static Font read(String name) {
    try (InputStream file =
        Objects.requireNonNull(PaperFonts.class.getResourceAsStream(FOLDER + name))) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("the font of tickets is damaged: " + name, e);
    }
  }
}
