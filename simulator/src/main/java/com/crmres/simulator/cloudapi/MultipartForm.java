package com.crmres.simulator.cloudapi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a `multipart/form-data` body that is wholly in memory.
final class MultipartForm {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?i)name=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(.+?)\\s*$");

  private final Map<String, Part> parts = new LinkedHashMap<>();

  static MultipartForm read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw GraphException.of(100, "The request must be multipart/form-data.");
    }
    // Latin-1 maps every byte to one character and back, so the text can be cut without loss.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    MultipartForm form = new MultipartForm();
    for (String piece : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
      form.add(piece);
    }
    return form;
  }

  Optional<Part> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  private void add(String piece) {
    int end = piece.indexOf("\r\n\r\n");
    if (end < 0) {
      return;
    }
    String head = new String(bytes(piece.substring(0, end)), StandardCharsets.UTF_8);
    String content = piece.substring(end + 4, Math.max(end + 4, piece.length() - 2));
    Matcher name = NAME.matcher(head);
    if (name.find()) {
      Matcher type = TYPE.matcher(head);
      parts.put(name.group(1), new Part(type.find() ? type.group(1) : "", bytes(content)));
    }
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// One field of the form.
  static final class Part {

    private final String contentType;
    private final byte[] bytes;

    Part(String contentType, byte[] bytes) {
      this.contentType = contentType;
      this.bytes = bytes;
    }

    String contentType() {
      return contentType;
    }

    byte[] bytes() {
      return bytes;
    }

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
