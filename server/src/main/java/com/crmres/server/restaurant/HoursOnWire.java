package com.crmres.server.restaurant;

import com.crmres.common.restaurant.BranchHours;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opening hours as they cross the wire.
final class HoursOnWire {

  private static final int MOST_SPANS = 6;
  private static final int MOST_DAYS = 400;
  private static final int MOST_LAST_ORDER = 180;
  private static final int LONGEST_NOTE = 200;
  private static final Set<String> DAYS =
      Arrays.stream(DayOfWeek.values())
          .map(day -> day.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private HoursOnWire() {}

  static BranchHours of(Timetable times) {
    OpeningHours ramadan = times.special().ramadan();
    return new BranchHours(
        week(times.usual()),
        ramadan == null ? null : week(ramadan),
        times.special().days().stream()
            .map(day -> new BranchHours.Day(day.date(), wire(day.spans()), day.note()))
            .toList(),
        times.special().lastOrderMinutes());
  }

  /// Refuses hours that nobody can keep, naming every fault.
  static void check(BranchHours hours) {
    Faults faults = new Faults();
    checkWeek(faults, "week", hours.week());
    Map<String, List<BranchHours.Span>> ramadan = hours.ramadan();
    if (ramadan != null) {
      checkWeek(faults, "ramadan", ramadan);
    }
    if (hours.days().size() > MOST_DAYS) {
      faults.add("days", Rule.COUNT, 0, MOST_DAYS);
    }
    Set<LocalDate> known = new HashSet<>();
    for (int i = 0; i < hours.days().size(); i++) {
      checkDay(faults, "days[" + i + "]", hours.days().get(i), known);
    }
    faults.range("lastOrderMinutes", hours.lastOrderMinutes(), 0, MOST_LAST_ORDER);
    faults.throwIfAny();
  }

  static OpeningHours usual(BranchHours hours) {
    return week(hours.week());
  }

  static SpecialTimes special(BranchHours hours) {
    Map<String, List<BranchHours.Span>> ramadan = hours.ramadan();
    return new SpecialTimes(
        ramadan == null ? null : week(ramadan),
        hours.days().stream()
            .map(day -> new SpecialDay(day.date(), kept(day.spans()), day.note()))
            .toList(),
        hours.lastOrderMinutes());
  }

  private static void checkWeek(
      Faults faults, String at, Map<String, List<BranchHours.Span>> week) {
    week.forEach((day, spans) -> {
      if (!DAYS.contains(day)) {
        faults.add(at + "." + day, Rule.CHOICE);
      }
      checkSpans(faults, at + "." + day, spans);
    });
  }

  private static void checkDay(
      Faults faults, String at, BranchHours.Day day, Set<LocalDate> known) {
    if (isMissing(day.date())) {
      faults.add(at + ".date", Rule.REQUIRED);
    } else if (!known.add(day.date())) {
      faults.add(at + ".date", Rule.DUPLICATE);
    }
    checkSpans(faults, at + ".spans", day.spans());
    if (day.note() != null) {
      faults
          .length(at + ".note.ar", day.note().ar(), 1, LONGEST_NOTE)
          .length(at + ".note.en", day.note().en(), 1, LONGEST_NOTE);
    }
  }

  private static void checkSpans(Faults faults, String at, List<BranchHours.Span> spans) {
    if (spans.size() > MOST_SPANS) {
      faults.add(at, Rule.COUNT, 0, MOST_SPANS);
    }
    for (int i = 0; i < spans.size(); i++) {
      BranchHours.Span span = spans.get(i);
      if (isMissing(span) || isMissing(span.from()) || isMissing(span.to())) {
        faults.add(at + "[" + i + "]", Rule.REQUIRED);
      }
    }
  }

  /// Inside of lists nobody has looked yet for what is missing.
  private static boolean isMissing(@Nullable Object part) {
    return part == null;
  }

  private static OpeningHours week(Map<String, List<BranchHours.Span>> week) {
    return OpeningHours.ofDays(
        week.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> kept(entry.getValue()))));
  }

  private static Map<String, List<BranchHours.Span>> week(OpeningHours hours) {
    return hours.days().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> wire(entry.getValue())));
  }

  private static List<OpeningHours.Span> kept(List<BranchHours.Span> spans) {
    return spans.stream().map(span -> new OpeningHours.Span(span.from(), span.to())).toList();
  }

  private static List<BranchHours.Span> wire(List<OpeningHours.Span> spans) {
    return spans.stream().map(span -> new BranchHours.Span(span.from(), span.to())).toList();
  }
}
