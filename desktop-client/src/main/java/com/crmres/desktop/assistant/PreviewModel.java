package com.crmres.desktop.assistant;

import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.conversation.Language;
import com.crmres.common.restaurant.Personality;
import com.crmres.desktop.connection.AssistantApi;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.DisplayText;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Tries two manners of speaking side by side, on a sample or on lines of one's own.
public final class PreviewModel {

  private static final int MOST_TURNS = 12;
  private static final int LONGEST_TURN = 1000;

  private final AssistantApi api;
  private final Calls calls;
  private final UUID branchId;
  private final ObservableList<PreviewSample> samples = FXCollections.observableArrayList();
  private final ObservableList<PreviewSample> readableSamples =
      FXCollections.unmodifiableObservableList(samples);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private final StringProperty said = new SimpleStringProperty("");
  private final PreviewSide one = new PreviewSide(Personality.FORMAL);
  private final PreviewSide other = new PreviewSide(Personality.CASUAL);
  private String language = "";

  PreviewModel(AssistantApi api, Calls calls, UUID branchId) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    one.personality().subscribe((before, now) -> run(one));
    other.personality().subscribe((before, now) -> run(other));
  }

  public ObservableList<PreviewSample> samples() {
    return readableSamples;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// What the customer says, a line each turn.
  public StringProperty said() {
    return said;
  }

  public PreviewSide one() {
    return one;
  }

  public PreviewSide other() {
    return other;
  }

  /// The samples of a language, `ar` or `en`.
  public void load(String wanted) {
    if (wanted.equals(language) && state.get() != ListState.FAILED) {
      return;
    }
    language = wanted;
    state.set(ListState.LOADING);
    calls.ask(
        () -> api.samples(wanted),
        page -> {
          if (wanted.equals(language)) {
            samples.setAll(page.items());
            state.set(samples.isEmpty() ? ListState.EMPTY : ListState.READY);
            showSomething();
          }
        },
        why -> {
          if (wanted.equals(language)) {
            state.set(ListState.FAILED);
          }
        });
  }

  /// So that a manner is heard before anything is typed.
  private void showSomething() {
    if (said.get().isBlank() && !samples.isEmpty()) {
      choose(samples.getFirst());
    }
  }

  /// The manner in use speaks first, another one beside it.
  void compare(Personality inUse, Personality wanted) {
    one.personality().set(inUse);
    if (wanted != inUse) {
      other.personality().set(wanted);
    } else if (other.personality().get() == inUse) {
      other
          .personality()
          .set(inUse == Personality.CASUAL ? Personality.FORMAL : Personality.CASUAL);
    }
  }

  public void choose(PreviewSample sample) {
    said.set(String.join("\n", sample.said()));
    run();
  }

  private List<String> lines() {
    return said.get().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /// Whether there is something to try, and not more than may be tried.
  public boolean isComplete() {
    List<String> lines = lines();
    return !lines.isEmpty()
        && lines.size() <= MOST_TURNS
        && lines.stream().allMatch(line -> line.length() <= LONGEST_TURN);
  }

  public void run() {
    run(one);
    run(other);
  }

  /// Tries one side again.
  public void run(PreviewSide side) {
    if (!isComplete()) {
      return;
    }
    var request =
        new PreviewRequest(side.personality().get(), branchId, customersLanguage(), lines());
    int mine = side.asked();
    calls.ask(
        () -> api.preview(request),
        page -> side.came(mine, page.items()),
        why -> side.failed(mine, why));
  }

  private Language customersLanguage() {
    return lines().stream().anyMatch(DisplayText::isRightToLeft)
        ? Language.SAUDI
        : Language.ENGLISH;
  }
}
