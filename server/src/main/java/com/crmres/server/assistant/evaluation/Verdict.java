package com.crmres.server.assistant.evaluation;

import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Compares what came of a case with what must come of it.
///
/// @param faults what is not as it must be; empty if all is
record Verdict(boolean cartRight, List<String> faults) {

  /// Never right unless it is expected: it does something that cannot be taken back by a word.
  private static final Set<String> GRAVE =
      Set.of("confirm", "cancel", "repeat_last", "repeat_usual", "hand_over");

  /// All rows of a list (WhatsApp reference, interactive messages).
  private static final int MOST_OFFERED = 10;

  Verdict {
    faults = List.copyOf(faults);
  }

  boolean exact() {
    return faults.isEmpty();
  }

  static Verdict of(SuiteMenu menu, OrderCase about, Got got) {
    List<String> faults = new ArrayList<>();
    OrderCase.Expected expected = about.expect();
    boolean cart =
        expected.lines() == null || sameCart(Servings.of(menu, expected.lines()), got.cart());
    if (!cart) {
      faults.add("cart");
    }
    if (!asksRight(Set.copyOf(expected.ask()), got.asked())) {
      faults.add("ask");
    }
    if (expected.askQuantity() != got.askedQuantity()) {
      faults.add("ask_quantity");
    }
    if (expected.unknown().isEmpty() != got.unknown().isEmpty()) {
      faults.add("unknown");
    }
    if (!proposesRight(about, got)) {
      faults.add("proposes");
    }
    return new Verdict(cart, faults);
  }

  /// A question may offer more than it must, as long as one list of WhatsApp holds it.
  private static boolean asksRight(Set<String> expected, Set<String> asked) {
    return expected.isEmpty()
        ? asked.isEmpty()
        : asked.containsAll(expected) && asked.size() <= MOST_OFFERED;
  }

  private static boolean proposesRight(OrderCase about, Got got) {
    return about.expect().proposes().stream().allMatch(name -> meets(name, about, got))
        && uncalledFor(about, got).isEmpty();
  }

  /// What was proposed that must not be unless it is expected.
  static List<String> uncalledFor(OrderCase about, Got got) {
    Set<String> wanted = Set.copyOf(about.expect().proposes());
    return got.proposes().stream()
        .filter(GRAVE::contains)
        .filter(name -> !wanted.contains(name) && !isForSafety(name, wanted))
        .sorted()
        .toList();
  }

  /// "That's all" may be read as a no to "anything else?" or as the wish to hear the order: the
  /// customer gets the same. What makes people ill is for people.
  static boolean meets(String name, OrderCase about, Got got) {
    Set<String> proposed = got.proposes();
    OrderCase.Pending pending = about.pending();
    boolean confirming = pending != null && pending.type().equals("confirm_cart");
    return switch (name) {
      case "decline" -> proposed.contains(name) || (!confirming && proposed.contains("read_back"));
      case "read_back" -> proposed.contains(name) || (!confirming && proposed.contains("decline"));
      case "tell:allergens" -> proposed.contains(name) || proposed.contains("hand_over");
      default -> proposed.contains(name);
    };
  }

  private static boolean isForSafety(String name, Set<String> wanted) {
    return name.equals("hand_over") && wanted.contains("tell:allergens");
  }

  static boolean sameCart(List<Serving> expected, List<Serving> got) {
    return expected.size() == got.size()
        && expected.stream()
            .allMatch(wanted ->
                got.stream().anyMatch(serving -> wanted.isLike(serving) && same(wanted, serving)));
  }

  private static boolean same(Serving wanted, Serving got) {
    return wanted.quantity() == got.quantity()
        && wanted.noted() == got.noted()
        && wanted.persons().stream()
            .allMatch(
                person -> got.persons().stream().anyMatch(other -> samePerson(person, other)));
  }

  /// Loosely: one may say more than the other, and letters that people mix up are one letter, and
  /// "for the mother" is the mother.
  static boolean samePerson(String one, String other) {
    String left = normal(one);
    String right = normal(other);
    return left.equals(right)
        || (Math.min(left.length(), right.length()) > 2
            && (left.contains(right) || right.contains(left)));
  }

  private static String normal(String text) {
    return Word.of(text).stream()
        .map(word -> word.text().replaceFirst("^لل", "ال"))
        .collect(Collectors.joining(" "));
  }
}
