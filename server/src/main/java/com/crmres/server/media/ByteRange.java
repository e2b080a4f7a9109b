package com.crmres.server.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which bytes of a file a reader wants (RFC 9110, 14).
sealed interface ByteRange {

  /// All of them: he asked for no range, for several, or in a way that is none.
  record Whole() implements ByteRange {}

  /// These, both ends included.
  record Part(long from, long to) implements ByteRange {
    long length() {
      return to - from + 1;
    }
  }

  /// Bytes that the file does not have.
  record Outside() implements ByteRange {}

  Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

  /// Reads the header `Range` for a file of `size` bytes.
  static ByteRange of(@Nullable String header, long size) {
    Matcher range = header == null ? ONE.matcher("") : ONE.matcher(header);
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return new Whole();
    }
    return range.group(1).isEmpty()
        ? last(Long.parseLong(range.group(2)), size)
        : between(Long.parseLong(range.group(1)), range.group(2), size);
  }

  private static ByteRange last(long count, long size) {
    return count == 0 || size == 0 ? new Outside() : new Part(Math.max(0, size - count), size - 1);
  }

  private static ByteRange between(long from, String end, long size) {
    long to = end.isEmpty() ? size - 1 : Math.min(Long.parseLong(end), size - 1);
    if (!end.isEmpty() && Long.parseLong(end) < from) {
      return new Whole();
    }
    return from >= size ? new Outside() : new Part(from, to);
  }
}
