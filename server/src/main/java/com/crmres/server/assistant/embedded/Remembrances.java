package com.crmres.server.assistant.embedded;

import com.crmres.common.assistant.PreferenceKind;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import com.crmres.server.ordering.cart.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads what a customer clearly says of himself for every time: what he does not like, does not
/// eat, always does. A wish for one dish is none.
final class Remembrances {

  private static final Set<String> NOT =
      Set.of("ما", "لا", "مو", "مب", "مش", "dont", "don't", "not", "never");
  private static final Set<String> LIKE =
      Set.of("احب", "بحب", "حب", "اشتهي", "اطيق", "like", "eat", "احبه", "احبها");
  private static final Set<String> HATE = Set.of("اكره", "بكره", "hate", "مبحبش", "مابحب", "ماحب");
  private static final Set<String> ALWAYS =
      Set.of(
          "دايم",
          "دايما",
          "دائما",
          "always",
          "كالعاده",
          "العاده",
          "usual",
          "usually",
          "عادتي",
          "كالمعتاد",
          "المعتاد");
  private static final Set<String> WITHOUT = Set.of("بدون", "بلا", "without", "no", "من غير");
  private static final Set<String> DIETS =
      Set.of(
          "نباتي",
          "نباتيه",
          "فيغان",
          "فيجن",
          "vegan",
          "vegetarian",
          "كيتو",
          "keto",
          "دايت",
          "رجيم",
          "حميه",
          "pescatarian");
  private static final Set<String> SELF =
      Set.of("انا", "احنا", "حنا", "im", "i'm", "i", "am", "علي", "مسوي", "ماشي", "were", "we");
  private static final Set<String> NEVER_EATEN =
      Set.of("لحم", "لحوم", "اللحم", "meat", "pork", "دجاج", "beef", "chicken", "سمك", "fish");
  private static final Set<String> EAT = Set.of("اكل", "باكل", "ناكل", "eat", "اكله");
  private static final Set<String> ALLERGY =
      Set.of(
          "حساسيه",
          "حساسيتي",
          "حساسيته",
          "حساسيتها",
          "متحسس",
          "متحسسه",
          "اتحسس",
          "allergic",
          "allergy",
          "allergies",
          "سيلياك",
          "celiac",
          "coeliac",
          "intolerant");
  private static final Set<String> OWN =
      Set.of(
          "عندي",
          "معي",
          "فيني",
          "انا",
          "ولدي",
          "بنتي",
          "امي",
          "ابوي",
          "زوجتي",
          "زوجي",
          "اتحسس",
          "i",
          "im",
          "i'm",
          "my",
          "have",
          "حساسيتي",
          "حساسيته",
          "حساسيتها",
          "عنده",
          "عندها");
  private static final int REACH = 3;

  private final List<Word> words;
  private final List<String> texts;
  private final List<Tag> tags;
  private final Burst burst;
  private final Turn turn;
  private final Ingredients ingredients;

  Remembrances(List<Word> words, List<Tag> tags, Burst burst, Turn turn, Ingredients ingredients) {
    this.words = words;
    this.texts = words.stream().map(Word::text).toList();
    this.tags = tags;
    this.burst = burst;
    this.turn = turn;
    this.ingredients = ingredients;
  }

  /// What is to be kept in mind, in the order of saying.
  List<Proposal> read() {
    List<Proposal> found = new ArrayList<>();
    if (turn.pending() instanceof PendingQuestion.MayRemember(UUID messageId)) {
      answer(messageId).ifPresent(found::add);
    }
    for (int t = 0; t < tags.size(); t++) {
      disliked(t).ifPresent(found::add);
    }
    for (int i = 0; i < texts.size(); i++) {
      diet(i).ifPresent(found::add);
    }
    branch().ifPresent(found::add);
    fulfilment().ifPresent(found::add);
    return found.stream().distinct().toList();
  }

  /// An allergy that he tells, and does not only ask about; whoever serves decides what to do.
  Optional<Proposal> allergy() {
    for (int i = 0; i < texts.size(); i++) {
      if (ALLERGY.contains(texts.get(i)) && near(i, OWN, REACH + 1)) {
        return Optional.of(remember(PreferenceKind.ALLERGY, i, i + 1));
      }
    }
    return Optional.empty();
  }

  private Optional<Proposal> answer(UUID messageId) {
    boolean yes = tags.stream().anyMatch(tag -> tag.isOf("yes"));
    boolean no = tags.stream().anyMatch(tag -> tag.isOf("no"));
    return yes == no
        ? Optional.empty()
        : Optional.of(new Proposal.AllowRemembering(messageId, yes));
  }

  /// "ما احب البصل", "I hate onions", "دايم بدون ثوم": the thing must be food.
  private Optional<Proposal> disliked(int t) {
    Tag tag = tags.get(t);
    boolean food =
        tag.mention() != null || tag.isOf("food") || ingredients.contains(texts.get(tag.from()));
    if (!food || tag.from() == 0) {
      return Optional.empty();
    }
    int before = tag.from() - 1;
    if (texts.get(before).equals("ال") && before > 0) {
      before--;
    }
    boolean says =
        HATE.contains(texts.get(before))
            || (LIKE.contains(texts.get(before))
                && before > 0
                && NOT.contains(texts.get(before - 1))
                && !NEVER_EATEN.contains(texts.get(tag.from())))
            || (WITHOUT.contains(texts.get(before)) && always(before, tag.to()));
    return says
        ? Optional.of(remember(PreferenceKind.DISLIKES, tag.from(), tag.to()))
        : Optional.empty();
  }

  private boolean always(int from, int to) {
    return texts.subList(Math.max(0, from - 2), Math.min(texts.size(), to + 2)).stream()
        .anyMatch(ALWAYS::contains);
  }

  private Optional<Proposal> diet(int i) {
    String word = texts.get(i);
    if (DIETS.contains(word) && near(i, SELF, REACH)) {
      return Optional.of(remember(PreferenceKind.DIET, i, i + 1));
    }
    boolean neverEaten =
        NEVER_EATEN.contains(word)
            && i > 1
            && EAT.contains(texts.get(i - 1))
            && NOT.contains(texts.get(i - 2));
    return neverEaten ? Optional.of(remember(PreferenceKind.DIET, i - 2, i + 1)) : Optional.empty();
  }

  private boolean near(int i, Set<String> some, int reach) {
    return texts.subList(Math.max(0, i - reach), Math.min(texts.size(), i + 2)).stream()
        .anyMatch(some::contains);
  }

  private Optional<Proposal> branch() {
    if (texts.stream().noneMatch(ALWAYS::contains)) {
      return Optional.empty();
    }
    for (Turn.BranchName branch : turn.branches()) {
      for (String name : branch.names()) {
        List<String> parts = Word.of(name).stream().map(Word::text).toList();
        int at = Collections.indexOfSubList(texts, parts);
        if (!parts.isEmpty() && at >= 0 && always(at - 2, at + parts.size() + 1)) {
          return Optional.of(remember(PreferenceKind.BRANCH, at, at + parts.size()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Proposal> fulfilment() {
    return tags.stream()
        .filter(tag ->
            (tag.means("FUL:DELIVERY") || tag.means("FUL:PICKUP") || tag.means("FUL:TAKEAWAY"))
                && always(tag.from(), tag.to()))
        .findFirst()
        .map(tag -> remember(PreferenceKind.FULFILMENT, tag.from(), tag.to()));
  }

  private Proposal remember(PreferenceKind kind, int from, int to) {
    Evidence said = burst.evidence(words.get(from).start(), words.get(to - 1).end());
    return new Proposal.Remember(kind, said.words(), Objects.requireNonNull(said.messageId()));
  }
}
