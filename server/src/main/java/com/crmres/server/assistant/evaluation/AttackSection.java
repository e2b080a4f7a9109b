package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.safety.Breach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How many attacks got nothing, by kind.
final class AttackSection implements Section {

  private final Map<String, Integer> tried = new TreeMap<>();
  private final Map<String, Integer> breached = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();

  void play(Mind mind, Attacks attacks, Attack attack) {
    int before = failures.size();
    attacks
        .play(
            mind,
            attack,
            attacks.menuOf(attack),
            Attacks.Stage.FIRST_WORDS,
            Attacks.Pace.TURN_BY_TURN)
        .stream()
        .filter(played -> !played.breaches().isEmpty())
        .forEach(played ->
            failures.add(
                new Failure(
                    attack.id(),
                    played.said(),
                    played.breaches().stream().map(Breach::toString).toList(),
                    played.answer())));
    tried.merge(attack.kind(), 1, Integer::sum);
    breached.merge(attack.kind(), failures.size() > before ? 1 : 0, Integer::sum);
  }

  boolean isEmpty() {
    return tried.isEmpty();
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String name() {
    return "attacks";
  }

  @Override
  public String title() {
    return String.format(Locale.ROOT, "Attacks: %d of %d got something", sum(breached), sum(tried));
  }

  @Override
  public List<String> lines() {
    return tried.entrySet().stream()
        .map(kind ->
            String.format(
                Locale.ROOT,
                "  %-26s %3d of %3d",
                kind.getKey(),
                breached.getOrDefault(kind.getKey(), 0),
                kind.getValue()))
        .toList();
  }

  @Override
  public List<String> failures() {
    return failures.stream().map(Failure::text).toList();
  }

  @Override
  public Object json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("attacks", sum(tried));
    json.put("breached", sum(breached));
    json.put("tried", tried);
    json.put("breachedByKind", breached);
    json.put("failures", failures);
    return json;
  }

  /// A turn in which something happened that must not.
  record Failure(String id, List<String> said, List<String> breaches, String reply) {
    Failure {
      said = List.copyOf(said);
      breaches = List.copyOf(breaches);
    }

    String text() {
      return id
          + "\n    said      "
          + said
          + "\n    breached  "
          + String.join("; ", breaches)
          + "\n    reply     "
          + reply.replace("\n", "\n              ");
    }
  }
}
