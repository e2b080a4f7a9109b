package com.crmres.server.menu.edit;

import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.MenuDifference;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.WireName;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.menu.Menus;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths by which a whole menu comes in and goes out as a file, under `/v1/menu`.
public final class MenuFileRoutes implements HttpService {

  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final int MOST_FAULTS = 200;

  private final Database database;
  private final Menus menus;
  private final Editor editor;
  private final Access access;

  public MenuFileRoutes(
      Database database, Menus menus, Restaurants restaurants, MediaFiles media, Access access) {
    this.database = database;
    this.menus = menus;
    this.editor = new Editor(menus, restaurants, media);
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/menu/export", this::write).post("/menu/import", this::read);
  }

  /// What a file may be.
  private enum Format implements WireName {
    JSON,
    CSV
  }

  private void write(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, MenuEditRoutes.READERS);
    Exchange exchange = new Exchange(request, response);
    Format format = format(exchange);
    MenuBook book =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> menus.book(transaction, principal.restaurantId()));
    switch (format) {
      case JSON -> send(response, "application/json", "menu.json", Json.write(book));
      case CSV -> send(response, "text/csv; charset=utf-8", "menu.csv", CsvWriting.of(book));
    }
  }

  private static void send(ServerResponse response, String type, String name, String text) {
    response
        .header(HeaderNames.CONTENT_TYPE, type)
        .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send(text.getBytes(StandardCharsets.UTF_8));
  }

  private void read(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, MenuEditRoutes.EDITORS);
    Exchange exchange = new Exchange(request, response);
    Wish wish = wish(exchange);
    byte[] bytes = exchange.bytes(MOST_BYTES);
    exchange.ok(
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> apply(transaction, principal.restaurantId(), wish, bytes)));
  }

  /// How a file is to be taken.
  ///
  /// @param preview only say what would change
  /// @param keep leave alone what the file does not know
  /// @param base the version that the preview was made of
  private record Wish(Format format, boolean preview, boolean keep, @Nullable Long base) {}

  private static Wish wish(Exchange exchange) {
    Wish wish =
        exchange.query(query ->
            new Wish(
                Objects.requireNonNullElse(query.namedOrNull("format", Format.class), Format.JSON),
                "true".equals(query.text("preview", 5)),
                "true".equals(query.text("keep", 5)),
                query.number("base")));
    if (!wish.preview() && wish.base() == null) {
      new Faults().add("base", Rule.REQUIRED).throwIfAny();
    }
    return wish;
  }

  private MenuDifference apply(
      Transaction transaction, UUID restaurantId, Wish wish, byte[] bytes) {
    if (wish.preview()) {
      MenuBook before = menus.book(transaction, restaurantId);
      MenuBook after = checked(transaction, restaurantId, wish, bytes, before);
      return Difference.between(before, after, false);
    }
    return Difference.of(
        menus.edit(
            transaction,
            restaurantId,
            before -> {
              Editor.refuseOld(before, wish.base());
              return checked(transaction, restaurantId, wish, bytes, before);
            }));
  }

  /// The menu of the file, if nothing is wrong with it.
  private MenuBook checked(
      Transaction transaction, UUID restaurantId, Wish wish, byte[] bytes, MenuBook before) {
    MenuFile read =
        switch (wish.format()) {
          case JSON -> MenuFile.json(bytes, before);
          case CSV -> MenuFile.table(bytes, before);
        };
    MenuFile file = wish.keep() && read.faults().isEmpty() ? read.keeping(before) : read;
    List<Fault> faults = new ArrayList<>(file.faults());
    editor.faults(transaction, restaurantId, before, file.book(), "").stream()
        .map(file::told)
        .forEach(faults::add);
    Editor.refuse(faults.stream().distinct().limit(MOST_FAULTS).toList());
    return file.book().withVersion(before.version());
  }

  private static Format format(Exchange exchange) {
    return exchange
        .query(query -> Optional.ofNullable(query.namedOrNull("format", Format.class)))
        .orElse(Format.JSON);
  }
}
