package com.crmres.server.menu.edit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Reads the bytes of a table as the spreadsheet programs of this country write them: UTF-8 with a
/// mark or without, UTF-16, or the Arabic code page of Windows.
final class CsvText {

  private static final Charset WINDOWS_ARABIC = Charset.forName("windows-1256");
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private CsvText() {}

  static String decode(byte[] bytes) {
    if (startsWith(bytes, UTF_8_MARK)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, UTF_16_LITTLE) || startsWith(bytes, UTF_16_BIG)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, WINDOWS_ARABIC);
    }
  }

  /// The sign between the cells: the one that the head has most of.
  static char separator(String text) {
    String head = text.lines().findFirst().orElse("");
    return SEPARATORS.stream()
        .max(Comparator.comparingLong(sign -> head.chars().filter(c -> c == sign).count()))
        .orElse(',');
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
