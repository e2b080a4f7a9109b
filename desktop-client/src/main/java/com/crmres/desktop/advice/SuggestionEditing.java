package com.crmres.desktop.advice;

import com.crmres.common.assistant.Suggestion;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The composer, in which a suggested answer is put into other words.
public interface SuggestionEditing {

  /// The one in the composer; absent for none.
  ObservableValue<@Nullable Suggestion> edited();

  void begin(Suggestion suggestion);

  /// Back to what was being written before.
  void leave();
}
