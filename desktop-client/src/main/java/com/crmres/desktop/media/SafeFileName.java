package com.crmres.desktop.media;

import com.crmres.common.conversation.MessageContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes a name that is safe to show and to save under of what a stranger called his file.
///
/// No folders, no invisible characters that turn `gpj.exe` round, no names that Windows keeps for
/// itself; and the end says what the bytes are, not what the stranger wishes.
public final class SafeFileName {

  private static final int LONGEST = 100;
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]+");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  /// By MIME type, the usual end first.
  private static final Map<String, List<String>> ENDS =
      Map.ofEntries(
          Map.entry("image/jpeg", List.of("jpg", "jpeg")),
          Map.entry("image/png", List.of("png")),
          Map.entry("image/webp", List.of("webp")),
          Map.entry("video/mp4", List.of("mp4")),
          Map.entry("video/3gpp", List.of("3gp")),
          Map.entry("audio/aac", List.of("aac")),
          Map.entry("audio/amr", List.of("amr")),
          Map.entry("audio/mpeg", List.of("mp3")),
          Map.entry("audio/mp4", List.of("m4a")),
          Map.entry("audio/ogg", List.of("ogg", "opus")),
          Map.entry("application/pdf", List.of("pdf")),
          Map.entry("text/plain", List.of("txt", "csv")),
          Map.entry("application/msword", List.of("doc")),
          Map.entry("application/vnd.ms-excel", List.of("xls")),
          Map.entry("application/vnd.ms-powerpoint", List.of("ppt")),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              List.of("docx")),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx")),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.presentationml.presentation",
              List.of("pptx")));

  private SafeFileName() {}

  /// The name of a file; `otherwise` where the sender gave none that can be kept.
  public static String of(MessageContent.Media media, String otherwise) {
    String given = media.fileName();
    String name = given == null ? "" : cleaned(given);
    if (name.isEmpty() || RESERVED.matcher(name).matches()) {
      name = otherwise;
    }
    return withTrueEnd(name, media.mimeType().toLowerCase(Locale.ROOT));
  }

  private static String cleaned(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String name = UNSAFE.matcher(last).replaceAll("").strip().replaceFirst("^\\.+", "");
    return name.replaceFirst("[. ]+$", "");
  }

  private static String withTrueEnd(String name, String mimeType) {
    List<String> ends = ENDS.get(mimeType);
    if (ends == null) {
      // Nothing that a double click would run.
      return shortened(name) + (isKnownEnd(end(name)) ? "" : ".bin");
    }
    return ends.contains(end(name)) ? shortened(name) : shortened(name) + "." + ends.getFirst();
  }

  private static boolean isKnownEnd(String end) {
    return ENDS.values().stream().anyMatch(ends -> ends.contains(end));
  }

  private static String end(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    String end = end(name);
    int room = Math.max(1, LONGEST - end.length() - 1);
    return name.substring(0, room).strip() + (end.isEmpty() ? "" : "." + end);
  }
}
