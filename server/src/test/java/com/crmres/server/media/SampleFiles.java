package com.crmres.server.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Small files of every kind, made here.
public final class SampleFiles {

  private SampleFiles() {}

  public static byte[] jpeg(int width, int height) {
    return picture("jpeg", width, height, BufferedImage.TYPE_INT_RGB);
  }

  public static byte[] png(int width, int height) {
    return picture("png", width, height, BufferedImage.TYPE_INT_ARGB);
  }

  public static byte[] greyPng() {
    return picture("png", 8, 8, BufferedImage.TYPE_BYTE_GRAY);
  }

  /// A picture of a few bytes that claims to be enormous.
  public static byte[] bomb() {
    byte[] png = png(4, 4);
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    header.putInt(29, (int) crc.getValue());
    return png;
  }

  /// A still WebP of one colour, 512 × 512, lossless.
  public static byte[] sticker() {
    return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAv/8F/AChggQvT/wIAAA==");
  }

  /// A voice note: Opus in Ogg, as far as its first page.
  public static byte[] voice() {
    ByteBuffer page = ByteBuffer.allocate(200);
    page.put("OggS".getBytes(StandardCharsets.ISO_8859_1)).position(28);
    page.put("OpusHead".getBytes(StandardCharsets.ISO_8859_1));
    return page.array();
  }

  public static byte[] film() {
    return text("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2", 400);
  }

  public static byte[] pdf(int size) {
    return text("%PDF-1.7\n", size);
  }

  public static byte[] wordDocument() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : new String[] {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// Bytes that begin so, one for each character.
  public static byte[] text(String begin, int size) {
    return Arrays.copyOf(begin.getBytes(StandardCharsets.ISO_8859_1), size);
  }

  public static String hex(byte[] file) {
    return HexFormat.of().formatHex(hash(file));
  }

  public static String base64(byte[] file) {
    return Base64.getEncoder().encodeToString(hash(file));
  }

  static byte[] hash(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] picture(String format, int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    image.setRGB(width / 2, height / 2, 0xffcc3300);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
