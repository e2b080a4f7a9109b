package com.crmres.desktop.handling;

import com.crmres.common.identity.Colleague;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.text.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Completes the names of colleagues behind an `@`, and knows whom a text calls.
public final class Mentions {

  private static final int MOST = 6;
  private static final int LONGEST_BEGUN = 30;

  private final Calls calls;
  private final Supplier<List<Colleague>> source;
  private final ObservableList<Colleague> offered = FXCollections.observableArrayList();
  private final ObservableList<Colleague> readableOffered =
      FXCollections.unmodifiableObservableList(offered);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
  private List<Colleague> colleagues = List.of();
  private boolean asked;

  Mentions(Calls calls, Supplier<List<Colleague>> source) {
    this.calls = calls;
    this.source = source;
  }

  /// Who fits what stands behind the `@` before the cursor.
  public ObservableList<Colleague> offered() {
    return readableOffered;
  }

  /// The place of the one that Enter takes.
  public ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Asks once who works here.
  public void begin() {
    if (!asked) {
      asked = true;
      calls.ask(source::get, all -> colleagues = all, why -> asked = false);
    }
  }

  /// Whoever is called, so that his name is shown as such and not twice.
  public List<String> namesOf(List<UUID> ids) {
    return colleagues.stream().filter(one -> ids.contains(one.id())).map(Colleague::name).toList();
  }

  public void wander(int step) {
    if (!offered.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + step, offered.size()));
    }
  }

  /// Looks at what was typed.
  ///
  /// @param cursor how many characters stand before it
  public void look(String text, int cursor) {
    int at = begun(text, cursor);
    chosen.set(0);
    if (at < 0) {
      offered.clear();
      return;
    }
    String name = text.substring(at + 1, cursor);
    offered.setAll(
        colleagues.stream()
            .filter(one -> name.isEmpty() || SearchText.contains(one.name(), name))
            .filter(one -> !one.name().equals(name.strip()))
            .limit(MOST)
            .toList());
  }

  /// Where the name that is being typed begins, or -1.
  private static int begun(String text, int cursor) {
    int from = Math.min(cursor, text.length());
    int at = text.lastIndexOf('@', from - 1);
    boolean alone = at == 0 || (at > 0 && Character.isWhitespace(text.charAt(at - 1)));
    boolean inReach = at >= 0 && from - at <= LONGEST_BEGUN;
    return alone && inReach && text.substring(at, from).indexOf('\n') < 0 ? at : -1;
  }

  /// The text with the chosen name in place of what was typed of it.
  public String completed(String text, int cursor) {
    int at = begun(text, cursor);
    if (at < 0 || offered.isEmpty()) {
      return text;
    }
    String name = offered.get(chosen.get()).name();
    offered.clear();
    return text.substring(0, at) + "@" + name + " " + text.substring(cursor).stripLeading();
  }

  public void leave() {
    offered.clear();
  }

  /// Longer names first: of two that begin alike the one that was meant.
  List<UUID> calledBy(String text) {
    List<UUID> called = new ArrayList<>();
    String rest = text;
    List<Colleague> longestFirst =
        colleagues.stream()
            .sorted((one, other) -> other.name().length() - one.name().length())
            .toList();
    for (Colleague one : longestFirst) {
      if (rest.contains("@" + one.name())) {
        called.add(one.id());
        rest = rest.replace("@" + one.name(), " ");
      }
    }
    return called;
  }
}
