package com.crmres.server.assistant.memory;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts a handing over into at most three lines: who, what was wanted, where it stands.
final class BriefLines {

  private static final int LONGEST_WORDS = 140;
  private static final int MOST_PIECES = 4;

  private final Words words;

  BriefLines(Words words) {
    this.words = words;
  }

  List<String> of(BriefStore.Noted noted) {
    List<String> lines = new ArrayList<>();
    lines.add(who(noted.brief()));
    MessageContent said = noted.said();
    if (said != null && !said.preview().isBlank()) {
      lines.add(words.say("brief.said", shortened(said.preview())));
    }
    lines.add(stands(noted.brief()));
    return lines;
  }

  private String who(Brief brief) {
    String known =
        brief.orders() == 0
            ? words.say("brief.new")
            : words.say(brief.orders() == 1 ? "brief.once" : "brief.often", brief.orders());
    Language language = brief.language();
    return language == null
        ? known
        : words.say("brief.who", known, words.say("language." + name(language)));
  }

  private String stands(Brief brief) {
    List<String> parts = new ArrayList<>();
    if (!brief.cart().isEmpty()) {
      parts.add(words.say("brief.cart", cart(brief.cart())));
    }
    Brief.LastOrder order = brief.lastOrder();
    if (order != null) {
      parts.add(
          words.say("brief.order", order.number(), words.say("status." + name(order.status()))));
    }
    return parts.isEmpty()
        ? words.say("brief.nothing")
        : String.join(words.say("brief.and"), parts);
  }

  private String cart(List<Brief.Piece> pieces) {
    String shown =
        pieces.stream()
            .limit(MOST_PIECES)
            .map(piece -> words.say("brief.piece", piece.quantity(), words.in(piece.name())))
            .collect(Collectors.joining(words.say("brief.comma")));
    return pieces.size() > MOST_PIECES
        ? words.say("brief.more", shown, pieces.size() - MOST_PIECES)
        : shown;
  }

  private static <E extends Enum<E> & WireName> String name(E value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// One line of words, cut between characters that belong together.
  static String shortened(String text) {
    return shortened(text, LONGEST_WORDS);
  }

  static String shortened(@Nullable String text, int most) {
    String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    int length = line.codePointCount(0, line.length());
    return length <= most ? line : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }
}
