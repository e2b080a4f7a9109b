package com.crmres.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.ui.Colours.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// WCAG AA for each rule of the stylesheet that colours words, whoever wrote it: against its own
/// ground if it names one, against the panel if it does not.
class EveryColourPairTest {

  private static final double ENOUGH = 4.5;
  private static final int FEWEST = 100;
  private static final String WORDS = "-fx-text-fill";
  private static final String GROUND = "-fx-background-color";

  @Test
  void everyRuleThatColoursWordsIsReadableInEveryTheme() throws IOException {
    Colours light = Colours.light();
    Colours dark = Colours.dark();
    Map<String, Colours> themes =
        Map.of("light", light, "dark", dark, "kitchen", Colours.kitchen(dark));
    List<String> tooFaint = new ArrayList<>();
    var judged = new AtomicInteger();
    for (Rule rule : Colours.rules()) {
      if (rule.declarations().containsKey(WORDS)) {
        themes.forEach((theme, colours) -> {
          Double contrast = contrast(rule, theme, colours);
          if (contrast != null && judged.incrementAndGet() > 0 && contrast < ENOUGH) {
            tooFaint.add(
                String.format(Locale.ROOT, "%s, %s: %.2f", rule.selector(), theme, contrast));
          }
        });
      }
    }
    assertThat(tooFaint).isEmpty();
    assertThat(judged.get()).as("pairs that were judged").isGreaterThan(FEWEST);
  }

  /// Null where the rule says nothing of this theme, or paints on another rule's ground.
  private static @Nullable Double contrast(Rule rule, String theme, Colours colours) {
    boolean ofKitchen = rule.selector().contains(".kitchen") || rule.selector().contains("ticket");
    boolean ofDark = rule.selector().contains(".dark");
    if (ofKitchen != theme.equals("kitchen") || (ofDark && theme.equals("light"))) {
      return null;
    }
    Color words = colours.of(rule.declarations().get(WORDS));
    Color named = colours.of(rule.declarations().get(GROUND));
    Color ground = named == null ? colours.of("-panel") : named;
    if (words == null || ground == null || isOnGroundOfAnotherRule(rule, named)) {
      return null;
    }
    return Colours.contrast(words, ground);
  }

  /// White words, and those of a hovered or a chosen thing, stand on what another rule paints.
  private static boolean isOnGroundOfAnotherRule(Rule rule, @Nullable Color named) {
    String words = String.valueOf(rule.declarations().get(WORDS));
    return named == null
        && (words.equals("white")
            || words.equals("-on-brand")
            || words.equals("-k-page")
            || rule.selector().contains(":hover"));
  }
}
