package com.crmres.server.whatsapp.price;

import com.crmres.common.channel.ChannelCosts;
import com.crmres.common.channel.Rate;
import com.crmres.common.channel.RateTable;
import com.crmres.common.identity.Role;
import com.crmres.server.database.Database;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// The paths of what WhatsApp costs, under `/v1`.
public final class PriceRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AUDITOR};
  private static final Pattern MARKET = Pattern.compile("\\*|[1-9][0-9]{0,3}|[A-Z]{2}");
  private static final Pattern CATEGORY = Pattern.compile("[a-z_]{1,40}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final int MOST_RATES = 500;
  private static final int MOST_DAYS = 366;
  private static final long HIGHEST_AMOUNT = 100_000_000;

  private final Database database;
  private final Prices prices;
  private final Access access;
  private final Clock clock;

  public PriceRoutes(Database database, Prices prices, Access access, Clock clock) {
    this.database = database;
    this.prices = prices;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/channel/costs", this::costs)
        .get("/channel/rates", this::rates)
        .put("/channel/rates", this::replaceRates);
  }

  /// Which costs are asked for.
  private record Wish(LocalDate from, LocalDate to, Set<Grouping> by) {}

  private void costs(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    LocalDate today = LocalDate.ofInstant(clock.instant(), PriceStore.ZONE);
    Wish wish =
        exchange.query(query ->
            new Wish(
                query.day("from", today.withDayOfMonth(1)),
                query.day("to", today),
                query.named("by", Grouping.class)));
    new Faults()
        .range("to", ChronoUnit.DAYS.between(wish.from(), wish.to()), 0, MOST_DAYS)
        .range("by", wish.by().size(), 0, 1)
        .throwIfAny();
    Grouping by = wish.by().stream().findFirst().orElse(Grouping.CATEGORY);
    UUID restaurantId = principal.restaurantId();
    exchange.ok(
        database.<ChannelCosts>inRestaurant(
            restaurantId,
            transaction -> prices.costs(transaction, restaurantId, wish.from(), wish.to(), by)));
  }

  private void rates(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    UUID restaurantId = principal.restaurantId();
    new Exchange(request, response)
        .ok(
            database.<RateTable>inRestaurant(
                restaurantId, transaction -> prices.rates(transaction, restaurantId)));
  }

  private void replaceRates(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER);
    Exchange exchange = new Exchange(request, response);
    RateTable table = exchange.read(RateTable.class);
    check(table.rates());
    UUID restaurantId = principal.restaurantId();
    exchange.ok(
        database.<RateTable>inRestaurant(
            restaurantId,
            transaction -> prices.replaceRates(transaction, restaurantId, table.rates())));
  }

  private static void check(List<Rate> rates) {
    Faults faults = new Faults().range("rates", rates.size(), 0, MOST_RATES);
    Set<List<Object>> known = new HashSet<>();
    for (int i = 0; i < rates.size(); i++) {
      Rate rate = rates.get(i);
      String at = "rates[" + i + "]";
      shape(faults, at + ".market", MARKET, rate.market());
      shape(faults, at + ".category", CATEGORY, rate.category());
      shape(faults, at + ".currency", CURRENCY, rate.currency());
      faults.range(at + ".amount", rate.amount(), 0, HIGHEST_AMOUNT);
      if (!known.add(List.of(rate.market(), rate.category(), rate.validFrom()))) {
        faults.add(at, Rule.UNEXPECTED);
      }
    }
    faults.throwIfAny();
  }

  private static void shape(Faults faults, String field, Pattern pattern, String value) {
    if (!pattern.matcher(value).matches()) {
      faults.add(field, Rule.SHAPE);
    }
  }
}
