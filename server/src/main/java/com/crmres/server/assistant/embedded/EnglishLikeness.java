package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds which dish that was ordered is like another that is named.
final class EnglishLikeness {

  private final EnglishBook book;

  EnglishLikeness(EnglishBook book) {
    this.book = book;
  }

  /// The dishes of the same kind that are named.
  List<MenuItem> alike(Draft old, EnglishPiece piece) {
    List<MenuItem> alike = alike(old, piece.meant());
    List<String> words = EnglishWords.ofName(piece.said());
    return alike.isEmpty() && !words.isEmpty()
        ? alike(old, book.menu.containing(words, false))
        : alike;
  }

  private List<MenuItem> alike(Draft old, List<MenuItem> named) {
    MenuItem before = old.items.getFirst();
    List<MenuItem> alike =
        named.stream()
            .filter(item -> !item.id().equals(before.id()) && book.menu.sameCategory(before, item))
            .toList();
    return alike.size() > 1 ? nearest(before, alike) : alike;
  }

  /// Instead of a chicken shawarma, "beef" is the beef shawarma and not the beef shawarma plate.
  private static List<MenuItem> nearest(MenuItem before, List<MenuItem> alike) {
    List<String> words = EnglishWords.ofName(before.name().en());
    List<MenuItem> siblings =
        alike.stream()
            .filter(item -> {
              List<String> others = EnglishWords.ofName(item.name().en());
              return others.size() == words.size() && others.getLast().equals(words.getLast());
            })
            .toList();
    return siblings.isEmpty() ? alike : siblings;
  }

  /// The only line of the cart that is like what is named now.
  private @Nullable Draft ofCart(EnglishPiece piece, Draft focus) {
    List<CartLine> like =
        book.turn.cart().lines().stream()
            .filter(line -> {
              MenuItem item = book.menu.item(line.itemId());
              Draft one =
                  item == null ? null : new Draft(Draft.Wish.CHANGE, List.of(item), true, line);
              return one != null && !alike(one, piece).isEmpty();
            })
            .toList();
    return like.size() == 1 ? book.about(like.getFirst()) : focus;
  }

  /// What was ordered last, or what was ordered that is like what is named now.
  @Nullable Draft corrected(EnglishPiece piece) {
    Draft focus = book.focus();
    if (focus == null || focus.line == null || !alike(focus, piece).isEmpty()) {
      return focus;
    }
    List<String> words = EnglishWords.ofName(piece.said());
    for (CartLine line : book.turn.cart().lines().reversed()) {
      MenuItem item = book.menu.item(line.itemId());
      boolean shares =
          item != null
              && EnglishWords.ofName(item.name().en()).stream().anyMatch(words::contains)
              && piece.meant().stream().noneMatch(other -> other.id().equals(item.id()));
      if (shares) {
        return book.about(line);
      }
    }
    return ofCart(piece, focus);
  }
}
