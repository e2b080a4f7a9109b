package com.crmres.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// WCAG AA: words stand out from what they stand on, in both themes.
class ContrastTest {

  private static final Path SHEET = Path.of("src/main/resources/com/crmres/desktop/style/app.css");
  private static final Pattern COLOUR = Pattern.compile("(-[a-z-]+): (#[0-9a-f]{6});");

  @ParameterizedTest
  @CsvSource({
    "-on-brand, -brand",
    "-good, -good-soft",
    "-due, -due-soft",
    "-late, -late-soft",
    "-late, -panel",
    "-new, -new-soft",
    "-new, -bubble-staff",
    "-assistant, -assistant-soft",
    "-assistant, -panel",
    "-note, -note-soft",
    "-due, -panel",
    "-good, -panel"
  })
  void isAtLeastFourAndAHalf(String words, String ground) throws IOException {
    String sheet = Files.readString(SHEET);
    Map<String, Color> light = colours(sheet, ".root {");
    Map<String, Color> dark = new HashMap<>(light);
    dark.putAll(colours(sheet, ".root.dark {"));

    assertThat(contrast(light, words, ground)).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(dark, words, ground)).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @CsvSource({
    "-k-ink, -k-card",
    "-k-quiet, -k-card",
    "-k-quiet, -k-page",
    "-k-good, -k-card",
    "-k-due, -k-card",
    "-k-late, -k-card",
    "-k-changed, -k-card",
    "-k-ink, -k-late-deep"
  })
  void isAtLeastSevenInTheKitchen(String words, String ground) throws IOException {
    Map<String, Color> kitchen = colours(Files.readString(SHEET), "\n.kitchen {");

    assertThat(contrast(kitchen, words, ground)).isGreaterThanOrEqualTo(7);
  }

  private static Map<String, Color> colours(String sheet, String block) {
    int from = sheet.indexOf(block);
    Matcher matcher = COLOUR.matcher(sheet.substring(from, sheet.indexOf("}", from)));
    Map<String, Color> colours = new HashMap<>();
    while (matcher.find()) {
      colours.put(matcher.group(1), Color.web(matcher.group(2)));
    }
    return colours;
  }

  private static double contrast(Map<String, Color> colours, String one, String other) {
    double a = luminance(Objects.requireNonNull(colours.get(one), one));
    double b = luminance(Objects.requireNonNull(colours.get(other), other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
