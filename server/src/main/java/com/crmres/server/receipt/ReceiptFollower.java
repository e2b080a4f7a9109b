package com.crmres.server.receipt;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderStep;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Issues the paper when the customer has his order, and takes it back when the order ends without
/// that.
public final class ReceiptFollower implements OrderFollower {

  private final Receipts receipts;

  public ReceiptFollower(Receipts receipts) {
    this.receipts = receipts;
  }

  @Override
  public void follow(Transaction transaction, UUID restaurantId, OrderStep step) {
    if (step.order().status() == OrderStatus.DELIVERED) {
      receipts.issue(transaction, restaurantId, step.order());
    } else if (isOver(step.order().status())) {
      receipts.takeBack(
          transaction,
          restaurantId,
          step.order().id(),
          commandOf(step.order().id(), step.order().version()),
          step.order().total(),
          step.reason() == null ? step.order().status().wireName() : step.reason());
    }
  }

  static boolean isOver(OrderStatus status) {
    return switch (status) {
      case REJECTED, EXPIRED, CANCELLED -> true;
      case PENDING,
          CONFIRMED,
          PREPARING,
          READY,
          OUT_FOR_DELIVERY,
          DELIVERED,
          CANCEL_REQUESTED,
          DELIVERY_FAILED ->
          false;
    };
  }

  /// The move is the command: made once, taken back once.
  private static UUID commandOf(UUID orderId, long version) {
    return UUID.nameUUIDFromBytes(
        ("receipt of " + orderId + " at " + version).getBytes(StandardCharsets.UTF_8));
  }
}
