package com.crmres.desktop.alert;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// At the start of a shift: can the alarm be heard here? Asked once a day of each person.
public final class AlarmTestModel {

  /// How far it is.
  public enum Step {
    /// Asked already, or nobody needs to be.
    DONE,
    ASKED,
    /// It was played; now the person says whether it was heard.
    PLAYED,
    /// The person heard nothing, or the machine has no sound: orders call by sight alone.
    UNHEARD
  }

  private final AlertsModel alerts;
  private final Supplier<LocalDate> today;
  private final Consumer<LocalDate> tested;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.DONE);

  /// @param tested remembers the day
  public AlarmTestModel(AlertsModel alerts, Supplier<LocalDate> today, Consumer<LocalDate> tested) {
    this.alerts = alerts;
    this.today = today;
    this.tested = tested;
  }

  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /// Asks, unless it was asked today.
  ///
  /// @param last when this person was asked last
  public void shiftBegins(@Nullable LocalDate last) {
    if (!today.get().equals(last)) {
      step.set(Step.ASKED);
    }
  }

  /// Also whenever somebody wants to know.
  public void play() {
    alerts.test();
    step.set(Step.PLAYED);
  }

  public void heard() {
    tested.accept(today.get());
    step.set(Step.DONE);
  }

  public void unheard() {
    step.set(Step.UNHEARD);
  }

  /// The person knows that there will be no sound today.
  public void goOnSilently() {
    heard();
  }
}
