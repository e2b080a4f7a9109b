package com.crmres.server.assistant.openrouter;

import com.crmres.server.assistant.ReplyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/// Cuts a model's words at the blanks that code fills in.
final class Spoken {

  private Spoken() {}

  static List<ReplyPart> parts(String words) {
    List<ReplyPart> parts = new ArrayList<>();
    Matcher blank = OutputGate.BLANK.matcher(words);
    int done = 0;
    while (blank.find()) {
      add(parts, words.substring(done, blank.start()));
      parts.add(new ReplyPart.Filled(ReplyPart.Blank.valueOf(blank.group(1))));
      done = blank.end();
    }
    add(parts, words.substring(done));
    return List.copyOf(parts);
  }

  private static void add(List<ReplyPart> parts, String words) {
    if (!words.isBlank()) {
      parts.add(new ReplyPart.Words(words));
    }
  }
}
