package com.crmres.server.menu;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;

/// The months of the Umm al-Qura calendar, which sighting may move by a day.
///
/// @param shift days by which the sighted calendar runs ahead of the computed one, -1 to 1
record HijriCalendar(int shift) {

  /// The month of a date, 1 to 12; 0 for dates that the calendar does not reach.
  int month(LocalDate date) {
    try {
      return HijrahDate.from(date.plusDays(shift)).get(ChronoField.MONTH_OF_YEAR);
    } catch (DateTimeException _) {
      return 0;
    }
  }
}
