package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The words of one reference to what was ordered, while they are read.
final class EnglishReference {

  private static final List<String> PLACES = List.of("first", "second", "third", "fourth");

  private static final Set<String> WHICH = Set.of("thats", "that", "which", "that is", "which is");

  /// Words for any dish, and for any drink.
  private static final Set<String> ANYTHING = Set.of("order", "item", "items", "dish", "one");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final List<EnglishOrdered> ordered;

  private int at;
  private boolean definite;
  private boolean several;
  private int count;
  private int place = -1;
  private boolean one;
  private boolean trait;
  private final List<EnglishPiece> traits = new ArrayList<>();
  private final List<Predicate<EnglishOrdered>> told = new ArrayList<>();
  private @Nullable EnglishPiece head;

  EnglishReference(EnglishBook book, EnglishSentence text, List<EnglishOrdered> ordered, int t) {
    this.book = book;
    this.text = text;
    this.ordered = ordered;
    at = t;
    String before = text.said(t - 1);
    several = before.endsWith(" both") || before.endsWith(" all");
    definite =
        several || before.endsWith(" the") || before.endsWith(" my") || before.endsWith(" that");
  }

  boolean read() {
    int from = at;
    quantity();
    article();
    ordinal();
    article();
    while (runs(from) && text.isOnlyOption(at)) {
      traits.add(text.at(at++));
    }
    if (!traits.isEmpty() && definite && text.is(at, Part.OF) && text.isItem(at + 1)) {
      at++;
    }
    if (runs(from) && (text.isItem(at) || isAnything())) {
      head = text.at(at++);
    }
    one();
    return at > from && (head != null || one || place >= 0 || several || !traits.isEmpty());
  }

  private boolean runs(int from) {
    return at == from ? text.has(at) : text.runsOn(at);
  }

  private boolean isAnything() {
    boolean known = text.at(at).part() == null || text.is(at, Part.SKIP, Part.DISH);
    return definite
        && known
        && ((ANYTHING.contains(text.said(at)) && text.at(at).part() == null) || isCategory());
  }

  /// "The drinks".
  private boolean isCategory() {
    boolean is = !text.isItem(at) && book.menu.isCategory(text.said(at));
    several |= is;
    return is;
  }

  private void quantity() {
    if (text.is(at, Part.ALL)) {
      several = true;
      definite = true;
      at = text.behind(at + 1, Part.OF, Part.THE);
    } else if (text.said(at).equals("half the") && text.isItem(at + 1)) {
      count = -1;
      definite = true;
      at++;
    } else if (text.is(at, Part.NUMBER) && !EnglishNumbers.isArticle(text.at(at))) {
      int next = text.behind(at + 1, Part.OF, Part.THE);
      boolean of = text.is(at + 1, Part.OF) && text.is(next - 1, Part.THE);
      double number = text.at(at).number();
      if (number == 0.5 && text.is(at + 1, Part.OF_THEM)) {
        halfOfThem();
        return;
      }
      if (number == 0.5 || of || (text.runsOn(next) && text.isItem(next))) {
        count = number == 0.5 ? -1 : (int) number;
        definite |= of || number == 0.5;
        at = next;
      }
    }
  }

  private void halfOfThem() {
    count = -1;
    definite = true;
    place = Integer.MAX_VALUE;
    told.add(one -> one.quantity() > 1);
    at += 2;
  }

  private void article() {
    if (text.is(at, Part.THE)) {
      definite = true;
      at++;
    }
  }

  private void ordinal() {
    String said = text.said(at);
    boolean ordinal =
        text.is(at, Part.OTHER, Part.PRONOUN)
            || (text.has(at) && text.at(at).part() == null && !text.at(at).isOnMenu());
    String number = said.replace("the ", "").replace(" one", "");
    int found = number.equals("last") ? Integer.MAX_VALUE : PLACES.indexOf(number);
    if (ordinal && found >= 0) {
      place = found;
      definite = true;
      one = said.endsWith(" one");
      at++;
    }
  }

  private void one() {
    boolean said = text.runsOn(at) && (text.said(at).equals("one") || text.is(at, Part.ONES));
    if (said && (head != null || !traits.isEmpty() || place >= 0 || definite)) {
      one = true;
      several |= text.is(at, Part.ONES);
      at++;
    }
    if (definite || one) {
      clause();
    }
  }

  /// "… that is not spicy", "… for Omar".
  private void clause() {
    int next = at;
    while (text.runsOn(next) && (WHICH.contains(text.said(next)) || text.is(next, Part.SKIP))) {
      next++;
    }
    boolean which = next > at;
    if (which && text.is(next, Part.WITHOUT) && isOption(next + 1)) {
      int option = text.is(next + 1, Part.NUMBER) ? next + 2 : next + 1;
      EnglishPiece piece = text.at(option);
      told.add(
          one -> (one.canHave(book, piece) && !one.has(book, piece)) || one.lacks(book, piece));
      at = option + 1;
    } else if (one
        && head == null
        && traits.isEmpty()
        && text.is(at, Part.WITHOUT)
        && isOption(at + 1)) {
      EnglishPiece piece = text.at(text.is(at + 1, Part.NUMBER) ? at + 2 : at + 1);
      told.add(one -> one.lacks(book, piece));
      at += text.is(at + 1, Part.NUMBER) ? 3 : 2;
    } else if (text.is(at, Part.FORWHOM) && text.runsOn(at + 1)) {
      String person = text.said(at + 1).toLowerCase(Locale.ROOT);
      if (ordered.stream().anyMatch(one -> isFor(one, person))) {
        told.add(one -> isFor(one, person));
        at += 2;
      }
    }
  }

  private boolean isOption(int t) {
    return text.isOption(text.is(t, Part.NUMBER) ? t + 1 : t);
  }

  EnglishReferring.@Nullable Found found() {
    List<EnglishOrdered> all = named();
    for (EnglishPiece trait : traits) {
      List<EnglishOrdered> having = all.stream().filter(other -> other.has(book, trait)).toList();
      boolean said = having.isEmpty() && head != null && EnglishWords.isServedSo(trait.key());
      all = said ? all : having;
    }
    for (Predicate<EnglishOrdered> clause : told) {
      all = all.stream().filter(clause).toList();
    }
    if (place >= 0
        && count >= 0
        && all.stream().anyMatch(one -> one.quantity() > 1 && one.line() == null)) {
      return null;
    }
    if (place >= 0 && !all.isEmpty()) {
      int index = place == Integer.MAX_VALUE ? all.size() - 1 : place;
      all = index < all.size() ? List.of(all.get(index)) : List.of();
    }
    boolean sure = !all.isEmpty() && (several || all.size() == 1 || isOneDish(all));
    if (!sure) {
      return null;
    }
    boolean bare = !definite && !one;
    boolean known = (head != null && !trait) || one || place >= 0 || several;
    return new EnglishReferring.Found(
        at, several ? all : List.of(all.getLast()), count, bare, known);
  }

  /// Several lines of one dish: the last is meant, if nothing tells them apart.
  private boolean isOneDish(List<EnglishOrdered> all) {
    return all.stream().map(EnglishOrdered::items).distinct().count() == 1 && !one;
  }

  private List<EnglishOrdered> named() {
    List<EnglishOrdered> all = ordered;
    EnglishPiece name = head;
    if (name == null || ANYTHING.contains(name.said())) {
      return all;
    }
    if (!name.isItem() && book.menu.isCategory(name.said())) {
      return of(all, book.menu.ofCategory(name.said()));
    }
    List<EnglishOrdered> whole = of(all, name.items());
    if (!whole.isEmpty()) {
      return whole;
    }
    List<String> words = EnglishWords.ofName(name.said());
    List<EnglishOrdered> partly =
        words.isEmpty() ? List.of() : of(all, book.menu.containing(words, false));
    trait = partly.isEmpty() && name.isOption();
    return trait ? all.stream().filter(other -> other.has(book, name)).toList() : partly;
  }

  private List<EnglishOrdered> of(List<EnglishOrdered> all, List<MenuItem> items) {
    Set<MenuItem> wanted = new HashSet<>(items);
    return all.stream().filter(other -> other.items().stream().anyMatch(wanted::contains)).toList();
  }

  private static boolean isFor(EnglishOrdered one, String person) {
    CartLine line = one.line();
    String whom = line == null ? null : line.person();
    if (one.draft() != null && one.draft().person != null) {
      whom = one.draft().person;
    }
    return whom != null && whom.toLowerCase(Locale.ROOT).endsWith(person);
  }
}
