package com.crmres.desktop.alert;

import com.crmres.desktop.connection.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The notices on the screen, and whether the machine can be heard.
public final class AlertsModel {

  public static final double QUIET = 0.35;
  public static final double LOUD = 0.95;

  private static final int MOST = 4;
  private static final int MOST_PAST = 200;
  private static final Duration SHOWN = Duration.ofSeconds(8);

  private final Loudspeaker speaker;
  private final Calls calls;
  private final BooleanSupplier muted;
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final ObservableList<Notice> readableNotices =
      FXCollections.unmodifiableObservableList(notices);
  private final ObservableList<PastNotice> past = FXCollections.observableArrayList();
  private final ObservableList<PastNotice> readablePast =
      FXCollections.unmodifiableObservableList(past);
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper dumb = new ReadOnlyBooleanWrapper();

  public AlertsModel(Loudspeaker speaker, Calls calls, BooleanSupplier muted) {
    this.speaker = speaker;
    this.calls = calls;
    this.muted = muted;
  }

  /// The newest first.
  public ObservableList<Notice> notices() {
    return readableNotices;
  }

  /// Whether the last sound could not be played: the machine has no device for it.
  public ReadOnlyBooleanProperty dumb() {
    return dumb.getReadOnlyProperty();
  }

  /// All that was told since the program began, and what happened while it did not run, the newest
  /// first.
  public ObservableList<PastNotice> past() {
    return readablePast;
  }

  /// How many of them nobody has seen.
  public ReadOnlyIntegerProperty unseen() {
    return unseen.getReadOnlyProperty();
  }

  /// Notes what happened before anybody was here: nothing opens, nothing is heard.
  public void note(Notice notice) {
    past.removeIf(one -> notice.replaces(one.notice()));
    past.addFirst(new PastNotice(notice, false));
    if (past.size() > MOST_PAST) {
      past.removeLast();
    }
    count();
  }

  /// Somebody has looked through the list.
  public void allSeen() {
    past.replaceAll(one -> new PastNotice(one.notice(), true));
    notices.clear();
    count();
  }

  private void count() {
    unseen.set((int) past.stream().filter(one -> !one.seen()).count());
  }

  public void tell(Notice notice) {
    note(notice);
    notices.removeIf(notice::replaces);
    notices.addFirst(notice);
    makeRoom();
    Sound sound = notice.kind().sound();
    if (sound != null) {
      sound(sound, QUIET);
    }
  }

  /// What goes by itself goes first.
  private void makeRoom() {
    while (notices.size() > MOST) {
      int oldest =
          notices.stream()
              .filter(notice -> !notice.kind().stays())
              .reduce((newer, older) -> older)
              .map(notices::indexOf)
              .orElse(notices.size() - 1);
      notices.remove(oldest);
    }
  }

  public void seen(Notice notice) {
    notices.remove(notice);
    past.replaceAll(one -> one.notice().equals(notice) ? new PastNotice(notice, true) : one);
    count();
  }

  /// Leads to what the notice is about.
  public void look(Notice notice) {
    seen(notice);
    Runnable look = notice.look();
    if (look != null) {
      look.run();
    }
  }

  public void tick(Instant now) {
    notices.removeIf(notice ->
        !notice.kind().stays() && Duration.between(notice.at(), now).compareTo(SHOWN) >= 0);
  }

  /// Plays, unless the person wants it quiet.
  public void sound(Sound sound, double strength) {
    if (!muted.getAsBoolean()) {
      play(sound, strength);
    }
  }

  /// Plays even then, since the person asked for it.
  public void test() {
    play(Sound.ALARM, LOUD);
  }

  private void play(Sound sound, double strength) {
    calls.ask(
        () -> speaker.play(sound, strength),
        heard -> dumb.set(!heard),
        impossible -> dumb.set(true));
  }
}
