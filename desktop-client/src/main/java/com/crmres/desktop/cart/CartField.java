package com.crmres.desktop.cart;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// A line of words about the cart: said with Enter or by going on, and only where it is other than
/// what stood there.
final class CartField extends TextField {

  private final boolean mayBeEmpty;
  private final Consumer<String> say;
  private String shown = "";

  /// @param words what is asked
  /// @param mayBeEmpty whether nothing is an answer as well
  /// @param say hears what was written
  CartField(String id, String words, boolean mayBeEmpty, Consumer<String> say) {
    this.mayBeEmpty = mayBeEmpty;
    this.say = say;
    setId(id);
    setPromptText(words);
    setAccessibleText(words);
    setOnAction(enter -> said());
    focusedProperty()
        .subscribe((before, now) -> {
          if (!now) {
            said();
          }
        });
  }

  private void said() {
    String words = getText().strip();
    if (!words.equals(shown) && (mayBeEmpty || !words.isEmpty())) {
      say.accept(words);
    }
  }

  /// What stands there is what was said; only other words are a change.
  void shows(@Nullable String words) {
    shown = Objects.requireNonNullElse(words, "");
    if (!getText().equals(shown)) {
      setText(shown);
    }
  }
}
