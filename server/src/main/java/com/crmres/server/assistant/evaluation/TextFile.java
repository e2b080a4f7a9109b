package com.crmres.server.assistant.evaluation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a text file as UTF-8 and nothing else; says in which line it is not.
final class TextFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFile() {}

  /// The lines of a file that say something, with their numbers; comments begin with `#`.
  static List<Line> lines(Path file) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : read(file).split("\r?\n", -1)) {
      number++;
      if (!text.isBlank() && !text.startsWith("#")) {
        lines.add(new Line(file, number, text));
      }
    }
    if (lines.isEmpty()) {
      throw new BadInput(file + ": the file has nothing in it to measure");
    }
    return lines;
  }

  /// The whole text of a file.
  static String read(Path file) {
    byte[] bytes = bytes(file);
    try {
      String text = decoded(bytes, 0, bytes.length);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new BadInput(file + ":" + brokenLine(bytes) + ": not UTF-8");
    }
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput(file + ": there is no such file");
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static String decoded(byte[] bytes, int from, int length)
      throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, from, length))
        .toString();
  }

  /// A line feed is never part of a longer character, so lines can be looked at one by one.
  private static int brokenLine(byte[] bytes) {
    int number = 1;
    int start = 0;
    for (int at = 0; at <= bytes.length; at++) {
      if (at == bytes.length || bytes[at] == '\n') {
        try {
          decoded(bytes, start, at - start);
        } catch (CharacterCodingException _) {
          return number;
        }
        start = at + 1;
        number++;
      }
    }
    return number;
  }

  /// One line and where it stands.
  record Line(Path file, int number, String text) {

    @Override
    public String toString() {
      return file + ":" + number;
    }

    /// Says what is wrong with it.
    String fault(String what) {
      return this + ": " + what;
    }
  }
}
