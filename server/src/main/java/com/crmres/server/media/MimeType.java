package com.crmres.server.media;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the names of types as others write them: with parameters, in any case, or not at all.
public final class MimeType {

  /// For bytes of which one knows nothing.
  public static final String UNKNOWN = "application/octet-stream";

  private static final Pattern BARE =
      Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");

  private MimeType() {}

  /// The type without its parameters: `audio/ogg` of `audio/ogg; codecs=opus`.
  public static String bare(@Nullable String written) {
    if (written == null) {
      return UNKNOWN;
    }
    int end = written.indexOf(';');
    String bare = (end < 0 ? written : written.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return BARE.matcher(bare).matches() ? synonym(bare) : UNKNOWN;
  }

  private static String synonym(String type) {
    return switch (type) {
      case "image/jpg", "image/pjpeg" -> "image/jpeg";
      case "audio/mp3", "audio/mpeg3" -> "audio/mpeg";
      case "audio/x-m4a", "audio/m4a" -> "audio/mp4";
      case "audio/opus", "application/ogg" -> "audio/ogg";
      case "video/3gp" -> "video/3gpp";
      case "audio/x-aac", "audio/aacp" -> "audio/aac";
      default -> type;
    };
  }
}
