package com.crmres.server.assistant.evaluation;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Judgement;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.Work;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A mind of a few words: `add NAME` orders an item by its English name, and the names of an
/// intent, a sentiment or a proposal mean these.
final class ScriptedMind implements Mind {

  @Override
  public Reading read(Turn turn) {
    List<String> said =
        turn.said().stream()
            .map(message -> ((MessageContent.Text) message.content()).text())
            .toList();
    return new Reading(
        List.of(),
        said.stream().flatMap(text -> proposals(turn, text)).toList(),
        List.of(),
        new Judgement(
            named(Intent.values(), said, Intent.UNKNOWN),
            0.9,
            named(Sentiment.values(), said, Sentiment.NEUTRAL),
            0.9,
            Dialect.ENGLISH,
            1),
        0.9,
        Language.ENGLISH,
        Work.byItself("scripted-1"));
  }

  private static Stream<Proposal> proposals(Turn turn, String text) {
    return switch (text) {
      case "cancel" -> Stream.of(new Proposal.Cancel());
      case "which" ->
          Stream.of(
              new Proposal.AskWhich(turn.menu().items().map(MenuItem::id).toList(), 1, List.of()));
      case "repeat" -> Stream.of(new Proposal.Repeat(Proposal.Which.LAST));
      default ->
          text.startsWith("add ") ? add(turn, text.substring("add ".length())) : Stream.empty();
    };
  }

  private static Stream<Proposal> add(Turn turn, String name) {
    return turn.menu()
        .items()
        .filter(item -> item.name().en().equalsIgnoreCase(name))
        .map(item -> new Proposal.ChangeCart(new CartCommand.Add(item.id(), 1, List.of())));
  }

  private static <E extends Enum<E>> E named(E[] values, List<String> said, E otherwise) {
    return Stream.of(values)
        .filter(value ->
            said.stream().anyMatch(text -> text.contains(value.name().toLowerCase(Locale.ROOT))))
        .max(Comparator.comparingInt(value -> value.name().length()))
        .orElse(otherwise);
  }
}
