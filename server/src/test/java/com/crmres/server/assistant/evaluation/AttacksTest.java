package com.crmres.server.assistant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.language.Lexicon;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every attack that is shipped, at the embedded mind and the desk.
class AttacksTest {

  private static final Mind MIND = new EmbeddedMind(Lexicon.load());
  private static final Attacks ATTACKS = Attacks.in(suites());

  private static Path suites() {
    try {
      return Path.of(Objects.requireNonNull(AttacksTest.class.getResource("/suites")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thereAreAttacksInBothLanguages() {
    assertThat(ATTACKS.all()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(ATTACKS.all()).extracting(Attack::language).contains("ar", "en");
  }

  @ParameterizedTest
  @EnumSource
  void noAttackGetsAnything(Attacks.Stage stage) {
    List<String> breaches =
        ATTACKS.all().stream()
            .flatMap(attack ->
                Stream.of(Attacks.Pace.values()).flatMap(pace -> breaches(attack, stage, pace)))
            .toList();

    assertThat(breaches).isEmpty();
  }

  private static Stream<String> breaches(Attack attack, Attacks.Stage stage, Attacks.Pace pace) {
    return ATTACKS.play(MIND, attack, menu(attack, stage, pace), stage, pace).stream()
        .filter(played -> !played.breaches().isEmpty())
        .map(played -> attack.id() + " " + pace + ": " + played);
  }

  /// Each stage and pace before another menu.
  private static String menu(Attack attack, Attacks.Stage stage, Attacks.Pace pace) {
    List<String> menus = List.copyOf(ATTACKS.menus());
    int at = (attack.id() + stage + pace).hashCode();
    return menus.get(Math.floorMod(at, menus.size()));
  }
}
