package com.crmres.server.assistant.evaluation;

import com.crmres.server.menu.ModifierGroup.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All of a cart that is made alike, whatever lines it stands in.
///
/// @param persons for whom, as said
/// @param noted whether there is a wish that no option covers
record Serving(
    String item, int quantity, List<SuiteMenu.Choice> choices, Set<String> persons, boolean noted) {

  Serving {
    choices = List.copyOf(choices);
    persons = Set.copyOf(persons);
  }

  boolean isLike(Serving other) {
    return item.equals(other.item) && choices.equals(other.choices);
  }

  Serving and(Serving other) {
    Set<String> both = new TreeSet<>(persons);
    both.addAll(other.persons);
    return new Serving(item, quantity + other.quantity, choices, both, noted || other.noted);
  }

  /// What was chosen, of groups that `kind` fits.
  Set<String> chosen(Set<Kind> kinds) {
    return choices.stream()
        .filter(choice -> kinds.contains(choice.kind()))
        .map(SuiteMenu.Choice::written)
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    String options =
        choices.stream().map(SuiteMenu.Choice::written).collect(Collectors.joining(" "));
    String rest =
        Stream.concat(
                persons.stream().map(p -> " for " + p), noted ? Stream.of(" +note") : Stream.of())
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "%d %s%s%s",
        quantity,
        item,
        options.isEmpty() ? "" : " [" + options + "]",
        rest);
  }
}
