package com.crmres.desktop.queue;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Knows which commands may be kept while there is no network, and how they are worded then.
/// Everything else is refused until it is back: it takes something away, costs money, or is worth
/// nothing later.
final class SafeDeeds {

  private static final Set<OrderAction> ORDERS =
      EnumSet.of(
          OrderAction.ACKNOWLEDGE,
          OrderAction.ACCEPT,
          OrderAction.START_PREPARING,
          OrderAction.MARK_READY);

  private static final Set<KitchenAction> TICKETS =
      EnumSet.of(KitchenAction.START_LINE, KitchenAction.LINE_DONE, KitchenAction.BUMP);

  private SafeDeeds() {}

  static boolean isSafe(ChangeOrderRequest request) {
    return ORDERS.contains(request.action());
  }

  static boolean isSafe(KitchenCommandRequest request) {
    return TICKETS.contains(request.action());
  }

  /// Words only: a file would have to be handed over first.
  static boolean isSafe(SendRequest request) {
    return request.content() instanceof MessageContent.Text;
  }

  /// None left is said at once; that there is some again is for whoever sees what others said.
  static boolean isSafe(AvailabilityRequest request) {
    return !request.available();
  }

  /// With the device and its time, so that the server knows when it was meant.
  static ChangeOrderRequest kept(ChangeOrderRequest one, String device, Instant now) {
    return with(one, one.expectedVersion(), device, now);
  }

  /// The same command on what the order is by now.
  static ChangeOrderRequest again(ChangeOrderRequest one, long version) {
    return with(one, version, one.deviceId(), one.deviceTime());
  }

  private static ChangeOrderRequest with(
      ChangeOrderRequest one, long version, @Nullable String device, @Nullable Instant time) {
    return new ChangeOrderRequest(
        one.commandId(),
        one.action(),
        version,
        one.reason(),
        one.minutes(),
        one.reasonCode(),
        one.itemIds(),
        one.amount(),
        one.scheduledFor(),
        one.driver(),
        device,
        time,
        one.branchId());
  }

  static KitchenCommandRequest kept(KitchenCommandRequest one, String device, Instant now) {
    return new KitchenCommandRequest(
        one.commandId(),
        one.action(),
        one.expectedVersion(),
        one.lineId(),
        device,
        now,
        one.reason());
  }

  static KitchenCommandRequest again(KitchenCommandRequest one, long version) {
    return new KitchenCommandRequest(
        one.commandId(),
        one.action(),
        version,
        one.lineId(),
        one.deviceId(),
        one.deviceTime(),
        one.reason());
  }

  /// "For an hour" is an hour from now, whenever the server hears it.
  static AvailabilityRequest kept(AvailabilityRequest one, Instant now) {
    Duration span = span(one.preset());
    return span == null || one.until() != null
        ? one
        : new AvailabilityRequest(
            one.branchId(), one.available(), now.plus(span), null, one.hidden());
  }

  private static @Nullable Duration span(@Nullable AvailabilityPreset preset) {
    if (preset == AvailabilityPreset.HALF_HOUR) {
      return Duration.ofMinutes(30);
    }
    return preset == AvailabilityPreset.HOUR ? Duration.ofHours(1) : null;
  }
}
