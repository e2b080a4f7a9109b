package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.List;
import java.util.Optional;

/// Tells numbers that belong to a size from numbers of dishes: "١٢ قطعة", "ربعين", "كيلوين".
final class SizeNumbers {

  /// Fewer are rather so many portions.
  private static final int FEWEST_PIECES = 3;

  private final Notepad pad;
  private final Sentence text;

  SizeNumbers(Notepad pad, Sentence text) {
    this.pad = pad;
    this.text = text;
  }

  /// Whether an option is called by this very word.
  boolean isNamedSo(Tag tag) {
    String word = text.words.get(tag.from()).text();
    Mention next = text.nextMention(text.tags.indexOf(tag));
    List<MenuItem> items =
        pad.nearest() != null ? pad.nearest().items : next == null ? List.of() : next.items();
    return items.stream()
        .flatMap(item -> item.groups().stream())
        .flatMap(group -> group.options().stream())
        .anyMatch(option -> Word.of(option.name().ar()).getFirst().text().equals(word));
  }

  /// "ربعين": two of that size.
  boolean isDual(Tag tag) {
    String said = text.words.get(tag.from()).text();
    boolean joined = said.startsWith("و") && (tag.joined() || tag.isUnknown());
    String word = joined ? said.substring(1) : said;
    List<String> singulars = Vocabulary.singulars(word, true);
    return tag.number() == null
        && !isNamedSo(tag)
        && spokenOf(tag).stream()
            .flatMap(item -> item.groups().stream())
            .filter(group -> group.kind() == ModifierGroup.Kind.SIZE)
            .flatMap(group -> group.options().stream())
            .anyMatch(option -> singulars.contains(Word.of(option.name().ar()).getFirst().text()));
  }

  private List<MenuItem> spokenOf(Tag tag) {
    int t = text.tags.indexOf(tag);
    Mention next = text.itemFollows(t) ? text.nextMention(t) : null;
    return next != null ? next.items() : pad.nearest() == null ? List.of() : pad.nearest().items;
  }

  /// "اجنحة ١٢ قطعة مع صوص", "اجنحة ١٢ باربكيو": the size that begins with this number, right
  /// behind the dish.
  Optional<OptionNames.Hit> pieces(Draft near, Tag tag, int t) {
    Double number = tag.number();
    boolean close = near.clause == pad.clause && text.words.get(tag.from()).gap() == Word.Gap.SPACE;
    Tag next = t + 1 < text.tags.size() ? text.tags.get(t + 1) : null;
    boolean unit = next != null && next.isOf("unit");
    boolean free =
        next == null
            || text.words.get(next.from()).gap() != Word.Gap.SPACE
            || next.mention() == null
            || !next.mention().whole();
    if (number != null && number < 1) {
      return fraction(near, tag, close && free && !tag.joined());
    }
    if (number == null || tag.joined() || !close || !free || (near.quantity != null && !unit)) {
      return Optional.empty();
    }
    String said = Integer.toString(number.intValue());
    return near.items.stream()
        .flatMap(item -> item.groups().stream())
        .filter(group -> group.kind() == ModifierGroup.Kind.SIZE)
        .filter(group -> !near.answered.contains(group.id()))
        .flatMap(group ->
            group.options().stream()
                .filter(option -> isPieces(option, said))
                .map(option ->
                    new OptionNames.Hit(
                        group, option, unit && next != null ? next.to() : tag.to(), true)))
        .findFirst();
  }

  /// "قشطة ربع": the size that begins so, said without its unit.
  private Optional<OptionNames.Hit> fraction(Draft near, Tag tag, boolean behind) {
    String said = text.words.get(tag.from()).text();
    return !behind
        ? Optional.empty()
        : near.items.stream()
            .flatMap(item -> item.groups().stream())
            .filter(group -> group.kind() == ModifierGroup.Kind.SIZE)
            .filter(group -> !near.answered.contains(group.id()))
            .flatMap(group ->
                group.options().stream()
                    .filter(option -> Word.of(option.name().ar()).getFirst().text().equals(said))
                    .map(option -> new OptionNames.Hit(group, option, tag.to(), true)))
            .findFirst();
  }

  /// "١٢ جناح", where wings come by six or twelve: the number is the size.
  static void takePieces(Draft draft) {
    Integer number = draft.quantity;
    if (number == null || number < FEWEST_PIECES || draft.wish != Draft.Wish.ADD) {
      return;
    }
    String said = Integer.toString(number);
    List<MenuItem> items = draft.items.size() == 1 ? draft.items : List.of();
    items.stream()
        .flatMap(item -> item.groups().stream())
        .filter(group -> group.kind() == ModifierGroup.Kind.SIZE)
        .flatMap(group ->
            group.options().stream()
                .filter(option -> isPieces(option, said))
                .map(option -> new OptionNames.Hit(group, option, draft.to, true)))
        .findFirst()
        .ifPresent(hit -> {
          draft.take(hit);
          draft.quantity = null;
        });
  }

  private static boolean isPieces(ModifierOption option, String number) {
    List<Word> name = Word.of(option.name().ar());
    return name.size() > 1 && name.stream().anyMatch(word -> word.text().equals(number));
  }
}
