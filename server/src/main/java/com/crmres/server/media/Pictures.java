package com.crmres.server.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/// Measures pictures and makes small ones of them, without ever unpacking one that is larger than
/// any honest picture.
final class Pictures {

  private static final int SMALL = 480;
  private static final long MOST_PIXELS = 40_000_000;
  private static final int LONGEST_SIDE = 30_000;

  /// A picture unpacked is large, so few are at once.
  private final Semaphore desks = new Semaphore(2);

  /// A picture's size, with a small one where it could be read.
  record Look(int width, int height, @Nullable BufferedImage small) {}

  /// Looks at a picture; empty if it is none that can be read.
  ///
  /// @param bytes a few megabytes at most
  Optional<Look> look(InputStream bytes) throws IOException {
    desks.acquireUninterruptibly();
    try (ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      return readers.hasNext() ? look(readers.next(), in) : Optional.empty();
    } finally {
      desks.release();
    }
  }

  private static Optional<Look> look(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      boolean honest =
          (long) width * height <= MOST_PIXELS && Math.max(width, height) <= LONGEST_SIDE;
      return Optional.of(new Look(width, height, honest ? small(reader, width, height) : null));
    } catch (IIOException | RuntimeException _) {
      // Readers throw whatever they like at broken pictures; then there is no small one.
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage small(ImageReader reader, int width, int height) throws IOException {
    ImageReadParam coarse = reader.getDefaultReadParam();
    int step = Math.max(1, Math.min(width, height) / (2 * SMALL));
    coarse.setSourceSubsampling(step, step, 0, 0);
    return scaled(reader.read(0, coarse));
  }

  /// Each small pixel is the mean of those it stands for, on white where they are transparent.
  private static BufferedImage scaled(BufferedImage large) {
    double factor = Math.max(1.0, Math.max(large.getWidth(), large.getHeight()) / (double) SMALL);
    int width = Math.max(1, (int) (large.getWidth() / factor));
    int height = Math.max(1, (int) (large.getHeight() / factor));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      int top = (int) (y * factor);
      int bottom = Math.max(top + 1, (int) ((y + 1) * factor));
      for (int x = 0; x < width; x++) {
        int left = (int) (x * factor);
        int right = Math.max(left + 1, (int) ((x + 1) * factor));
        small.setRGB(x, y, mean(large, left, top, right - left, bottom - top));
      }
    }
    return small;
  }

  private static int mean(BufferedImage image, int left, int top, int width, int height) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int argb : image.getRGB(left, top, width, height, null, 0, width)) {
      int alpha = argb >>> 24;
      red += onWhite((argb >> 16) & 0xff, alpha);
      green += onWhite((argb >> 8) & 0xff, alpha);
      blue += onWhite(argb & 0xff, alpha);
    }
    long count = (long) width * height;
    return (int) (((red / count) << 16) | ((green / count) << 8) | (blue / count));
  }

  private static int onWhite(int colour, int alpha) {
    return (colour * alpha + 255 * (255 - alpha)) / 255;
  }

  /// The bytes of a picture as JPEG.
  static InputStream jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return new ByteArrayInputStream(out.toByteArray());
  }
}
