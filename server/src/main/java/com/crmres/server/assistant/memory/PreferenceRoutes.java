package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.assistant.WritePreferenceRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The paths of what is remembered of a customer, under `/v1`.
public final class PreferenceRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] WRITERS = {Role.OWNER, Role.MANAGER, Role.AGENT};

  private final Database database;
  private final Preferences preferences;
  private final Access access;
  private final PreferenceStore store = new PreferenceStore();

  public PreferenceRoutes(Database database, Preferences preferences, Access access) {
    this.database = database;
    this.preferences = preferences;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/customers/{id}/preferences", this::list)
        .post("/customers/{id}/preferences", this::write)
        .delete("/customers/{id}/preferences/{preference}", this::forget);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    List<Preference> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                preferences.of(
                    transaction, principal.restaurantId(), visible(transaction, principal, id)));
    exchange.ok(new Page<>(found, null));
  }

  private void write(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    WritePreferenceRequest wish = exchange.read(WritePreferenceRequest.class);
    List<Fault> faults = faults(wish);
    if (!faults.isEmpty()) {
      throw new ApiException(ErrorCode.INVALID_INPUT, faults);
    }
    exchange.created(
        database.<Preference>inRestaurant(
            principal.restaurantId(),
            transaction ->
                preferences.written(
                    transaction,
                    principal.restaurantId(),
                    visible(transaction, principal, id),
                    wish.kind(),
                    wish.value(),
                    principal.staffId())));
  }

  private static List<Fault> faults(WritePreferenceRequest wish) {
    List<Fault> faults = new ArrayList<>();
    int length = wish.value().codePointCount(0, wish.value().length());
    if (length < 1 || length > Preferences.LONGEST) {
      faults.add(new Fault("value", Rule.LENGTH, List.of(1, Preferences.LONGEST)));
    } else if (!wish.value().equals(BriefLines.shortened(wish.value()))) {
      faults.add(new Fault("value", Rule.ONE_LINE, List.of()));
    }
    if (wish.kind() == PreferenceKind.ALLERGY && !Boolean.TRUE.equals(wish.consented())) {
      faults.add(new Fault("consented", Rule.REQUIRED, List.of()));
    }
    return faults;
  }

  private void forget(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    UUID preferenceId = exchange.pathId("preference");
    boolean found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                preferences.forget(
                    transaction,
                    principal.restaurantId(),
                    visible(transaction, principal, id),
                    preferenceId));
    if (!found) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    exchange.noContent();
  }

  /// The customer, if the person may see one of his conversations; whoever he became part of
  /// answers for him.
  private UUID visible(Transaction transaction, Principal principal, UUID id) {
    return store
        .survivor(transaction, principal.restaurantId(), id)
        .filter(customer -> {
          List<Optional<UUID>> branches =
              store.branches(transaction, principal.restaurantId(), customer);
          return branches.isEmpty()
              || branches.stream().anyMatch(branch -> principal.sees(branch.orElse(null)));
        })
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }
}
