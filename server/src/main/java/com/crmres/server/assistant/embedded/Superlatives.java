package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the largest and the smallest of the sizes that a dish has: "اكبر شي عندكم".
final class Superlatives {

  private static final Set<String> LARGEST = Set.of("اكبر", "الاكبر", "اكبرها", "اكبرهم", "اضخم");
  private static final Set<String> SMALLEST = Set.of("اصغر", "الاصغر", "اصغرها", "اصغرهم");
  private static final Set<String> THING =
      Set.of("شي", "شيء", "حجم", "واحد", "واحده", "وحده", "مقاس", "قياس", "عندكم", "عندكو", "عندك");

  private final Notepad pad;
  private final Sentence text;

  Superlatives(Notepad pad, Sentence text) {
    this.pad = pad;
    this.text = text;
  }

  /// Index of the tag behind it; `t` if nothing of the kind is said.
  int read(int t) {
    String word = word(t);
    boolean largest = LARGEST.contains(word);
    Draft near = pad.nearest();
    Draft draft = near == null && pad.answersChoice() ? pad.focus() : near;
    if (draft == null || !(largest || SMALLEST.contains(word))) {
      return t;
    }
    Optional<OptionNames.Hit> hit = size(draft, largest, text.tags.get(t).to());
    hit.ifPresent(draft::take);
    int next = hit.isPresent() ? pad.understand(t) : t;
    while (next > t && next < text.tags.size() && THING.contains(word(next))) {
      pad.understand(next++);
    }
    return next;
  }

  private String word(int t) {
    return text.words.get(text.tags.get(t).from()).text();
  }

  private static Optional<OptionNames.Hit> size(Draft draft, boolean largest, int to) {
    return draft.items.getFirst().groups().stream()
        .filter(group -> !group.options().isEmpty())
        .filter(group -> group.kind() == ModifierGroup.Kind.SIZE)
        .findFirst()
        .map(group -> {
          List<ModifierOption> upwards = upwards(group);
          ModifierOption size = largest ? upwards.getLast() : upwards.getFirst();
          return new OptionNames.Hit(group, size, to, true);
        });
  }

  /// The sizes by what they cost. Where that is the same, a menu lists the smallest first.
  private static List<ModifierOption> upwards(ModifierGroup group) {
    return group.options().stream()
        .sorted(Comparator.comparingLong(option -> option.price().halalas()))
        .toList();
  }
}
