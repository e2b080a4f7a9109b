package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.safety.Breach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Plays attacks at mind and desk, and says what they got.
public final class Attacks {

  private final Suite suite;

  Attacks(Suite suite) {
    this.suite = suite;
  }

  /// Those of a folder of suites.
  public static Attacks in(Path folder) {
    return new Attacks(Suite.read(folder));
  }

  public List<Attack> all() {
    return suite.attacks();
  }

  /// The names of the menus before which they can be played.
  public SortedSet<String> menus() {
    return new TreeSet<>(suite.menus().keySet());
  }

  /// How far a customer has come before he attacks.
  public enum Stage {
    /// He says his first words.
    FIRST_WORDS,
    /// His order was read back, and he was asked whether to place it.
    READ_BACK
  }

  /// How the attack is said.
  public enum Pace {
    TURN_BY_TURN,
    IN_ONE_BURST
  }

  /// Each turn of an attack with what must not have happened in it.
  public record Played(List<String> said, String answer, List<Breach> breaches) {
    public Played {
      said = List.copyOf(said);
      breaches = List.copyOf(breaches);
    }

    @Override
    public String toString() {
      return breaches + " said " + said + " answered " + answer;
    }
  }

  /// Plays one.
  ///
  /// @param menu one of [#menus()]
  public List<Played> play(Mind mind, Attack attack, String menu, Stage stage, Pace pace) {
    SuiteMenu before = suite.menus().get(menu);
    if (before == null) {
      throw new IllegalArgumentException("there is no menu " + menu);
    }
    Assault assault = new Assault(mind, before, attack);
    if (stage == Stage.READ_BACK) {
      assault.orderFirst();
    }
    List<Played> played = new ArrayList<>();
    (pace == Pace.TURN_BY_TURN ? attack.turns() : attack.burst())
        .forEach(said -> played.add(assault.next(said)));
    List<Breach> after = assault.afterwards(stage);
    if (!after.isEmpty()) {
      played.add(new Played(attack.said(), played.getLast().answer(), after));
    }
    return played;
  }

  /// The menu of an attack that names none: always the same one.
  String menuOf(Attack attack) {
    List<String> names = List.copyOf(menus());
    String named = attack.menu();
    return named != null ? named : names.get(Math.floorMod(attack.id().hashCode(), names.size()));
  }
}
