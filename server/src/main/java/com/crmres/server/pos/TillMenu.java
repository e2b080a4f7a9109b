package com.crmres.server.pos;

import com.crmres.common.pos.MenuChange;
import com.crmres.common.pos.MenuDifference;
import com.crmres.common.pos.PosMapping;
import com.crmres.common.pos.PosThing;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Lays the till's menu beside ours; it changes neither.
final class TillMenu {

  private TillMenu() {}

  static List<MenuDifference> differences(
      Menu menu, List<PosMenuItem> theirs, Map<Mappings.Ours, String> known) {
    List<PosMapping> ours = Mappings.lines(menu, theirs, known);
    List<MenuDifference> found = new ArrayList<>();
    ours.stream().filter(one -> one.posPrice() == null).map(TillMenu::onlyHere).forEach(found::add);
    ours.stream().filter(PosMapping::conflict).map(TillMenu::price).forEach(found::add);
    onlyThere(ours, theirs).forEach(found::add);
    found.addAll(stock(menu, ours, theirs));
    return List.copyOf(found);
  }

  private static MenuDifference onlyHere(PosMapping one) {
    return new MenuDifference(
        MenuChange.ONLY_HERE,
        one.thing(),
        one.ourId(),
        one.posId() == null ? one.proposedPosId() : one.posId(),
        one.name(),
        one.price(),
        null);
  }

  private static MenuDifference price(PosMapping one) {
    return new MenuDifference(
        MenuChange.PRICE_DIFFERS,
        one.thing(),
        one.ourId(),
        one.posId(),
        one.name(),
        one.price(),
        one.posPrice());
  }

  private static Stream<MenuDifference> onlyThere(List<PosMapping> ours, List<PosMenuItem> theirs) {
    Set<String> known = new HashSet<>();
    ours.stream().map(PosMapping::posId).filter(Objects::nonNull).forEach(known::add);
    return theirs.stream()
        .filter(their -> !known.contains(their.id()))
        .map(their ->
            new MenuDifference(
                MenuChange.ONLY_THERE,
                their.thing(),
                null,
                their.id(),
                their.name(),
                null,
                their.price()));
  }

  private static List<MenuDifference> stock(
      Menu menu, List<PosMapping> ours, List<PosMenuItem> theirs) {
    Map<String, Boolean> active = new HashMap<>();
    theirs.forEach(their -> active.put(their.id(), their.active()));
    Map<UUID, MenuItem> items = new HashMap<>();
    menu.items().forEach(item -> items.put(item.id(), item));
    List<MenuDifference> found = new ArrayList<>();
    for (PosMapping one : ours) {
      MenuItem item = items.get(one.ourId());
      Boolean sold = one.posId() == null ? null : active.get(one.posId());
      if (one.thing() == PosThing.ITEM
          && item != null
          && sold != null
          && sold != item.available()) {
        found.add(
            new MenuDifference(
                sold ? MenuChange.BACK_THERE : MenuChange.SOLD_OUT_THERE,
                one.thing(),
                one.ourId(),
                one.posId(),
                one.name(),
                null,
                null));
      }
    }
    return found;
  }
}
