package com.crmres.server.receipt;

import com.crmres.common.conversation.Sender;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptForm;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.media.HouseFiles;
import com.crmres.server.ordering.Orders;
import com.crmres.server.restaurant.Restaurants;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// Sends receipts to their customers, each once: drawn outside, said in the transaction that takes
/// it off the list.
public final class ReceiptSender {

  private static final System.Logger LOG = System.getLogger(ReceiptSender.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Database database;
  private final Receipts receipts;
  private final Orders orders;
  private final Restaurants restaurants;
  private final Conversations conversations;
  private final HouseFiles houseFiles;
  private final Clock clock;
  private final ReceiptFiles files;
  private final Sendings sendings = new Sendings();

  public ReceiptSender(
      Database database,
      Receipts receipts,
      Orders orders,
      Restaurants restaurants,
      Conversations conversations,
      HouseFiles houseFiles,
      ReceiptFiles files,
      Clock clock) {
    this.database = database;
    this.receipts = receipts;
    this.orders = orders;
    this.restaurants = restaurants;
    this.conversations = conversations;
    this.houseFiles = houseFiles;
    this.files = files;
    this.clock = clock;
  }

  /// What is to be drawn, and to whom it goes.
  private record Wanted(Receipt receipt, ZoneId zone, UUID conversationId) {}

  /// One step of the job.
  ///
  /// @return how many were sent
  public int send(int limit) {
    List<Sendings.Due> due =
        database.inSystem(transaction -> sendings.due(transaction, clock.instant(), limit));
    return (int) due.stream().filter(this::send).count();
  }

  private boolean send(Sendings.Due due) {
    try {
      Wanted wanted =
          database.inRestaurant(due.restaurantId(), transaction -> wanted(transaction, due));
      return send(due, wanted);
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR, "receipt " + due.receiptId() + " could not be sent; tried again later", e);
      database.changeSystem(
          transaction -> sendings.again(transaction, due, clock.instant().plus(PAUSE)));
      return false;
    }
  }

  private boolean send(Sendings.Due due, Wanted wanted) {
    boolean pdf = due.form() == ReceiptForm.PDF;
    HouseFiles.Made made =
        houseFiles.make(
            pdf ? "application/pdf" : "image/png",
            wanted.receipt().number() + (pdf ? ".pdf" : ".png"),
            bytes(wanted, due.form()));
    boolean sent = false;
    try {
      sent =
          database.inRestaurant(
              due.restaurantId(), transaction -> say(transaction, due, wanted, made));
    } finally {
      if (!sent) {
        houseFiles.drop(made);
      }
    }
    return sent;
  }

  private boolean say(
      Transaction transaction, Sendings.Due due, Wanted wanted, HouseFiles.Made made) {
    if (!sendings.take(transaction, due)) {
      return false;
    }
    conversations.say(
        transaction,
        due.restaurantId(),
        wanted.conversationId(),
        Sender.SYSTEM,
        houseFiles.keep(transaction, due.restaurantId(), made, wanted.receipt().number()),
        Channel.WhenInDoubt.SEND_AGAIN);
    return true;
  }

  private byte[] bytes(Wanted wanted, ReceiptForm form) {
    return form == ReceiptForm.PDF
        ? files.pdf(wanted.receipt(), wanted.zone())
        : files.png(wanted.receipt(), wanted.zone());
  }

  private Wanted wanted(Transaction transaction, Sendings.Due due) {
    UUID restaurantId = due.restaurantId();
    Receipt receipt = receipts.find(transaction, restaurantId, due.receiptId()).orElseThrow();
    return new Wanted(
        receipt,
        restaurants.branch(transaction, restaurantId, receipt.branchId()).orElseThrow().zone(),
        orders.find(transaction, restaurantId, receipt.orderId()).orElseThrow().conversationId());
  }
}
