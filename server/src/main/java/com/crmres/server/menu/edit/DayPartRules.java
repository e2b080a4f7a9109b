package com.crmres.server.menu.edit;

import com.crmres.common.menu.DayPart;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what is wrong with the times at which a part of the menu is sold.
record DayPartRules(Faults faults, ValueRules values) {

  private static final int MONTHS = 12;
  private static final Set<String> DAYS =
      Stream.of(DayOfWeek.values())
          .map(day -> day.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  void check(String at, DayPart part) {
    values.name(at, part.name());
    part.week().keySet().stream()
        .filter(day -> !DAYS.contains(day))
        .forEach(day -> faults.add(at + ".week." + day, Rule.CHOICE));
    part.week()
        .forEach((day, spans) -> {
          if (values.required(at + ".week." + day, spans)) {
            spans(at + ".week." + day, spans);
          }
        });
    part.exceptions()
        .forEach(exception -> {
          values.required(at + ".exceptions", exception.date());
          spans(at + ".exceptions", exception.spans());
        });
    part.hijriMonths().forEach(month -> faults.range(at + ".hijriMonths", month, 1, MONTHS));
    if (part.from() != null && part.until() != null && part.until().isBefore(part.from())) {
      faults.add(at + ".until", Rule.UNEXPECTED);
    }
  }

  private void spans(String at, List<DayPart.Span> spans) {
    spans.forEach(span -> {
      values.required(at + ".from", span.from());
      values.required(at + ".to", span.to());
    });
  }
}
