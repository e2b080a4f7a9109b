package com.crmres.desktop.inbox;

import com.crmres.common.assistant.Suggestion;
import com.crmres.desktop.advice.SuggestionEditing;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Opens suggested answers in the composer and puts the cursor there.
final class ComposerEditing implements SuggestionEditing {

  private final WritingModel writing;
  private final Runnable beginWriting;

  ComposerEditing(WritingModel writing, Runnable beginWriting) {
    this.writing = writing;
    this.beginWriting = beginWriting;
  }

  @Override
  public ObservableValue<@Nullable Suggestion> edited() {
    return writing.corrected();
  }

  @Override
  public void begin(Suggestion suggestion) {
    writing.correct(suggestion);
    beginWriting.run();
  }

  @Override
  public void leave() {
    writing.leaveCorrection();
    beginWriting.run();
  }
}
