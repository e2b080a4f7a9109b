package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Corrections;
import com.crmres.server.assistant.Desk.Served;
import com.crmres.server.assistant.House;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.language.Lexicon;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A customer talking to the mind and the desk, with a counter in memory.
final class Talk {

  private static final Mind MIND = new Corrections(new EmbeddedMind(Lexicon.load()));
  private static final Speech SPEECH = new Speech();

  final CounterInMemory counter = new CounterInMemory();
  Past past = Past.NONE;
  private @Nullable PendingQuestion pending;
  private @Nullable Language language;
  private int misses;
  private Served last = new Served(List.of(), null, 0, null);
  private int most;

  /// Says texts in one burst; answers what we said.
  String say(String... texts) {
    return turn(Stream.of(texts).<MessageContent>map(MessageContent.Text::new).toList());
  }

  /// Taps the button or row of the last answer with this title.
  String tap(String title) {
    return tapId(idOf(title), title);
  }

  String tapId(String id, String title) {
    return turn(List.of(new MessageContent.Choice(id, title)));
  }

  String pin(double latitude, double longitude) {
    return turn(List.of(new MessageContent.Place(latitude, longitude, null, null)));
  }

  String send(MessageContent... contents) {
    return turn(List.of(contents));
  }

  /// Edits a text that was answered before.
  String edit(String before, String now) {
    Turn.Correction correction =
        new Turn.Correction(new MessageContent.Text(before), counter.now.minusSeconds(60));
    return serve(
        List.of(new Turn.Said(UUID.randomUUID(), new MessageContent.Text(now), correction)));
  }

  String idOf(String title) {
    return last.answers().stream()
        .flatMap(Talk::taps)
        .filter(tap -> tap.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing to tap called " + title + " in " + last))
        .id();
  }

  private static Stream<MessageContent.Button> taps(MessageContent content) {
    return switch (content) {
      case MessageContent.Buttons(_, List<MessageContent.Button> buttons, _, _) -> buttons.stream();
      case MessageContent.Options(_, _, List<MessageContent.Row> rows, _, _) ->
          rows.stream().map(row -> new MessageContent.Button(row.id(), row.title()));
      default -> Stream.empty();
    };
  }

  private String turn(List<MessageContent> contents) {
    return serve(
        contents.stream().map(content -> new Turn.Said(UUID.randomUUID(), content)).toList());
  }

  private String serve(List<Turn.Said> said) {
    Turn turn = turnOf(said);
    return serve(turn, MIND.read(turn));
  }

  /// Serves what some mind made of a turn.
  String propose(Proposal... proposals) {
    Turn turn = turnOf(List.of());
    Reading nothing = MIND.read(turn);
    return serve(
        turn,
        new Reading(
            List.of(),
            List.of(proposals),
            List.of(),
            nothing.judgement(),
            1,
            nothing.language(),
            nothing.work()));
  }

  private Turn turnOf(List<Turn.Said> said) {
    return new Turn(
        TestMenu.id("conversation"),
        said,
        counter.menu,
        counter.cart(),
        pending,
        language,
        misses,
        List.of(
            new Turn.BranchName(TestMenu.OLAYA, List.of("فرع العليا", "Olaya branch")),
            new Turn.BranchName(TestMenu.YASMIN, List.of("فرع الياسمين", "Yasmin branch"))),
        new House(counter.restaurant().name(), counter.personality, List.of()),
        past);
  }

  private String serve(Turn turn, Reading reading) {
    Voice voice =
        SPEECH.voice(reading.language(), counter.personality, counter.restaurant().name());
    last = new Visit(counter, voice, turn, reading).serve();
    language = reading.language();
    pending = last.pending();
    misses = last.misses();
    most = Math.max(most, last.answers().size());
    return text();
  }

  Served last() {
    return last;
  }

  int mostMessages() {
    return most;
  }

  private String text() {
    return last.answers().stream()
        .map(MessageContent::preview)
        .collect(Collectors.joining("\n---\n"));
  }
}
