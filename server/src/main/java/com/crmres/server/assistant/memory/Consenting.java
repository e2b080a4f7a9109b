package com.crmres.server.assistant.memory;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Tap;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads a customer's yes or no to our question about his allergy: from the button, or from words
/// that mean nothing else. No mind decides it.
public final class Consenting {

  private static final Set<String> YES =
      Set.of(
          "نعم",
          "ايه",
          "اي",
          "ايوه",
          "ايوا",
          "اكيد",
          "موافق",
          "موافقه",
          "اوافق",
          "تمام",
          "احفظوها",
          "نعم احفظوها",
          "ايه احفظوها",
          "اوكي",
          "ابشر",
          "yes",
          "yes please",
          "yep",
          "yeah",
          "sure",
          "ok",
          "okay",
          "yes remember it");
  private static final Set<String> NO =
      Set.of(
          "لا",
          "لا شكرا",
          "لا ما ابي",
          "ما ابي",
          "مو موافق",
          "غير موافق",
          "لا تحفظوها",
          "لأ",
          "لاء",
          "no",
          "no thanks",
          "nope",
          "don't",
          "dont");

  private Consenting() {}

  /// An answer to the question about one message.
  public record Answer(UUID messageId, boolean agreed) {}

  /// What he answered in this turn; empty if he did not.
  public static Optional<Answer> in(Turn turn) {
    return turn.said().stream().flatMap(said -> of(said.content(), turn).stream()).findFirst();
  }

  private static Optional<Answer> of(MessageContent content, Turn turn) {
    if (content instanceof MessageContent.Choice choice) {
      return Tap.read(choice.id())
          .filter(Tap.Allow.class::isInstance)
          .map(Tap.Allow.class::cast)
          .map(allow -> new Answer(allow.messageId(), allow.agreed()));
    }
    if (content instanceof MessageContent.Text(String text)
        && turn.pending() instanceof PendingQuestion.MayRemember(UUID messageId)) {
      String words = Word.of(text).stream().map(Word::text).collect(Collectors.joining(" "));
      return YES.contains(words)
          ? Optional.of(new Answer(messageId, true))
          : NO.contains(words) ? Optional.of(new Answer(messageId, false)) : Optional.empty();
    }
    return Optional.empty();
  }
}
