package com.crmres.bench.channel;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Small files whose bytes are what they claim.
final class SmallFiles {

  private static final int PAGE = 200;

  private SmallFiles() {}

  static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  static byte[] video() {
    return latin("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2" + "\0".repeat(400));
  }

  static byte[] voice() {
    return latin("OggS" + "\0".repeat(24) + "OpusHead" + "\1".repeat(PAGE));
  }

  static byte[] document() {
    return latin("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n" + " ".repeat(PAGE) + "\n%%EOF\n");
  }

  static byte[] sticker() {
    return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAv/8F/AChggQvT/wIAAA==");
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
