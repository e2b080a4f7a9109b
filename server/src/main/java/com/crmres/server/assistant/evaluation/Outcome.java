package com.crmres.server.assistant.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Says in one line what a case begins with, what must come of it, or what came of it.
final class Outcome {

  private static final String NOTHING = "nothing";

  private Outcome() {}

  static String before(SuiteMenu menu, OrderCase about) {
    List<String> parts = new ArrayList<>();
    if (!about.cart().isEmpty()) {
      parts.add(servings(Servings.of(menu, about.cart())));
    }
    OrderCase.Pending pending = about.pending();
    if (pending != null) {
      parts.add("asked " + pending.type() + " " + pending.items());
    }
    return String.join(" | ", parts);
  }

  static String expected(SuiteMenu menu, OrderCase about) {
    OrderCase.Expected expected = about.expect();
    return line(
        expected.lines() == null ? "any cart" : servings(Servings.of(menu, expected.lines())),
        expected.ask(),
        expected.askQuantity(),
        expected.unknown(),
        expected.proposes());
  }

  static String of(Got got) {
    String line =
        line(servings(got.cart()), got.asked(), got.askedQuantity(), got.unknown(), got.proposes());
    return got.refused().isEmpty() ? line : line + " | refused " + got.refused();
  }

  private static String line(
      String cart,
      Collection<String> ask,
      boolean askQuantity,
      Collection<String> unknown,
      Collection<String> proposes) {
    List<String> parts = new ArrayList<>(List.of(cart));
    named(parts, "ask which of ", ask);
    if (askQuantity) {
      parts.add("ask how many");
    }
    named(parts, "not on the menu ", unknown);
    named(parts, "proposes ", proposes);
    return String.join(" | ", parts);
  }

  private static void named(List<String> parts, String what, Collection<String> names) {
    if (!names.isEmpty()) {
      parts.add(what + new TreeSet<>(names));
    }
  }

  private static String servings(List<Serving> servings) {
    return servings.isEmpty()
        ? NOTHING
        : servings.stream().map(Serving::toString).collect(Collectors.joining(", "));
  }
}
