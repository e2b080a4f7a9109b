package com.crmres.desktop.orders;

import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStanding;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import java.time.Instant;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// The chips of a card: how the order stands with its money, its kitchen and its way, and what else
/// people should know.
final class OrderMarks extends FlowPane {

  private final Texts texts;
  private final Times times;

  OrderMarks(Texts texts, Times times) {
    super(5, 5);
    this.texts = texts;
    this.times = times;
    getStyleClass().add("order-marks");
  }

  /// @param kept whether a move of it waits for the network
  void show(OrderSummary order, Instant now, boolean kept) {
    getChildren().clear();
    if (kept) {
      add(texts.of("kept.chip"), Chip.Tone.DUE, Icon.QUEUED);
    }
    if (order.status() == OrderStatus.CANCEL_REQUESTED) {
      add(texts.of("orders.cancelRequested"), Chip.Tone.LATE, Icon.WARNING);
    }
    OrderStanding standing = order.standing();
    scheduled(standing.scheduledFor(), now);
    payment(standing.payment());
    kitchen(order);
    delivery(standing);
    standing.flags().forEach(this::flag);
    reason(order);
    setVisible(!getChildren().isEmpty());
    setManaged(!getChildren().isEmpty());
  }

  private void scheduled(@Nullable Instant time, Instant now) {
    if (time != null) {
      add(
          texts.of("orders.scheduled", times.listedMoment(time, now)),
          Chip.Tone.NEW,
          Icon.SCHEDULED);
    }
  }

  private void payment(OrderPaymentState state) {
    Chip.Tone tone =
        switch (state) {
          case PAID, AUTHORISED, COD_COLLECTED, REFUNDED, PARTIALLY_REFUNDED -> Chip.Tone.GOOD;
          case PENDING, COD_DUE, REFUND_PENDING -> Chip.Tone.DUE;
          case FAILED, EXPIRED, COD_SHORT -> Chip.Tone.LATE;
          case NONE, VOIDED -> Chip.Tone.NEUTRAL;
        };
    add(texts.of("order.payment", state), tone, Icon.PRICE);
  }

  /// What the column says anyway is not said again.
  private void kitchen(OrderSummary order) {
    KitchenState state = order.standing().kitchen();
    if (state == KitchenState.HELD || state == KitchenState.REMADE) {
      add(texts.of("order.kitchen", state), Chip.Tone.DUE, Icon.RESTAURANT);
    } else if (state == KitchenState.STARTED || state == KitchenState.FIRED) {
      add(texts.of("order.kitchen", state), Chip.Tone.NEUTRAL, Icon.RESTAURANT);
    }
  }

  private void delivery(OrderStanding standing) {
    DeliveryState state = standing.delivery();
    String driver = standing.driver();
    if (state == DeliveryState.NONE && driver == null) {
      return;
    }
    String words = texts.of("order.delivery", state);
    boolean bad = state == DeliveryState.FAILED || state == DeliveryState.RETURNED;
    add(
        driver == null ? words : words + " · " + DisplayText.line(driver),
        bad ? Chip.Tone.LATE : Chip.Tone.NEUTRAL,
        Icon.DELIVERY);
  }

  private void flag(OrderFlag flag) {
    switch (flag) {
      case ACKNOWLEDGED -> add(texts.of("order.flag", flag), Chip.Tone.NEUTRAL, Icon.SEEN);
      case AUTO_ACCEPTED, AUTO_COMPLETED ->
          add(texts.of("order.flag", flag), Chip.Tone.ASSISTANT, Icon.ASSISTANT);
      case CANCEL_LATE, CALL_BACK -> add(texts.of("order.flag", flag), Chip.Tone.LATE, Icon.PHONE);
      case RESCUE_OFFERED -> add(texts.of("order.flag", flag), Chip.Tone.DUE, Icon.WARNING);
      case MOVED, RESTORED, ALTERED ->
          add(texts.of("order.flag", flag), Chip.Tone.NEW, Icon.INFORMATION);
    }
  }

  private void reason(OrderSummary order) {
    OrderReason code = order.standing().reasonCode();
    String said = order.reason();
    if (code != null && code != OrderReason.OTHER) {
      add(texts.of("order.reason", code), Chip.Tone.NEUTRAL, Icon.INFORMATION);
    } else if (said != null && !said.isBlank()) {
      add(DisplayText.line(said), Chip.Tone.NEUTRAL, Icon.INFORMATION);
    }
  }

  private void add(String words, Chip.Tone tone, Icon icon) {
    var chip = new Chip();
    chip.show(words, tone, icon);
    chip.setMinWidth(0);
    chip.getStyleClass().add("small-chip");
    getChildren().add(chip);
  }
}
