package com.crmres.server.assistant.evaluation;

import com.crmres.server.menu.ModifierGroup.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Scores each part of orders by itself: servings are paired by their item, the likest first.
final class SlotScores {

  private static final Set<Kind> SIZES = Set.of(Kind.SIZE);
  private static final Set<Kind> OPTIONS = Set.of(Kind.CHOICE, Kind.ADDON);
  private static final Set<Kind> WITHOUT = Set.of(Kind.REMOVE);
  private static final String HOW_MANY = "#quantity";

  private final Map<Slot, Tally> tallies = new EnumMap<>(Slot.class);

  Tally of(Slot slot) {
    return tallies.computeIfAbsent(slot, _ -> new Tally());
  }

  void add(SuiteMenu menu, OrderCase about, Got got) {
    OrderCase.Expected expected = about.expect();
    if (expected.lines() != null) {
      compareCarts(Servings.of(menu, expected.lines()), got.cart());
    }
    of(Slot.ASK)
        .compare(
            asked(Set.copyOf(expected.ask()), expected.askQuantity()),
            asked(got.asked(), got.askedQuantity()));
    countUnknown(expected.unknown().size(), got.unknown().size());
    for (String name : Set.copyOf(expected.proposes())) {
      boolean met = Verdict.meets(name, about, got);
      of(Slot.PROPOSAL).found(met ? 1 : 0);
      of(Slot.PROPOSAL).missed(met ? 0 : 1);
    }
    of(Slot.PROPOSAL).wrong(Verdict.uncalledFor(about, got).size());
  }

  private static Set<String> asked(Set<String> items, boolean howMany) {
    Set<String> asked = new TreeSet<>(items);
    if (howMany) {
      asked.add(HOW_MANY);
    }
    return asked;
  }

  private void countUnknown(int expected, int got) {
    of(Slot.UNKNOWN).found(Math.min(expected, got));
    of(Slot.UNKNOWN).missed(Math.max(0, expected - got));
    of(Slot.UNKNOWN).wrong(Math.max(0, got - expected));
  }

  private void compareCarts(List<Serving> expected, List<Serving> got) {
    List<Serving> left = new ArrayList<>(got);
    List<Serving> open = new ArrayList<>(expected);
    for (Pair pair = likest(open, left); pair != null; pair = likest(open, left)) {
      compare(pair.expected(), pair.got());
      open.remove(pair.expected());
      left.remove(pair.got());
    }
    open.forEach(serving -> compare(serving, null));
    left.forEach(serving -> compare(null, serving));
  }

  private static @Nullable Pair likest(List<Serving> expected, List<Serving> got) {
    Pair best = null;
    for (Serving one : expected) {
      for (Serving other : got) {
        Pair pair = new Pair(one, other);
        if (one.item().equals(other.item())
            && (best == null || pair.likeness() > best.likeness())) {
          best = pair;
        }
      }
    }
    return best;
  }

  private void compare(@Nullable Serving expected, @Nullable Serving got) {
    of(Slot.ITEM).compare(item(expected), item(got));
    of(Slot.QUANTITY).compare(quantity(expected), quantity(got));
    of(Slot.SIZE).compare(chosen(expected, SIZES), chosen(got, SIZES));
    of(Slot.OPTIONS).compare(chosen(expected, OPTIONS), chosen(got, OPTIONS));
    of(Slot.WITHOUT).compare(chosen(expected, WITHOUT), chosen(got, WITHOUT));
    of(Slot.NOTE).compare(note(expected), note(got));
    comparePersons(persons(expected), persons(got));
  }

  private void comparePersons(Set<String> expected, Set<String> got) {
    int both =
        (int)
            expected.stream()
                .filter(one -> got.stream().anyMatch(other -> Verdict.samePerson(one, other)))
                .count();
    of(Slot.PERSON).found(both);
    of(Slot.PERSON).missed(expected.size() - both);
    of(Slot.PERSON).wrong(Math.max(0, got.size() - both));
  }

  private static Set<String> item(@Nullable Serving serving) {
    return serving == null ? Set.of() : Set.of(serving.item());
  }

  private static Set<String> quantity(@Nullable Serving serving) {
    return serving == null ? Set.of() : Set.of(Integer.toString(serving.quantity()));
  }

  private static Set<String> chosen(@Nullable Serving serving, Set<Kind> kinds) {
    return serving == null ? Set.of() : serving.chosen(kinds);
  }

  private static Set<String> persons(@Nullable Serving serving) {
    return serving == null ? Set.of() : serving.persons();
  }

  private static Set<String> note(@Nullable Serving serving) {
    return serving != null && serving.noted() ? Set.of("note") : Set.of();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Slot slot : Slot.values()) {
      json.put(slot.label(), of(slot).json());
    }
    return json;
  }

  /// What was expected and what may be it.
  private record Pair(Serving expected, Serving got) {
    int likeness() {
      long common = expected.choices().stream().filter(got.choices()::contains).count();
      long all = expected.choices().size() + got.choices().size() - common;
      return (int) (4 * (common - all)) + (expected.quantity() == got.quantity() ? 1 : 0);
    }
  }
}
