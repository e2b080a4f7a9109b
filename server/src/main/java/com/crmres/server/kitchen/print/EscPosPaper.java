package com.crmres.server.kitchen.print;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Says a picture in the language of receipt printers.
final class EscPosPaper {

  /// Cheap printers take no more rows at once.
  private static final int STRIPE = 128;

  private static final int ESCAPE = 0x1b;
  private static final int FEED = 4;

  private EscPosPaper() {}

  /// Reset, the picture in stripes, a little paper, a cut.
  static byte[] bytes(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EscPos printer = new EscPos(bytes)) {
      printer.initializePrinter();
      for (int top = 0; top < picture.getHeight(); top += STRIPE) {
        int rows = Math.min(STRIPE, picture.getHeight() - top);
        BufferedImage stripe = picture.getSubimage(0, top, picture.getWidth(), rows);
        printer.write(
            new RasterBitImageWrapper(),
            new EscPosImage(new CoffeeImageImpl(stripe), new BitonalThreshold()));
      }
      // The library's own feed sets a style first, which a picture does not need.
      printer.write(ESCAPE).write('d').write(FEED).cut(EscPos.CutMode.PART);
    } catch (IOException e) {
      throw new UncheckedIOException("memory took no bytes", e);
    }
    return bytes.toByteArray();
  }
}
