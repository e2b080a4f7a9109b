package com.crmres.server.assistant.evaluation;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.Menu;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Has a mind read all that was asked for, and keeps the scores.
final class Trial {

  private static final SuiteMenu NO_MENU =
      new SuiteMenu(
          new LocalizedText("", ""),
          new Menu(Scene.id("restaurant"), Scene.id("branch"), List.of()),
          Map.of());

  private final Request request;
  private final Path shipped;
  private final Meter meter;
  private final Player player;
  private final List<Section> sections = new ArrayList<>();

  Trial(Mind mind, Request request, Path shipped) {
    this.request = request;
    this.shipped = shipped;
    this.meter = new Meter(mind);
    this.player = new Player(meter);
  }

  /// @throws BadInput if anything given cannot be measured; then nothing was
  Report run() {
    boolean alone = false;
    for (LabelKind kind : LabelKind.values()) {
      Optional<Path> file = request.path("--" + kind.name().toLowerCase(Locale.ROOT));
      if (file.isPresent()) {
        alone = true;
        readTexts(kind, LabelledFile.read(file.get()), menu());
      }
    }
    if (!alone || request.has("--suite")) {
      Path folder = request.path("--suite").orElse(shipped);
      readSuite(folder, Suite.read(folder));
    }
    if (meter.turns() == 0) {
      throw new BadInput("there is nothing to measure in it");
    }
    return new Report(sections, meter);
  }

  private SuiteMenu menu() {
    return request.path("--menu").map(MenuReader::read).orElse(NO_MENU);
  }

  private void readSuite(Path folder, Suite suite) {
    readOrders(suite);
    readConversations(suite);
    readAttacks(suite);
    for (LabelKind kind : LabelKind.values()) {
      List<LabelledText> texts = new ArrayList<>();
      suite.labelled().stream()
          .filter(file -> isOf(kind, folder.relativize(file)))
          .forEach(file -> texts.addAll(LabelledFile.read(folder, file)));
      readTexts(kind, texts, menu());
    }
  }

  private static boolean isOf(LabelKind kind, Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(kind.word().substring(0, kind.word().length() - 1))) {
        return true;
      }
    }
    return false;
  }

  private void readOrders(Suite suite) {
    OrderSection section = new OrderSection();
    wanted(suite.orders())
        .forEach(one -> {
          Got got = player.play(one.menu(), new Scene(one.menu(), one.about()).turn());
          section.add(one, got);
        });
    if (!section.isEmpty()) {
      sections.add(section);
    }
  }

  private void readConversations(Suite suite) {
    ConversationSection section = new ConversationSection();
    wanted(suite.conversations()).forEach(one -> section.play(meter, one));
    if (!section.isEmpty()) {
      sections.add(section);
    }
  }

  private void readAttacks(Suite suite) {
    Attacks attacks = new Attacks(suite);
    AttackSection section = new AttackSection();
    suite.attacks().stream()
        .filter(attack -> request.splits().contains(Split.of(attack.id())))
        .forEach(attack -> section.play(meter, attacks, attack));
    if (!section.isEmpty()) {
      sections.add(section);
    }
  }

  private <T> Stream<Suite.Case<T>> wanted(List<Suite.Case<T>> cases) {
    Set<Split> splits = request.splits();
    return cases.stream().filter(one -> splits.contains(one.split()));
  }

  private void readTexts(LabelKind kind, List<LabelledText> all, SuiteMenu menu) {
    Set<Split> splits = request.splits();
    List<LabelledText> texts = all.stream().filter(text -> splits.contains(text.split())).toList();
    if (texts.isEmpty()) {
      return;
    }
    Labels labels =
        request
            .path("--labels")
            .map(file -> Labels.of(kind, file))
            .orElseGet(() -> Labels.of(kind));
    Map<LabelledText, String> expected = labels.resolve(texts);
    LabelSection section = new LabelSection(kind, new HashSet<>(expected.values()));
    expected.forEach((text, label) -> {
      Reading reading = meter.read(turn(text, menu));
      section.add(text, label, reading);
    });
    sections.add(section);
  }

  private static Turn turn(LabelledText text, SuiteMenu menu) {
    return Scene.turn(menu, text.messages(), Scene.emptyCart(), null, Past.NONE);
  }
}
