package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How well the intents, sentiments or handovers of labelled texts were read.
final class LabelSection implements Section {

  private final LabelKind kind;
  private final Map<String, String> mapped;
  private final Set<String> inFile;
  private final Confusion all = new Confusion();
  private final Map<String, Map<String, Confusion>> groups = new LinkedHashMap<>();
  private final Calibration calibration = new Calibration();
  private final List<Failure> failures = new ArrayList<>();

  /// @param labels those that the texts have, in our words
  LabelSection(LabelKind kind, Set<String> labels) {
    this.kind = kind;
    this.inFile = Set.copyOf(labels);
    this.mapped = kind.coarser(labels);
    List.of("split", "language", "dialect").forEach(by -> groups.put(by, new TreeMap<>()));
  }

  void add(LabelledText text, String expected, Reading reading) {
    String own = kind.of(reading);
    String got = mapped.getOrDefault(own, own);
    all.add(expected, got);
    confusion("split", text.split().folder()).add(expected, got);
    confusion("language", text.language()).add(expected, got);
    confusion("dialect", text.dialect()).add(expected, got);
    calibration.add(kind.confidence(reading), expected.equals(got));
    if (!expected.equals(got)) {
      failures.add(new Failure(text.at().toString(), text.text(), text.dialect(), expected, got));
    }
  }

  private Confusion confusion(String by, String group) {
    return groups.getOrDefault(by, Map.of()).computeIfAbsent(group, _ -> new Confusion());
  }

  @Override
  public String name() {
    return kind.word();
  }

  @Override
  public String title() {
    String head =
        switch (kind) {
          case INTENT -> "Intents";
          case SENTIMENT -> "Sentiments";
          case HANDOVER -> "Handing over";
        };
    return head + ": " + all.summary();
  }

  @Override
  public Optional<Double> weightiest() {
    return Optional.of(
        switch (kind) {
          case INTENT -> all.accuracy();
          case SENTIMENT -> all.macroF1();
          case HANDOVER -> called().recall();
        });
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(notes());
    lines.addAll(all.labelLines());
    groups.forEach((by, confusions) -> lines.addAll(table(by, confusions)));
    lines.add("");
    lines.addAll(all.confusedLines());
    if (kind == LabelKind.HANDOVER) {
      lines.add(anyReason());
    } else {
      lines.addAll(calibration.lines(kind.word()));
    }
    return lines;
  }

  /// What a reader must know to compare the figures with others.
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!mapped.isEmpty()) {
      notes.add(
          "  The file's labels are coarser than ours, so ours count as: " + new TreeMap<>(mapped));
    }
    if (kind == LabelKind.SENTIMENT && !inFile.contains("neutral")) {
      int neutral = inFile.stream().mapToInt(label -> all.count(label, "neutral")).sum();
      notes.add(
          "  The file has no neutral texts; "
              + neutral
              + " were read as neutral, which counts as wrong");
    }
    return notes;
  }

  private static List<String> table(String by, Map<String, Confusion> confusions) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    confusions.forEach((group, confusion) ->
        lines.add(String.format(Locale.ROOT, "  %-9s %-9s %s", by, group, confusion.summary())));
    return lines;
  }

  /// Whether people are called when they must be, whatever the reason given.
  private Tally called() {
    Tally called = new Tally();
    for (String expected : all.expected()) {
      int quiet = all.count(expected, LabelKind.NO_HANDOVER);
      int loud = all.tally(expected).expected() - quiet;
      if (expected.equals(LabelKind.NO_HANDOVER)) {
        called.wrong(loud);
      } else {
        called.found(loud);
        called.missed(quiet);
      }
    }
    return called;
  }

  private String anyReason() {
    Tally called = called();
    return String.format(
        Locale.ROOT,
        "Called people, for whatever reason: precision %s   recall %s",
        Figures.percent(called.precision()),
        Figures.percent(called.recall()));
  }

  @Override
  public List<String> failures() {
    return failures.stream().map(Failure::text).toList();
  }

  @Override
  public Object json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("all", all.json());
    groups.forEach((by, confusions) -> {
      Map<String, Object> table = new LinkedHashMap<>();
      confusions.forEach((group, confusion) -> table.put(group, confusion.json()));
      json.put("by" + Character.toUpperCase(by.charAt(0)) + by.substring(1), table);
    });
    if (kind == LabelKind.HANDOVER) {
      json.put("called", called().json());
    }
    json.put("calibration", calibration.json());
    json.put("mapped", new TreeMap<>(mapped));
    json.put("labels", new TreeSet<>(inFile));
    json.put("failures", failures);
    return json;
  }

  /// A text that was not read as it is labelled.
  record Failure(String at, String said, String dialect, String expected, String got) {
    String text() {
      return at
          + "\n    said      "
          + said
          + "\n    expected  "
          + expected
          + "\n    got       "
          + got;
    }
  }
}
