package com.crmres.server.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Tells what a file is by its first bytes, whatever its sender says; his word counts only between
/// types that share one container.
final class Sniffer {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String SLIDES =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  private static final Set<String> OLD_OFFICE =
      Set.of("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint");
  private static final int PDF_WITHIN = 1024;

  private final byte[] head;
  private final String latin;
  private final String declared;

  private Sniffer(byte[] head, String declared) {
    this.head = head;
    this.latin = new String(head, StandardCharsets.ISO_8859_1);
    this.declared = declared;
  }

  /// The type of a file.
  ///
  /// @param head its first bytes, some thousand where there are as many
  /// @param declared what its sender says, without parameters
  static String type(byte[] head, String declared) {
    return new Sniffer(head, declared).type();
  }

  /// Whether a sticker moves: the flag in the extended header of WebP.
  static boolean isAnimated(byte[] head) {
    return head.length > 20
        && new String(head, 12, 4, StandardCharsets.ISO_8859_1).equals("VP8X")
        && (head[20] & 2) != 0;
  }

  private String type() {
    String picture = picture();
    if (!picture.isEmpty()) {
      return picture;
    }
    String sound = sound();
    return sound.isEmpty() ? document() : sound;
  }

  private String picture() {
    if (begins("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (begins("\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    }
    if (begins("GIF87a") || begins("GIF89a")) {
      return "image/gif";
    }
    if (begins("RIFF") && at(8, "WEBP")) {
      return "image/webp";
    }
    return begins("BM") && declared.equals("image/bmp") ? "image/bmp" : "";
  }

  private String sound() {
    if (at(4, "ftyp")) {
      return boxes();
    }
    if (begins("OggS")) {
      return at(28, "OpusHead") ? "audio/ogg" : ogg();
    }
    if (begins("#!AMR")) {
      return "audio/amr";
    }
    if (begins("RIFF") && at(8, "WAVE")) {
      return "audio/wav";
    }
    return begins("ID3") ? "audio/mpeg" : frames();
  }

  /// Sound in another coding than Opus is none that WhatsApp carries.
  private String ogg() {
    return latin.contains("theora") ? "video/ogg" : "audio/vorbis";
  }

  /// MPEG frames begin with eleven set bits; in ADTS the two bits of the layer are unset.
  private String frames() {
    if (head.length < 4 || (head[0] & 0xff) != 0xff || (head[1] & 0xe0) != 0xe0) {
      return "";
    }
    if ((head[1] & 0xf6) == 0xf0) {
      return "audio/aac";
    }
    return (head[1] & 0x06) != 0 ? "audio/mpeg" : "";
  }

  /// The family of MP4 tells its members by a brand.
  private String boxes() {
    String brand = latin.length() < 12 ? "" : latin.substring(8, 12).toLowerCase(Locale.ROOT);
    return switch (brand) {
      case "m4a ", "m4b ", "m4p " -> "audio/mp4";
      case "qt  " -> "video/quicktime";
      case "heic", "heix", "hevc", "mif1", "msf1" -> "image/heic";
      case "avif", "avis" -> "image/avif";
      default ->
          declared.equals("audio/mp4")
              ? declared
              : brand.startsWith("3g") ? "video/3gpp" : "video/mp4";
    };
  }

  private String document() {
    int pdf = latin.indexOf("%PDF-");
    if (pdf >= 0 && pdf < PDF_WITHIN) {
      return "application/pdf";
    }
    if (begins("PK\u0003\u0004")) {
      return archive();
    }
    if (begins("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return OLD_OFFICE.contains(declared) ? declared : "application/x-ole-storage";
    }
    if (begins("MZ")) {
      return "application/x-msdownload";
    }
    return isText() ? text() : MimeType.UNKNOWN;
  }

  private String archive() {
    if (!latin.contains("[Content_Types].xml")) {
      return "application/zip";
    }
    if (latin.contains("word/")) {
      return WORD;
    }
    if (latin.contains("xl/")) {
      return SHEET;
    }
    if (latin.contains("ppt/")) {
      return SLIDES;
    }
    return Set.of(WORD, SHEET, SLIDES).contains(declared) ? declared : "application/zip";
  }

  private String text() {
    String begin = latin.substring(0, Math.min(latin.length(), 1024)).strip();
    String lower = begin.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html")
        || lower.contains("<html")
        || lower.contains("<script")) {
      return "text/html";
    }
    if (lower.contains("<svg")) {
      return "image/svg+xml";
    }
    return lower.startsWith("<?xml") ? "text/xml" : "text/plain";
  }

  private boolean isText() {
    for (byte b : head) {
      boolean control = b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f';
      if (control || b == 0x7f) {
        return false;
      }
    }
    return head.length > 0;
  }

  private boolean begins(String magic) {
    return latin.startsWith(magic);
  }

  private boolean at(int offset, String magic) {
    return latin.startsWith(magic, offset);
  }
}
