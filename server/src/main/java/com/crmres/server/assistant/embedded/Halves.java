package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.Optional;
import java.util.Set;

/// Reads what shall be half this and half that: "نص حار ونص عادي".
final class Halves {

  private static final Set<String> HALF = Set.of("نص", "نصف", "النص", "النصف");
  private static final Set<String> BOTH =
      Set.of("نص ونص", "نص نص", "مشكل", "مشكله", "مكس", "ميكس", "مخلوط", "half and half", "mix");

  private final Notepad pad;
  private final Sentence text;
  private final Options options;

  Halves(Notepad pad, Sentence text, Options options) {
    this.pad = pad;
    this.text = text;
    this.options = options;
  }

  boolean read(int t, Tag tag) {
    Draft near = pad.nearest();
    if (!isHalf(tag.from(), false) || (near == null && pad.turn.cart().isEmpty())) {
      return false;
    }
    Draft draft = near != null ? near : options.focusFor(tag.from() + 1);
    OptionNames.Hit one = draft == null ? null : choice(draft, tag.from() + 1).orElse(null);
    if (draft == null || one == null || !isHalf(one.to(), true)) {
      return false;
    }
    OptionNames.Hit other = choice(draft, one.to() + 1).orElse(null);
    if (other == null || !other.group().id().equals(one.group().id())) {
      return false;
    }
    pad.lastOptionEnd = other.to();
    both(one.group())
        .ifPresentOrElse(
            option -> draft.take(new OptionNames.Hit(one.group(), option, other.to(), true)),
            () -> draft.notes.add(Sentence.said(text.words, tag.from(), other.to())));
    return true;
  }

  private boolean isHalf(int word, boolean joined) {
    if (word + 1 >= text.words.size()) {
      return false;
    }
    String half = text.words.get(word).text();
    return HALF.contains(half)
        || (joined && half.startsWith("و") && HALF.contains(half.substring(1)));
  }

  private Optional<OptionNames.Hit> choice(Draft draft, int word) {
    return pad.menu
        .optionsOf(draft.items.getFirst())
        .at(text.words, word, group -> group.kind() == ModifierGroup.Kind.CHOICE);
  }

  private static Optional<ModifierOption> both(ModifierGroup group) {
    return group.options().stream().filter(Halves::isBoth).findFirst();
  }

  private static boolean isBoth(ModifierOption option) {
    return BOTH.contains(normal(option.name().ar())) || BOTH.contains(normal(option.name().en()));
  }

  private static String normal(String name) {
    return String.join(" ", Word.of(name).stream().map(Word::text).toList());
  }
}
