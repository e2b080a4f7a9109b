package com.crmres.server.assistant.openrouter;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.House;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns at the counter of the test menu.
record Turning(
    Menu menu, List<CartLine> lines, @Nullable PendingQuestion pending, House house, Past past) {

  static final UUID CONVERSATION = TestMenu.id("conversation");

  static Turning usual() {
    return new Turning(TestMenu.menu(), List.of(), null, TestMenu.HOUSE, Past.NONE);
  }

  Turning with(CartLine... others) {
    return new Turning(menu, List.of(others), pending, house, past);
  }

  Turning asked(PendingQuestion other) {
    return new Turning(menu, lines, other, house, past);
  }

  Turning over(Menu other) {
    return new Turning(other, lines, pending, house, past);
  }

  Turning of(House other) {
    return new Turning(menu, lines, pending, other, past);
  }

  Turning after(Past other) {
    return new Turning(menu, lines, pending, house, other);
  }

  Turn said(String... words) {
    return saying(Arrays.stream(words).<MessageContent>map(MessageContent.Text::new).toList());
  }

  Turn saying(List<MessageContent> contents) {
    List<Turn.Said> said =
        java.util.stream.IntStream.range(0, contents.size())
            .mapToObj(at -> new Turn.Said(TestMenu.id("message " + at), contents.get(at)))
            .toList();
    return new Turn(CONVERSATION, said, menu, cart(), pending, null, 0, List.of(), house, past);
  }

  private Cart cart() {
    return new Cart(TestMenu.id("cart"), 1, TestMenu.OLAYA, null, null, null, null, lines, null);
  }

  /// What a model calls an item.
  static String handle(String english) {
    return new Handles(TestMenu.menu(), usual().cart()).of(TestMenu.named(english));
  }

  static String option(String item, String english) {
    MenuItem found = TestMenu.named(item);
    return new Handles(TestMenu.menu(), usual().cart())
        .ofOption(
            found.groups().stream()
                .flatMap(group -> group.options().stream())
                .filter(option -> option.name().en().equals(english))
                .findFirst()
                .orElseThrow()
                .id());
  }
}
