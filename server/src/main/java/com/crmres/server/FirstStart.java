package com.crmres.server;

import com.crmres.common.identity.StaffMember;
import com.crmres.common.restaurant.Personality;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.demo.DemoRestaurant;
import com.crmres.server.identity.FirstOwner;
import com.crmres.server.identity.Secrets;
import com.crmres.server.identity.Staffs;
import com.crmres.server.restaurant.Restaurant;
import com.crmres.server.restaurant.Restaurants;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What an empty database begins with: a restaurant, and somebody who can sign in.
final class FirstStart {

  private final Settings settings;
  private final Database database;
  private final Restaurants restaurants;
  private final Staffs staffs;
  private final Secrets secrets;
  private final Ids ids;
  private final List<String> credentials = new ArrayList<>();

  FirstStart(
      Settings settings,
      Database database,
      Restaurants restaurants,
      Staffs staffs,
      Secrets secrets,
      Ids ids) {
    this.settings = settings;
    this.database = database;
    this.restaurants = restaurants;
    this.staffs = staffs;
    this.secrets = secrets;
    this.ids = ids;
  }

  /// The restaurant of the first number: the demo's, the one that is there, or a bare one.
  UUID restaurant(DemoRestaurant demo) {
    UUID restaurantId = "demo".equals(settings.seed()) ? open(demo) : oldestOrBare();
    staffs
        .firstOwner(restaurantId, settings.owner().email(), settings.owner().password())
        .ifPresent(this::tell);
    return restaurantId;
  }

  /// What an operator must be told once: who got access, and passwords that were generated.
  List<String> credentials() {
    return List.copyOf(credentials);
  }

  private UUID open(DemoRestaurant demo) {
    String given = settings.seedPassword();
    String password = given == null ? secrets.readable() : given;
    DemoRestaurant.Opened opened = demo.open(password);
    String shown = given == null ? password : "(CRM_SEED_PASSWORD)";
    for (StaffMember member : opened.hired()) {
      credentials.add(
          "%s: %s  password: %s".formatted(member.role().wireName(), member.email(), shown));
    }
    return opened.restaurantId();
  }

  /// Several nodes may start at once on an empty database: the lock lets one of them begin.
  private UUID oldestOrBare() {
    return database.inSystem(transaction -> {
      transaction
          .sql("select pg_advisory_xact_lock(hashtext('crm-res first start'))")
          .list(row -> true);
      return restaurants
          .oldest(transaction)
          .orElseGet(() -> {
            Restaurant bare =
                new Restaurant(ids.next(), settings.firstRestaurant(), Personality.CASUAL, null);
            restaurants.add(transaction, bare);
            return bare.id();
          });
    });
  }

  private void tell(FirstOwner owner) {
    if (owner.generatedPassword() != null) {
      credentials.add(
          "first owner: %s  password: %s".formatted(owner.email(), owner.generatedPassword()));
    }
  }
}
