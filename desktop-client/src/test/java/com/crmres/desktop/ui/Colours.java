package com.crmres.desktop.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The stylesheet's rules, and what its names of colours mean in a theme.
final class Colours {

  private static final Path SHEET = Path.of("src/main/resources/com/crmres/desktop/style/app.css");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern DECLARATION = Pattern.compile("(-[a-z-]+):\\s*([^;]+);");

  /// One rule.
  record Rule(String selector, Map<String, String> declarations) {}

  private final Map<String, String> names;

  private Colours(Map<String, String> names) {
    this.names = names;
  }

  static List<Rule> rules() throws IOException {
    return rules(Files.readString(SHEET));
  }

  private static List<Rule> rules(String sheet) {
    List<Rule> rules = new ArrayList<>();
    Matcher rule = RULE.matcher(sheet.replaceAll("(?s)/\\*.*?\\*/", ""));
    while (rule.find()) {
      Map<String, String> declarations = new LinkedHashMap<>();
      Matcher declaration = DECLARATION.matcher(rule.group(2).strip() + ";");
      while (declaration.find()) {
        declarations.put(declaration.group(1), declaration.group(2).strip());
      }
      rules.add(new Rule(rule.group(1).strip(), declarations));
    }
    return rules;
  }

  static Colours light() throws IOException {
    Map<String, String> names = theme("primer-light");
    add(names, ".root");
    return new Colours(names);
  }

  static Colours dark() throws IOException {
    Map<String, String> names = theme("primer-dark");
    add(names, ".root");
    add(names, ".root.dark");
    return new Colours(names);
  }

  static Colours kitchen(Colours below) throws IOException {
    Map<String, String> names = new HashMap<>(below.names);
    add(names, ".kitchen");
    return new Colours(names);
  }

  private static void add(Map<String, String> names, String selector) throws IOException {
    rules().stream()
        .filter(rule -> rule.selector().equals(selector))
        .forEach(rule -> names.putAll(rule.declarations()));
  }

  /// What AtlantaFX calls its colours.
  private static Map<String, String> theme(String name) throws IOException {
    String path = "/atlantafx/base/theme/" + name + ".css";
    try (InputStream sheet = Objects.requireNonNull(Colours.class.getResourceAsStream(path))) {
      Map<String, String> names = new HashMap<>();
      rules(new String(sheet.readAllBytes(), StandardCharsets.UTF_8)).stream()
          .filter(rule -> rule.selector().endsWith(".root"))
          .forEach(rule -> names.putAll(rule.declarations()));
      return names;
    }
  }

  /// The colour behind a name or a value; null for what is no plain colour.
  @Nullable Color of(@Nullable String value) {
    String meant = value;
    for (int i = 0; i < 8 && meant != null && meant.startsWith("-"); i++) {
      meant = names.get(meant);
    }
    boolean plain = meant != null && (meant.startsWith("#") || meant.matches("white|black"));
    return plain ? Color.web(meant) : null;
  }

  /// How far two colours stand apart, as WCAG counts it.
  static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
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
