package com.crmres.server.restaurant.prayer;

import com.crmres.common.restaurant.PrayerTime;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.BranchDesk;
import com.crmres.server.restaurant.HijriMonths;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The path by which screens ask when prayers are called at a branch, under `/v1`.
public final class PrayerRoutes implements HttpService {

  private static final int DAYS = 3;

  private final Database database;
  private final Restaurants restaurants;
  private final BranchDesk desk;
  private final Access access;
  private final Clock clock;

  public PrayerRoutes(
      Database database, Restaurants restaurants, BranchDesk desk, Access access, Clock clock) {
    this.database = database;
    this.restaurants = restaurants;
    this.desk = desk;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/branches/{id}/prayers", this::prayers);
  }

  private void prayers(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = exchange.pathId("id");
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    UUID restaurantId = principal.restaurantId();
    exchange.ok(
        database
            .inRestaurant(
                restaurantId,
                transaction ->
                    restaurants
                        .branch(transaction, restaurantId, branchId)
                        .map(branch -> page(branch, desk.months(transaction, restaurantId))))
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND)));
  }

  /// Today's that are still to come, and those of the days after.
  private Page<PrayerTime> page(Branch branch, HijriMonths months) {
    Instant now = clock.instant();
    LocalDate today = branch.dateAt(now);
    List<PrayerTime> coming =
        today
            .datesUntil(today.plusDays(DAYS))
            .flatMap(date ->
                PrayerTimes.of(date, branch.latitude(), branch.longitude(), months.isRamadan(date))
                    .stream())
            .filter(prayer -> prayer.at().isAfter(now))
            .toList();
    return new Page<>(coming, null);
  }
}
