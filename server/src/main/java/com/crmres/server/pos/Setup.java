package com.crmres.server.pos;

import com.crmres.common.identity.Role;
import com.crmres.common.pos.HandOverAt;
import com.crmres.common.pos.PosCondition;
import com.crmres.common.pos.PosHealth;
import com.crmres.common.pos.PosKind;
import com.crmres.common.pos.PosSettings;
import com.crmres.common.pos.PosSettingsRequest;
import com.crmres.common.pos.PosTest;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// Connects branches to their tills, and says how the way there is.
final class Setup {

  private static final int SHORTEST_SECRET = 16;

  private final Database database;
  private final Tills tills;
  private final Map<PosKind, Connector> connectors;
  private final Addresses addresses;
  private final Breaker breaker;
  private final Clock clock;
  private final Supplier<String> freshHook;
  private final Runnable wakeWorker;
  private final Steps steps = new Steps();
  private final HandedStore store = new HandedStore();

  Setup(
      Database database,
      Tills tills,
      Map<PosKind, Connector> connectors,
      Addresses addresses,
      Breaker breaker,
      Clock clock,
      Supplier<String> freshHook,
      Runnable wakeWorker) {
    this.database = database;
    this.tills = tills;
    this.connectors = Map.copyOf(connectors);
    this.addresses = addresses;
    this.breaker = breaker;
    this.clock = clock;
    this.freshHook = freshHook;
    this.wakeWorker = wakeWorker;
  }

  List<PosSettings> list(Transaction transaction, Principal principal) {
    return tills.all(transaction, principal.restaurantId()).stream()
        .filter(till -> principal.sees(till.branchId()))
        .map(till -> settings(transaction, till, principal.role()))
        .toList();
  }

  PosSettings keep(Principal principal, UUID branchId, PosSettingsRequest wish) {
    check(wish);
    return database.<PosSettings>inRestaurant(
        principal.restaurantId(),
        transaction -> {
          Tills.Wish kept = wish(wish);
          if (!tills.keep(transaction, principal.restaurantId(), branchId, kept, clock.instant())) {
            throw new ApiException(
                ErrorCode.INVALID_INPUT, new Faults().add("secret", Rule.REQUIRED).found());
          }
          breaker.works(branchId);
          steps.release(transaction, principal.restaurantId(), branchId);
          transaction.afterCommit(wakeWorker);
          Tills.Till till = tills.of(transaction, principal.restaurantId(), branchId).orElseThrow();
          return settings(transaction, till, principal.role());
        });
  }

  private void check(PosSettingsRequest wish) {
    Faults faults = new Faults();
    if (!addresses.isWellFormed(wish.address())) {
      faults.add("address", Rule.ADDRESS);
    }
    if (wish.secret() != null) {
      faults.length("secret", wish.secret(), SHORTEST_SECRET, 4000);
    }
    faults.length("posBranch", wish.posBranch(), wish.kind() == PosKind.FOODICS ? 1 : 0, 100);
    faults.length("deliveryCharge", wish.deliveryCharge(), 0, 100);
    faults.throwIfAny();
  }

  private Tills.Wish wish(PosSettingsRequest wish) {
    return new Tills.Wish(
        wish.kind(),
        wish.address().strip().replaceAll("/+$", ""),
        wish.secret() == null ? null : wish.secret().strip(),
        freshHook.get(),
        wish.posBranch(),
        wish.deliveryCharge(),
        wish.handOverAt() == null ? HandOverAt.PLACED : wish.handOverAt(),
        wish.enabled());
  }

  /// Tries the way; changes nothing at the till.
  PosTest test(UUID restaurantId, UUID branchId) throws InterruptedException {
    Tills.Till till = till(restaurantId, branchId);
    long begun = System.nanoTime();
    PosAnswer<Boolean> answer = StepWorker.of(connectors, till.kind()).health(tills.account(till));
    long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    if (answer instanceof PosAnswer.Done<Boolean>) {
      breaker.works(branchId);
    }
    return switch (answer) {
      case PosAnswer.Done<Boolean> _ -> new PosTest(true, null, took);
      case PosAnswer.Refused<Boolean> refused -> new PosTest(false, refused.reason(), took);
      case PosAnswer.NotSent<Boolean>(String reason) -> new PosTest(false, reason, took);
      case PosAnswer.InDoubt<Boolean>(String reason) -> new PosTest(false, reason, took);
    };
  }

  /// What waits for people is tried anew.
  void release(UUID restaurantId, UUID branchId) {
    database.changeRestaurant(
        restaurantId,
        transaction -> {
          steps.release(transaction, restaurantId, branchId);
          transaction.afterCommit(wakeWorker);
        });
  }

  /// Gives the till an order anew that it has lost.
  void handOverAgain(UUID restaurantId, UUID branchId, UUID orderId) {
    database.changeRestaurant(
        restaurantId,
        transaction -> {
          Handed handed =
              store
                  .find(transaction, restaurantId, orderId)
                  .filter(order -> order.branchId().equals(branchId))
                  .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
          if (handed.isOverHere() || handed.isAliveThere()) {
            throw new ApiException(ErrorCode.MOVE_NOT_ALLOWED);
          }
          if (handed.reference() != null) {
            String key = handed.key() + ":again";
            store.anew(transaction, restaurantId, orderId, key, branchId);
          }
          steps.ask(transaction, restaurantId, branchId, orderId, StepKind.PLACE);
          transaction.afterCommit(wakeWorker);
        });
  }

  private Tills.Till till(UUID restaurantId, UUID branchId) {
    return database
        .inRestaurant(restaurantId, transaction -> tills.of(transaction, restaurantId, branchId))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  private PosSettings settings(Transaction transaction, Tills.Till till, Role role) {
    String path = "/v1/pos/" + till.branchId() + "/events";
    boolean secret = till.kind() == PosKind.FOODICS;
    boolean shown = role != Role.AUDITOR;
    return new PosSettings(
        till.branchId(),
        till.kind(),
        till.address(),
        till.posBranch(),
        till.deliveryCharge(),
        till.handOverAt(),
        till.enabled(),
        !secret ? path : shown ? path + "/" + tills.hook(till) : null,
        health(transaction, till));
  }

  private PosHealth health(Transaction transaction, Tills.Till till) {
    Steps.Waiting waiting = steps.waiting(transaction, till.restaurantId(), till.branchId());
    PosCondition condition =
        !till.enabled()
            ? PosCondition.OFF
            : breaker.rests(till.branchId()) ? PosCondition.RESTING : PosCondition.WORKING;
    return new PosHealth(
        condition, waiting.waiting(), waiting.blocked(), till.answeredAt(), till.trouble());
  }
}
