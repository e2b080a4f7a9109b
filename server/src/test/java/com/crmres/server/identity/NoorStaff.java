package com.crmres.server.identity;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.Session;
import com.crmres.common.identity.StaffMember;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// The small world of sign-in: restaurant Noor with branches Olaya and Malaz and a staff member for
/// every role, all with the same password; and everything that serves them.
public final class NoorStaff {

  public static final String PASSWORD = "a good password";

  public final UUID restaurantId = Ids.timeOrdered().next();
  public final UUID olaya = Ids.timeOrdered().next();
  public final UUID malaz = Ids.timeOrdered().next();

  public final Staffs staffs;
  public final Sessions sessions;
  public final Access access;
  public final AccessTokens tokens;

  private final Database database;

  public NoorStaff(Database database, Clock clock) {
    Ids ids = Ids.timeOrdered();
    Secrets secrets = new Secrets(new SecureRandom());
    Passwords passwords = new Passwords(secrets);
    TokenKey key = TokenKey.of("a secret of thirty-two characters");
    this.database = database;
    this.tokens = new AccessTokens(clock, key);
    this.staffs = new Staffs(database, ids, clock, passwords, secrets, this::branches);
    this.sessions =
        new Sessions(
            database,
            staffs,
            passwords,
            new SignInThrottle(clock),
            tokens,
            new RefreshTokens(ids, clock, secrets, key));
    this.access = new Access(tokens, staffs);
    open(clock);
  }

  /// Adds somebody who works in Olaya; the e-mail is the role at noor.example.
  public StaffMember hire(Role role) {
    Set<UUID> branches = role == Role.OWNER || role == Role.AUDITOR ? Set.of() : Set.of(olaya);
    return staffs.add(
        new NewStaffMember(restaurantId, "Sami", email(role), PASSWORD, role, branches));
  }

  /// The value of the `Authorization` header for a member of that role, for tests of routes.
  public String authorization(Role role) {
    Session session = sessions.signIn(email(role), PASSWORD, "192.0.2.1");
    return "Bearer " + session.accessToken();
  }

  public static String email(Role role) {
    return role.wireName().toLowerCase(Locale.ROOT) + "@noor.example";
  }

  /// Takes somebody's access away.
  public void dismiss(UUID staffId) {
    database.changeRestaurant(
        restaurantId,
        transaction ->
            transaction
                .sql("update staff set active = false where id = :id")
                .with("id", staffId)
                .update());
  }

  private Set<UUID> branches(Transaction transaction, UUID restaurant) {
    return new HashSet<>(
        transaction
            .sql("select id from branch where restaurant_id = :restaurant")
            .with("restaurant", restaurant)
            .list(row -> row.uuid("id")));
  }

  private void open(Clock clock) {
    database.changeRestaurant(
        restaurantId,
        transaction -> {
          transaction
              .sql(
                  """
                  insert into restaurant (restaurant_id, name_ar, name_en, created_at)
                  values (:id, 'نور', 'Noor', :now)
                  """)
              .with("id", restaurantId)
              .with("now", clock.instant())
              .update();
          branch(transaction, olaya, "A", "Olaya");
          branch(transaction, malaz, "B", "Malaz");
        });
  }

  private void branch(Transaction transaction, UUID id, String code, String name) {
    transaction
        .sql(
            """
            insert into branch (restaurant_id, id, code, name_ar, name_en, address_ar, address_en,
              zone, latitude, longitude, hours)
            values (:restaurant, :id, :code, :name, :name, '', '', 'Asia/Riyadh', 24.7, 46.7, '{}')
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("code", code)
        .with("name", name)
        .update();
  }
}
