package com.crmres.desktop.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decodes a stranger's picture; one that cannot be drawn, or would fill the memory, is no picture.
final class Photo {

  private static final Logger log = LoggerFactory.getLogger(Photo.class);

  /// A telephone's camera makes up to 50 million points; more is an attack on the memory.
  private static final long MOST_POINTS = 60_000_000;

  private Photo() {}

  static Optional<Image> of(byte[] bytes) {
    return of(bytes, 0, 0);
  }

  /// At most so wide and high; 0 for as it is.
  static Optional<Image> of(byte[] bytes, double width, double height) {
    if (points(bytes) > MOST_POINTS) {
      return Optional.empty();
    }
    var image = new Image(new ByteArrayInputStream(bytes), width, height, true, true);
    return image.isError() ? Optional.empty() : Optional.of(image);
  }

  /// As its head says, without decoding the rest; 0 where nobody can tell.
  private static long points(byte[] bytes) {
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return 0;
      }
      ImageReader reader = readers.next();
      reader.setInput(stream, true, true);
      long points = (long) reader.getWidth(0) * reader.getHeight(0);
      reader.dispose();
      return points;
    } catch (IOException | RuntimeException e) {
      log.debug("a picture without a readable head", e);
      return 0;
    }
  }
}
