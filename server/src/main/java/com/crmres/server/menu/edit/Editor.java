package com.crmres.server.menu.edit;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.menu.MenuBook;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Rule;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.menu.Edited;
import com.crmres.server.menu.Menus;
import com.crmres.server.restaurant.Restaurants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Lets an edit of the menu in only if nothing is wrong with the menu that comes of it.
final class Editor {

  private final Menus menus;
  private final Restaurants restaurants;
  private final MediaFiles media;

  Editor(Menus menus, Restaurants restaurants, MediaFiles media) {
    this.menus = menus;
    this.restaurants = restaurants;
    this.media = media;
  }

  MenuBook book(Transaction transaction, UUID restaurantId) {
    return menus.book(transaction, restaurantId);
  }

  /// Edits the menu, whole or not at all.
  ///
  /// @param base the version that the caller knows; null if he does not mind
  /// @param place where in the new menu the edited thing stands, for example `items[3].`; faults
  ///   there are named as the caller wrote it
  /// @throws ApiException naming every fault that the edit brings
  Edited edit(
      Transaction transaction,
      UUID restaurantId,
      @Nullable Long base,
      UnaryOperator<MenuBook> change,
      Function<MenuBook, String> place) {
    return menus.edit(
        transaction,
        restaurantId,
        book -> {
          refuseOld(book, base);
          MenuBook after = change.apply(book);
          String own = place.apply(after);
          refuse(
              faults(transaction, restaurantId, book, after, own).stream()
                  .map(fault -> shortened(fault, own))
                  .toList());
          return after;
        });
  }

  /// Every fault of a menu that shall take the place of another.
  ///
  /// @param own as in [#edit]; what was wrong elsewhere before is not the caller's; empty if the
  ///   whole menu is
  List<Fault> faults(
      Transaction transaction, UUID restaurantId, MenuBook before, MenuBook after, String own) {
    Set<UUID> branches = restaurants.branchIds(transaction, restaurantId);
    Set<Fault> old = own.isEmpty() ? Set.of() : new HashSet<>(BookRules.check(before, branches));
    List<Fault> faults = new ArrayList<>(BookRules.check(after, branches));
    faults.removeIf(fault -> old.contains(fault) && !fault.field().startsWith(own));
    faults.addAll(photoFaults(transaction, restaurantId, before, after));
    return faults;
  }

  static void refuseOld(MenuBook book, @Nullable Long base) {
    if (base != null && base != book.version()) {
      throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
    }
  }

  static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new ApiException(ErrorCode.INVALID_INPUT, faults);
    }
  }

  /// A photo of a dish is shown to everybody, so only what staff uploaded can be one.
  private List<Fault> photoFaults(
      Transaction transaction, UUID restaurantId, MenuBook before, MenuBook after) {
    Set<UUID> known = new HashSet<>();
    before.items().forEach(item -> known.add(item.photo()));
    List<Fault> faults = new ArrayList<>();
    for (int index = 0; index < after.items().size(); index++) {
      UUID photo = after.items().get(index).photo();
      if (photo != null && known.add(photo) && !isPicture(transaction, restaurantId, photo)) {
        faults.add(new Fault("items[%d].photo".formatted(index), Rule.UNKNOWN, List.of()));
      }
    }
    return faults;
  }

  private boolean isPicture(Transaction transaction, UUID restaurantId, UUID id) {
    return media
        .find(transaction, restaurantId, id)
        .filter(file -> file.kind() == MediaKind.IMAGE && file.state() == MediaState.READY)
        .filter(file -> file.uploadedBy() != null)
        .isPresent();
  }

  private static Fault shortened(Fault fault, String own) {
    return own.isEmpty() || !fault.field().startsWith(own)
        ? fault
        : new Fault(fault.field().substring(own.length()), fault.rule(), fault.arguments());
  }

  static String place(String list, List<UUID> ids, UUID id) {
    return "%s[%d].".formatted(list, ids.indexOf(id));
  }
}
