package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Notices when a customer orders something with what he does not like in it, and could have it
/// without.
final class Dislikes {

  private static final Set<String> WITHOUT = Set.of("بدون", "بلا", "no", "without", "من", "غير");

  private Dislikes() {}

  /// What he said once, and the dish that could do without it.
  record Reminder(String said, LocalizedText item) {}

  /// The first such dish that this turn adds.
  static Optional<Reminder> in(Turn turn, List<Proposal> proposals) {
    List<Preference> disliked =
        turn.past().preferences().stream()
            .filter(preference -> preference.kind() == PreferenceKind.DISLIKES)
            .toList();
    return disliked.isEmpty()
        ? Optional.empty()
        : proposals.stream()
            .flatMap(Dislikes::added)
            .flatMap(add ->
                turn.menu().item(add.itemId()).stream()
                    .flatMap(item -> reminders(item, add.optionIds(), disliked)))
            .findFirst();
  }

  private static Stream<CartCommand.Add> added(Proposal proposal) {
    return proposal instanceof Proposal.ChangeCart(CartCommand.Add add)
        ? Stream.of(add)
        : Stream.empty();
  }

  private static Stream<Reminder> reminders(
      MenuItem item, List<UUID> taken, List<Preference> disliked) {
    return item.groups().stream()
        .filter(group -> group.kind() == ModifierGroup.Kind.REMOVE)
        .flatMap(group -> group.options().stream())
        .filter(option -> !taken.contains(option.id()))
        .flatMap(option ->
            disliked.stream()
                .filter(preference -> names(option, words(preference.value())))
                .map(preference -> new Reminder(preference.value(), item.name())));
  }

  private static boolean names(ModifierOption option, Set<String> said) {
    return Stream.concat(
            Stream.of(option.name().ar(), option.name().en()), option.aliases().stream())
        .map(Dislikes::words)
        .anyMatch(words -> !words.isEmpty() && said.containsAll(words));
  }

  private static Set<String> words(String text) {
    return Word.of(text).stream()
        .map(word -> Preferences.bare(word.text()))
        .filter(word -> !WITHOUT.contains(word))
        .collect(Collectors.toSet());
  }
}
