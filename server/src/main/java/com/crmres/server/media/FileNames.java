package com.crmres.server.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes the names that strangers give their files harmless to show and to save.
public final class FileNames {

  private static final int LONGEST = 120;
  private static final String FORBIDDEN = "/\\:*?\"<>|%;";
  private static final String UNRESERVED = "-._~";

  private FileNames() {}

  /// A name of one step without anything that a file system, a header or a reader could be misled
  /// by; null if nothing is left.
  public static @Nullable String harmless(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    last.codePoints().filter(FileNames::isHarmless).forEach(kept::appendCodePoint);
    String shown = kept.toString().replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
    return shown.isEmpty() ? null : shortened(shown);
  }

  /// The value of `Content-Disposition` that lets a browser save the file and never show it (RFC
  /// 6266).
  static String attachment(@Nullable String name, String mime) {
    String shown = name == null ? "file" + extension(mime) : name;
    String ascii = shown.replaceAll("[^ -~]", "_");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(ascii, percentEncoded(shown));
  }

  /// Control characters and marks of direction hide what a name ends with.
  private static boolean isHarmless(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && FORBIDDEN.indexOf(c) < 0;
  }

  /// The end of a name says what it is, so its middle goes.
  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String end = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    int kept = LONGEST - end.codePointCount(0, end.length());
    return name.substring(0, name.offsetByCodePoints(0, kept)) + end;
  }

  private static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || UNRESERVED.indexOf(b) >= 0;
      if (plain) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
  }

  private static String extension(String mime) {
    return switch (mime) {
      case "image/jpeg" -> ".jpg";
      case "image/png" -> ".png";
      case "image/webp" -> ".webp";
      case "image/gif" -> ".gif";
      case "video/mp4" -> ".mp4";
      case "video/3gpp" -> ".3gp";
      case "audio/ogg" -> ".ogg";
      case "audio/mpeg" -> ".mp3";
      case "audio/mp4" -> ".m4a";
      case "audio/aac" -> ".aac";
      case "audio/amr" -> ".amr";
      case "application/pdf" -> ".pdf";
      case "text/plain" -> ".txt";
      default -> "";
    };
  }
}
