package com.crmres.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Keeps pictures of screens in `target/screens` for people to look at.
public final class Pictures {

  private static final float QUICK = 0.9f;

  private Pictures() {}

  /// On the FX thread.
  public static void take(Scene scene, String name) {
    keep(scene.snapshot(null), name);
  }

  /// Of what is larger than its window.
  public static void take(Node root, String name) {
    root.applyCss();
    keep(root.snapshot(null, null), name);
  }

  private static void keep(WritableImage shot, String name) {
    int width = (int) shot.getWidth();
    int height = (int) shot.getHeight();
    var pixels = new int[width * height];
    shot.getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Path folder = Files.createDirectories(Path.of("target", "screens"));
      write(image, folder.resolve(name + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the picture " + name, e);
    }
  }

  /// Packed quickly rather than tightly: there are hundreds.
  private static void write(BufferedImage image, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    Files.deleteIfExists(file);
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriteParam quick = writer.getDefaultWriteParam();
      quick.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quick.setCompressionQuality(QUICK);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), quick);
    } finally {
      writer.dispose();
    }
  }
}
