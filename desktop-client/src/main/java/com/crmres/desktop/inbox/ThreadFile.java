package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ExportedMessage;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was said as a table for spreadsheet programs, or as text to read.
final class ThreadFile {

  /// Without it Excel takes Arabic for something else.
  private static final String MARK = "\uFEFF";

  private static final String FORMULAS = "=+-@\t\r";

  private final Texts texts;
  private final Times times;

  ThreadFile(Texts texts, Times times) {
    this.texts = texts;
    this.times = times;
  }

  String text(Path place, List<ExportedMessage> said) {
    return place.toString().toLowerCase(Locale.ROOT).endsWith(".txt") ? plain(said) : table(said);
  }

  private String table(List<ExportedMessage> said) {
    return MARK
        + Stream.concat(Stream.of(texts.of("export.columns")), said.stream().map(this::row))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private String row(ExportedMessage one) {
    return Stream.of(
            one.conversationId().toString(),
            one.customer(),
            Objects.toString(one.phone(), ""),
            one.at().toString(),
            speaker(one),
            one.text())
        .map(ThreadFile::quoted)
        .collect(Collectors.joining(","));
  }

  /// What begins like a formula is words all the same: a customer must not write into the sheet.
  private static String quoted(String value) {
    boolean formula = !value.isEmpty() && FORMULAS.indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" + value : value).replace("\"", "\"\"") + '"';
  }

  private String plain(List<ExportedMessage> said) {
    var text = new StringBuilder();
    @Nullable UUID last = null;
    for (ExportedMessage one : said) {
      if (!one.conversationId().equals(last)) {
        text.append(last == null ? "" : "\n").append("# ").append(one.customer());
        text.append(one.phone() == null ? "" : " +" + one.phone()).append('\n');
        last = one.conversationId();
      }
      text.append(times.moment(one.at())).append("  ").append(speaker(one)).append(": ");
      text.append(one.text()).append('\n');
    }
    return text.toString();
  }

  private String speaker(ExportedMessage one) {
    String who = one.speaker();
    return who != null ? who : texts.of("export.speaker", one.sender());
  }
}
