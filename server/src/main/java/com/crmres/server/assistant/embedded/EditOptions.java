package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives parts of the cart what words say of them: sizes, choices, extras, and what they shall be
/// without.
final class EditOptions {

  private static final Set<String> FRACTIONS = Set.of("ربع", "نص", "نصف");

  private final EditWords words;
  private final MenuIndex menu;

  EditOptions(EditWords words, MenuIndex menu) {
    this.words = words;
    this.menu = menu;
  }

  /// What a part may take that the words from `w` name.
  Optional<OptionNames.Hit> taking(EditedPart part, int w) {
    return words.has(w)
        ? menu.optionsOf(part.item)
            .at(words.described, w, EditOptions::isTaken)
            .filter(hit -> hit.whole() || !isDish(w))
            .or(() -> fraction(part, w))
        : Optional.empty();
  }

  /// "ربع": the only size that begins so.
  private Optional<OptionNames.Hit> fraction(EditedPart part, int w) {
    if (!FRACTIONS.contains(words.bare(w))) {
      return Optional.empty();
    }
    return part.item.groups().stream()
        .filter(group -> group.kind() == ModifierGroup.Kind.SIZE)
        .flatMap(group ->
            group.options().stream()
                .filter(
                    option -> Word.of(option.name().ar()).getFirst().text().equals(words.bare(w)))
                .map(option -> new OptionNames.Hit(group, option, w + 1, true)))
        .findFirst();
  }

  /// Index behind the number of a size that begins so: "٨ قطع"; `w` if there is none.
  int takePieces(EditedPart part, int w, int said) {
    for (ModifierGroup group : part.item.groups()) {
      for (ModifierOption option : group.options()) {
        List<Word> name = Word.of(option.name().ar());
        if (group.kind() == ModifierGroup.Kind.SIZE
            && name.size() > 1
            && name.getFirst().text().equals(Integer.toString(said))) {
          int to = words.isOf(w + 1, "unit") ? w + 2 : w + 1;
          part.take(new OptionNames.Hit(group, option, to, true));
          return to;
        }
      }
    }
    return w;
  }

  private boolean isDish(int w) {
    Tag tag = words.tag(w);
    return tag != null && tag.mention() != null;
  }

  private static boolean isTaken(ModifierGroup group) {
    return group.kind() != ModifierGroup.Kind.REMOVE;
  }

  /// What a part may be without that the words from `w` name.
  Optional<OptionNames.Hit> leaving(EditedPart part, int w) {
    if (!words.has(w)) {
      return Optional.empty();
    }
    OptionNames options = menu.optionsOf(part.item);
    return options
        .at(
            words.words,
            w,
            group ->
                group.options().stream().anyMatch(option -> part.options.contains(option.id())))
        .filter(hit ->
            part.options.contains(hit.option().id())
                && hit.group().kind() != ModifierGroup.Kind.REMOVE)
        .or(() -> options.at(words.words, w, group -> group.kind() == ModifierGroup.Kind.REMOVE))
        .filter(OptionNames.Hit::whole);
  }

  /// An ingredient that was left out, named with a "with": "بالبصل".
  Optional<OptionNames.Hit> missing(EditedPart part, int w) {
    return words.has(w)
        ? menu.optionsOf(part.item)
            .at(words.words, w, group -> group.kind() == ModifierGroup.Kind.REMOVE)
            .filter(hit -> part.options.contains(hit.option().id()))
        : Optional.empty();
  }

  /// Index behind what the parts took; `w` if they could take nothing.
  int take(List<EditedPart> parts, int w) {
    int to = w;
    for (EditedPart part : parts) {
      Optional<OptionNames.Hit> hit = taking(part, w);
      hit.ifPresent(part::take);
      to = Math.max(to, hit.map(OptionNames.Hit::to).orElse(w));
    }
    return to;
  }

  /// Index behind what the parts are without now; `w` if that is nothing.
  int leave(List<EditedPart> parts, int w) {
    int to = w;
    for (EditedPart part : parts) {
      Optional<OptionNames.Hit> choice =
          words.has(w) ? menu.optionsOf(part.item).without(words.words, w) : Optional.empty();
      Optional<OptionNames.Hit> hit = choice.or(() -> leaving(part, w));
      if (choice.isPresent()) {
        part.take(choice.get());
      } else {
        hit.ifPresent(part::doWithout);
      }
      to = Math.max(to, hit.map(OptionNames.Hit::to).orElse(w));
    }
    return to;
  }

  int restore(List<EditedPart> parts, int w) {
    int to = w;
    for (EditedPart part : parts) {
      Optional<OptionNames.Hit> hit = missing(part, w);
      hit.ifPresent(part::bringBack);
      to = Math.max(to, hit.map(OptionNames.Hit::to).orElse(w));
    }
    return to;
  }
}
