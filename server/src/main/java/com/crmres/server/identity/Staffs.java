package com.crmres.server.identity;

import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The staff of restaurants: gives people access and finds them.
public final class Staffs {

  private static final String FIRST_OWNER_EMAIL = "owner@crm-res.local";

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Passwords passwords;
  private final Secrets secrets;
  private final BranchDirectory directory;
  private final StaffStore store = new StaffStore();

  public Staffs(
      Database database,
      Ids ids,
      Clock clock,
      Passwords passwords,
      Secrets secrets,
      BranchDirectory directory) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.passwords = passwords;
    this.secrets = secrets;
    this.directory = directory;
  }

  /// Gives a person access.
  ///
  /// @throws com.crmres.server.database.DatabaseException as duplicate, if the e-mail is taken
  public StaffMember add(NewStaffMember person) {
    StaffRecord staff = staff(person);
    return database.inRestaurant(
        person.restaurantId(),
        transaction -> {
          store.insert(transaction, staff, clock.instant());
          person
              .branchIds()
              .forEach(branch ->
                  store.giveBranch(transaction, staff.restaurantId(), staff.id(), branch));
          return member(transaction, staff);
        });
  }

  /// Somebody who may sign in; empty if there is no such person, or his access was taken away.
  public Optional<StaffMember> find(UUID restaurantId, UUID staffId) {
    return database.inRestaurant(
        restaurantId,
        transaction ->
            store
                .find(transaction, restaurantId, staffId)
                .filter(StaffRecord::active)
                .map(staff -> member(transaction, staff)));
  }

  /// Everybody who has access, by name.
  public List<Colleague> colleagues(Transaction transaction, UUID restaurantId) {
    return store.all(transaction, restaurantId).stream()
        .map(staff ->
            new Colleague(
                staff.id(),
                staff.name(),
                staff.role(),
                branches(transaction, staff).stream().sorted().toList()))
        .toList();
  }

  /// Makes the first owner if nobody can sign in yet; several nodes may ask at once.
  ///
  /// @param email null for `owner@crm-res.local`
  /// @param password null to have one generated
  /// @return the owner, if one was made
  public Optional<FirstOwner> firstOwner(
      UUID restaurantId, @Nullable String email, @Nullable String password) {
    if (!database.inSystem(store::isNobodyThere)) {
      return Optional.empty();
    }
    String address = email == null ? FIRST_OWNER_EMAIL : email;
    String generated = secrets.readable();
    String chosen = password == null ? generated : password;
    StaffRecord owner =
        staff(new NewStaffMember(restaurantId, "Owner", address, chosen, Role.OWNER, Set.of()));
    return database.inSystem(transaction -> {
      if (!store.isNobodyThere(transaction)) {
        return Optional.empty();
      }
      store.insert(transaction, owner, clock.instant());
      return Optional.of(new FirstOwner(owner.email(), password == null ? generated : null));
    });
  }

  /// E-mails are compared and kept in one form.
  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private StaffRecord staff(NewStaffMember person) {
    return new StaffRecord(
        person.restaurantId(),
        ids.next(),
        person.name(),
        normal(person.email()),
        person.role(),
        passwords.hash(person.password()),
        true);
  }

  private StaffMember member(Transaction transaction, StaffRecord staff) {
    return new StaffMember(
        staff.id(),
        staff.restaurantId(),
        staff.name(),
        staff.email(),
        staff.role(),
        branches(transaction, staff).stream().sorted().toList());
  }

  private Set<UUID> branches(Transaction transaction, StaffRecord staff) {
    return switch (staff.role()) {
      case OWNER, AUDITOR -> directory.branchesOf(transaction, staff.restaurantId());
      case MANAGER, AGENT, KITCHEN -> store.branches(transaction, staff.restaurantId(), staff.id());
      case PLATFORM_OPERATOR -> Set.of();
    };
  }
}
