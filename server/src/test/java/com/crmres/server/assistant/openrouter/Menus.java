package com.crmres.server.assistant.openrouter;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Menus of other lengths.
final class Menus {

  private Menus() {}

  static Menu long_(int items) {
    List<MenuItem> all =
        IntStream.range(0, items)
            .mapToObj(i ->
                new MenuItem(
                    new UUID(7, i),
                    new LocalizedText("طبق رقم " + i, "Dish number " + i),
                    new LocalizedText("", ""),
                    List.of(),
                    new Money(100),
                    true,
                    List.of()))
            .toList();
    return new Menu(
        TestMenu.RESTAURANT,
        TestMenu.OLAYA,
        List.of(new Menu.Category(new UUID(8, 0), new LocalizedText("كل", "All"), all)));
  }
}
