package com.crmres.desktop.text;

import com.crmres.common.restaurant.LocalizedText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// Everything the program says, in one language.
public final class Texts {

  private final ScreenLanguage language;
  private final ResourceBundle bundle;

  private Texts(ScreenLanguage language, ResourceBundle bundle) {
    this.language = language;
    this.bundle = bundle;
  }

  public static Texts in(ScreenLanguage language) {
    String name = "/com/crmres/desktop/text/strings_%s.properties".formatted(language.code());
    try (var stream = Objects.requireNonNull(Texts.class.getResourceAsStream(name));
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return new Texts(language, new PropertyResourceBundle(reader));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  public ScreenLanguage language() {
    return language;
  }

  public boolean isRightToLeft() {
    return language == ScreenLanguage.ARABIC;
  }

  /// For FXML, where `%key` stands for a text.
  public ResourceBundle bundle() {
    return bundle;
  }

  /// The text with `{0}`, `{1}` … replaced. Numbers come as text: a formatter of an Arabic locale
  /// would mix in other digits and invisible characters.
  public String of(String key, Object... values) {
    String text = bundle.getString(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i].toString());
    }
    return text;
  }

  /// The text for a constant, its key made of `prefix` and the constant's name.
  public String of(String prefix, Enum<?> constant) {
    return of(prefix + "." + constant.name());
  }

  /// The text for a constant with its places filled.
  public String filled(String prefix, Enum<?> constant, Object... values) {
    return of(prefix + "." + constant.name(), values);
  }

  /// The text for a word of the outside, such as a kind of message; `otherwise` if we have none.
  public String known(String prefix, String word, String otherwise) {
    String key = prefix + "." + word;
    return bundle.containsKey(key) ? of(key) : of(otherwise);
  }

  public String name(LocalizedText name) {
    return name.in(language.code());
  }
}
