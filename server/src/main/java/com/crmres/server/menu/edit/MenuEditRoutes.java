package com.crmres.server.menu.edit;

import com.crmres.common.identity.Role;
import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.MenuCalendar;
import com.crmres.common.menu.MenuPhoto;
import com.crmres.common.menu.MenuVersion;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.menu.Edited;
import com.crmres.server.menu.Menus;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The paths by which people edit the menu, under `/v1/menu`.
public final class MenuEditRoutes implements HttpService {

  static final Role[] EDITORS = {Role.OWNER, Role.MANAGER};
  static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AUDITOR};

  private final Database database;
  private final Editor editor;
  private final Access access;

  public MenuEditRoutes(
      Database database, Menus menus, Restaurants restaurants, MediaFiles media, Access access) {
    this.database = database;
    this.editor = new Editor(menus, restaurants, media);
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/menu/book", this::book)
        .put("/menu/categories/{id}", this::saveCategory)
        .put("/menu/items/{id}", this::saveItem)
        .put("/menu/items/{id}/photo", this::savePhoto)
        .put("/menu/groups/{id}", this::saveGroup)
        .put("/menu/day-parts/{id}", this::saveDayPart)
        .put("/menu/ingredients/{id}", this::saveIngredient)
        .put("/menu/calendar", this::saveCalendar)
        .delete("/menu/categories/{id}", this::removeCategory)
        .delete("/menu/items/{id}", this::removeItem)
        .delete("/menu/groups/{id}", this::removeGroup)
        .delete("/menu/day-parts/{id}", this::removeDayPart)
        .delete("/menu/ingredients/{id}", this::removeIngredient);
  }

  private void book(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    new Exchange(request, response)
        .ok(
            database.inRestaurant(
                principal.restaurantId(),
                transaction -> editor.book(transaction, principal.restaurantId())));
  }

  private void saveCategory(ServerRequest request, ServerResponse response) {
    save(
        request,
        response,
        new Kind<>(
            MenuBook.Category.class,
            MenuBook.Category::id,
            Edits::save,
            "categories",
            book -> book.categories().stream().map(MenuBook.Category::id).toList()));
  }

  private void saveItem(ServerRequest request, ServerResponse response) {
    save(
        request,
        response,
        new Kind<>(BookItem.class, BookItem::id, Edits::save, "items", MenuEditRoutes::items));
  }

  private void saveGroup(ServerRequest request, ServerResponse response) {
    save(
        request,
        response,
        new Kind<>(
            BookGroup.class,
            BookGroup::id,
            Edits::save,
            "groups",
            book -> book.groups().stream().map(BookGroup::id).toList()));
  }

  private void saveDayPart(ServerRequest request, ServerResponse response) {
    save(
        request,
        response,
        new Kind<>(
            DayPart.class,
            DayPart::id,
            Edits::save,
            "dayParts",
            book -> book.dayParts().stream().map(DayPart::id).toList()));
  }

  private void saveIngredient(ServerRequest request, ServerResponse response) {
    save(
        request,
        response,
        new Kind<>(
            MenuBook.Ingredient.class,
            MenuBook.Ingredient::id,
            Edits::save,
            "ingredients",
            book -> book.ingredients().stream().map(MenuBook.Ingredient::id).toList()));
  }

  /// How one kind of thing is read and put into a menu.
  private record Kind<T extends Record>(
      Class<T> form,
      Function<T, UUID> id,
      BiFunction<MenuBook, T, MenuBook> save,
      String list,
      Function<MenuBook, List<UUID>> ids) {}

  private <T extends Record> void save(
      ServerRequest request, ServerResponse response, Kind<T> kind) {
    Principal principal = access.require(request, EDITORS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    T form = exchange.read(kind.form());
    if (!id.equals(kind.id().apply(form))) {
      new Faults().add("id", Rule.UNEXPECTED).throwIfAny();
    }
    edit(
        principal,
        exchange,
        book -> kind.save().apply(book, form),
        book -> Editor.place(kind.list(), kind.ids().apply(book), id));
  }

  private void savePhoto(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, EDITORS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    MenuPhoto wish = exchange.read(MenuPhoto.class);
    edit(
        principal,
        exchange,
        book ->
            Edits.save(
                book,
                book.items().stream()
                    .filter(item -> item.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND))
                    .withPhoto(wish.photo())),
        book -> Editor.place("items", items(book), id));
  }

  private void saveCalendar(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, EDITORS);
    Exchange exchange = new Exchange(request, response);
    MenuCalendar wish = exchange.read(MenuCalendar.class);
    edit(principal, exchange, book -> book.withHijriShift(wish.hijriShift()), _ -> "");
  }

  private void removeItem(ServerRequest request, ServerResponse response) {
    remove(request, response, MenuEditRoutes::items, Edits::withoutItem, (_, _) -> 0L);
  }

  private void removeCategory(ServerRequest request, ServerResponse response) {
    remove(
        request,
        response,
        book -> book.categories().stream().map(MenuBook.Category::id).toList(),
        Edits::withoutCategory,
        (book, id) -> book.items().stream().filter(item -> item.categoryId().equals(id)).count());
  }

  private void removeGroup(ServerRequest request, ServerResponse response) {
    remove(
        request,
        response,
        book -> book.groups().stream().map(BookGroup::id).toList(),
        Edits::withoutGroup,
        (_, _) -> 0L);
  }

  /// Without its part of the day, breakfast would be sold all day: so its items come first.
  private void removeDayPart(ServerRequest request, ServerResponse response) {
    remove(
        request,
        response,
        book -> book.dayParts().stream().map(DayPart::id).toList(),
        Edits::withoutDayPart,
        MenuEditRoutes::usesOfDayPart);
  }

  private void removeIngredient(ServerRequest request, ServerResponse response) {
    remove(
        request,
        response,
        book -> book.ingredients().stream().map(MenuBook.Ingredient::id).toList(),
        Edits::withoutIngredient,
        (_, _) -> 0L);
  }

  private void remove(
      ServerRequest request,
      ServerResponse response,
      Function<MenuBook, List<UUID>> ids,
      BiFunction<MenuBook, UUID, MenuBook> without,
      BiFunction<MenuBook, UUID, Long> uses) {
    Principal principal = access.require(request, EDITORS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    edit(
        principal,
        exchange,
        book -> {
          if (!ids.apply(book).contains(id)) {
            throw new ApiException(ErrorCode.NOT_FOUND);
          }
          long used = uses.apply(book, id);
          Editor.refuse(used == 0 ? List.of() : List.of(new Fault("", Rule.IN_USE, List.of(used))));
          return without.apply(book, id);
        },
        _ -> "removed.");
  }

  private void edit(
      Principal principal,
      Exchange exchange,
      UnaryOperator<MenuBook> change,
      Function<MenuBook, String> place) {
    Long base = exchange.query(query -> query.number("base"));
    Edited edited =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> editor.edit(transaction, principal.restaurantId(), base, change, place));
    exchange.ok(new MenuVersion(edited.after().version()));
  }

  private static List<UUID> items(MenuBook book) {
    return book.items().stream().map(BookItem::id).toList();
  }

  private static long usesOfDayPart(MenuBook book, UUID id) {
    return Stream.of(
            book.categories().stream().map(MenuBook.Category::dayPartId),
            book.items().stream().map(BookItem::dayPartId),
            book.items().stream()
                .flatMap(item -> item.prices().stream())
                .map(price -> price.dayPartId()),
            book.groups().stream()
                .flatMap(group -> group.options().stream())
                .flatMap(option -> option.prices().stream())
                .map(price -> price.dayPartId()))
        .flatMap(parts -> parts)
        .filter(id::equals)
        .count();
  }
}
