package com.crmres.server.demo;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.restaurant.ZoneCollection;
import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.database.Transaction;
import com.crmres.server.identity.NewStaffMember;
import com.crmres.server.identity.Staffs;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.Menus;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.OpeningHours;
import com.crmres.server.restaurant.Restaurant;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.restaurant.place.Zones;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Opens the demo restaurant: two branches in Riyadh, a full menu, staff for every role.
public final class DemoRestaurant {

  /// The same in every installation.
  public static final UUID ID = DemoIds.of("restaurant", "nar-w-samar");

  private final Database database;
  private final Restaurants restaurants;
  private final Menus menus;
  private final Zones zones;
  private final Staffs staffs;

  public DemoRestaurant(
      Database database, Restaurants restaurants, Menus menus, Zones zones, Staffs staffs) {
    this.database = database;
    this.restaurants = restaurants;
    this.menus = menus;
    this.zones = zones;
    this.staffs = staffs;
  }

  /// The restaurant as it stands.
  ///
  /// @param hired whoever got access just now; empty at the second start
  public record Opened(UUID restaurantId, List<StaffMember> hired) {
    public Opened {
      hired = List.copyOf(hired);
    }
  }

  /// Opens it where it is not there yet; what is there stays as it is.
  ///
  /// @param password for everybody who is hired
  public Opened open(String password) {
    Plan plan = DemoFile.read("restaurant.json", Plan.class);
    database.changeRestaurant(ID, transaction -> build(transaction, plan));
    return new Opened(
        ID, plan.staff().stream().flatMap(person -> hire(person, password).stream()).toList());
  }

  private void build(Transaction transaction, Plan plan) {
    if (!restaurants.add(transaction, plan.restaurant())) {
      return;
    }
    for (Place place : plan.branches()) {
      restaurants.addBranch(transaction, ID, place.branch());
      zones.replace(transaction, ID, branchId(place.key()), place.zones());
    }
    for (Menu.Category category : DemoMenu.read().menu()) {
      menus.add(transaction, ID, category);
    }
    for (Place place : plan.branches()) {
      differ(transaction, place);
    }
  }

  private void differ(Transaction transaction, Place place) {
    UUID branch = branchId(place.key());
    place
        .prices()
        .forEach((item, price) ->
            menus.setPrice(transaction, ID, branch, DemoMenu.id(item), new Money(price)));
    place
        .soldOut()
        .forEach(item -> menus.setAvailability(transaction, ID, branch, DemoMenu.id(item), false));
  }

  /// Nobody is hired twice: the second time the e-mail is taken.
  private Optional<StaffMember> hire(Person person, String password) {
    try {
      return Optional.of(staffs.add(person.staff(password)));
    } catch (DatabaseException e) {
      if (e.isDuplicate()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static UUID branchId(String key) {
    return DemoIds.of("branch", key);
  }

  /// `demo/restaurant.json`.
  private record Plan(
      LocalizedText name,
      Personality personality,
      String vatNumber,
      List<Place> branches,
      List<Person> staff) {

    private Restaurant restaurant() {
      return new Restaurant(ID, name, personality, vatNumber);
    }
  }

  /// A branch, and where it differs from the menu.
  private record Place(
      String key,
      String code,
      LocalizedText name,
      LocalizedText address,
      String zone,
      double latitude,
      double longitude,
      OpeningHours hours,
      boolean delivers,
      int preparationMinutes,
      List<String> soldOut,
      Map<String, Long> prices,
      ZoneCollection zones) {

    private Branch branch() {
      return new Branch(
          branchId(key),
          code,
          name,
          address,
          ZoneId.of(zone),
          latitude,
          longitude,
          hours,
          delivers,
          preparationMinutes);
    }
  }

  /// A member of the staff.
  private record Person(String name, String email, Role role, List<String> branches) {

    private NewStaffMember staff(String password) {
      Set<UUID> ids = branches.stream().map(DemoRestaurant::branchId).collect(Collectors.toSet());
      return new NewStaffMember(ID, name, email, password, role, ids);
    }
  }
}
