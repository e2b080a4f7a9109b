package com.crmres.desktop.orders;

import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.alert.AlertsModel;
import com.crmres.desktop.alert.Sound;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Calls for an answer to new orders, louder the longer they wait, until somebody has seen each of
/// them. It climbs the server's ladder by the server's clock, so that it rings without a network
/// too.
public final class AlarmModel {

  /// What rings now.
  ///
  /// @param since when the oldest of them came
  public record Ringing(List<OrderSummary> orders, Instant since, AlarmRung rung) {
    public Ringing {
      orders = List.copyOf(orders);
    }
  }

  private static final Duration CALM = Duration.ofSeconds(30);
  private static final Duration URGENT = Duration.ofSeconds(15);

  private final OrderBoardModel board;
  private final AlertsModel alerts;
  private final ReadOnlyObjectWrapper<@Nullable Ringing> ringing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper toTheFront = new ReadOnlyIntegerWrapper();
  private final Set<UUID> heard = new HashSet<>();
  private @Nullable Instant rang;

  public AlarmModel(OrderBoardModel board, AlertsModel alerts) {
    this.board = board;
    this.alerts = alerts;
  }

  public ReadOnlyObjectProperty<@Nullable Ringing> ringing() {
    return ringing.getReadOnlyProperty();
  }

  /// Grows whenever the window shall come before all others.
  public ReadOnlyIntegerProperty toTheFront() {
    return toTheFront.getReadOnlyProperty();
  }

  /// Once a second.
  public void tick(Instant now) {
    List<OrderSummary> waiting = board.all().stream().filter(this::rings).toList();
    Ringing before = ringing.get();
    if (waiting.isEmpty()) {
      ringing.set(null);
      heard.clear();
      rang = null;
      return;
    }
    Instant since = waiting.getFirst().placedAt();
    var after = new Ringing(waiting, since, rung(Duration.between(since, now)));
    ringing.set(after);
    boolean louder = before != null && after.rung().compareTo(before.rung()) > 0;
    boolean fresh = heard.addAll(waiting.stream().map(OrderSummary::id).toList());
    if (fresh || louder || isDue(after.rung(), now)) {
      ring(after.rung(), louder, now);
    }
  }

  private boolean rings(OrderSummary order) {
    return order.status() == OrderStatus.PENDING
        && !order.standing().flags().contains(OrderFlag.ACKNOWLEDGED)
        && (board.may(order, OrderAction.ACCEPT) || board.may(order, OrderAction.ACKNOWLEDGE));
  }

  private static AlarmRung rung(Duration waited) {
    AlarmRung reached = AlarmRung.CHIME;
    for (AlarmRung rung : AlarmRung.values()) {
      if (waited.compareTo(rung.after()) >= 0) {
        reached = rung;
      }
    }
    return reached;
  }

  private boolean isDue(AlarmRung rung, Instant now) {
    Duration gap = isLoud(rung) ? URGENT : CALM;
    return rang == null || Duration.between(rang, now).compareTo(gap) >= 0;
  }

  private static boolean isLoud(AlarmRung rung) {
    return rung.compareTo(AlarmRung.LOUD) >= 0;
  }

  private void ring(AlarmRung rung, boolean louder, Instant now) {
    rang = now;
    boolean loud = isLoud(rung);
    alerts.sound(loud ? Sound.ALARM : Sound.NEW_ORDER, loud ? AlertsModel.LOUD : AlertsModel.QUIET);
    if (loud && louder) {
      toTheFront.set(toTheFront.get() + 1);
    }
  }

  /// Somebody has seen all of them: silence, though they still wait for an answer.
  public void acknowledge() {
    Ringing now = ringing.get();
    if (now != null) {
      now.orders().forEach(order -> board.move(order, OrderAction.ACKNOWLEDGE));
    }
  }
}
