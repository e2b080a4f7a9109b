package com.crmres.server.assistant.embedded;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.WireName;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon;
import com.crmres.server.ordering.cart.Cart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a labelled file of why people are called for, and counts what the embedded mind makes of
/// it.
final class HandOverFigures {

  private final EmbeddedMind mind = new EmbeddedMind(Lexicon.load());

  /// A text with the reason somebody wrote beside it; null for none.
  record Case(String text, @Nullable EscalationReason reason) {

    static Case of(String line) {
      String[] columns = line.split("\t", -1);
      return new Case(
          columns[0],
          columns[1].equals("none") ? null : WireName.parse(EscalationReason.class, columns[1]));
    }
  }

  @Nullable EscalationReason reason(String text) {
    Cart cart = new Cart(TestMenu.id("cart"), 0, null, null, null, null, null, List.of(), null);
    Turn turn =
        new Turn(
            UUID.randomUUID(),
            List.of(new Turn.Said(UUID.randomUUID(), new MessageContent.Text(text))),
            TestMenu.menu(),
            cart,
            null,
            Language.SAUDI,
            0,
            List.of(),
            TestMenu.HOUSE,
            Past.NONE);
    return mind.read(turn).proposals().stream()
        .filter(Proposal.HandOver.class::isInstance)
        .map(proposal -> ((Proposal.HandOver) proposal).reason())
        .findFirst()
        .orElse(null);
  }

  /// The harmonic mean of precision and recall over all reasons together.
  double f1(List<Case> cases) {
    int right = 0;
    int called = 0;
    int wanted = 0;
    for (Case one : cases) {
      EscalationReason reason = reason(one.text());
      called += reason == null ? 0 : 1;
      wanted += one.reason() == null ? 0 : 1;
      right += reason != null && reason == one.reason() ? 1 : 0;
    }
    return 2.0 * right / (called + wanted);
  }
}
