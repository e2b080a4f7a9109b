package com.crmres.server.receipt;

import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptForm;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Occasion;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.media.HouseFiles;
import com.crmres.server.ordering.Orders;
import com.crmres.server.restaurant.Restaurants;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Sends receipts to their customers, each once: drawn outside, said in the transaction that takes
/// it off the list. Outside the service window a template brings it; one of words only tells of it,
/// and the receipt follows once the customer writes.
public final class ReceiptSender {

  private static final System.Logger LOG = System.getLogger(ReceiptSender.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /// How often is looked whether a customer who was told has written.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  /// Whoever does not write for so long does not want it.
  private static final Duration WAITED_FOR = Duration.ofDays(7);

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
  ///
  /// @param open whether free words may go to him now
  private record Wanted(Receipt receipt, ZoneId zone, UUID conversationId, boolean open) {

    /// A template carries documents.
    ReceiptForm form(ReceiptForm usual) {
      return open ? usual : ReceiptForm.PDF;
    }
  }

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
      return (due.toldAt() == null || wanted.open()) ? send(due, wanted) : wait(due, due.toldAt());
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR, "receipt " + due.receiptId() + " could not be sent; tried again later", e);
      database.changeSystem(
          transaction -> sendings.again(transaction, due, clock.instant().plus(PAUSE)));
      return false;
    }
  }

  private boolean wait(Sendings.Due due, Instant toldAt) {
    Instant now = clock.instant();
    database.changeSystem(transaction -> {
      if (now.isAfter(toldAt.plus(WAITED_FOR))) {
        sendings.take(transaction, due);
      } else {
        sendings.again(transaction, due, now.plus(LOOK_AGAIN));
      }
    });
    return false;
  }

  private boolean send(Sendings.Due due, Wanted wanted) {
    ReceiptForm form = wanted.form(due.form());
    boolean pdf = form == ReceiptForm.PDF;
    HouseFiles.Made made =
        houseFiles.make(
            pdf ? "application/pdf" : "image/png",
            wanted.receipt().number() + (pdf ? ".pdf" : ".png"),
            bytes(wanted, form));
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
    UUID restaurantId = due.restaurantId();
    MessageContent file =
        houseFiles.keep(transaction, restaurantId, made, wanted.receipt().number());
    MessageDetails said =
        conversations.say(
            transaction,
            restaurantId,
            wanted.conversationId(),
            Sender.SYSTEM,
            file,
            occasion(wanted.receipt(), file),
            Channel.WhenInDoubt.SEND_AGAIN);
    if (said.content() instanceof MessageContent.Template template && template.header() == null) {
      Instant now = clock.instant();
      sendings.follows(transaction, due, now, now.plus(LOOK_AGAIN));
    }
    return true;
  }

  /// The occasion of a receipt; it needs its templates (whatsapp/templates.properties).
  static Occasion occasion(Receipt receipt, MessageContent file) {
    return new Occasion(
        "receipt.ready",
        Map.of("order_no", receipt.orderNumber(), "total", receipt.gross().text()),
        file instanceof MessageContent.Media media
            ? new MessageContent.HeaderParameter(null, media.id(), media.kind(), media.fileName())
            : null);
  }

  private byte[] bytes(Wanted wanted, ReceiptForm form) {
    return form == ReceiptForm.PDF
        ? files.pdf(wanted.receipt(), wanted.zone())
        : files.png(wanted.receipt(), wanted.zone());
  }

  private Wanted wanted(Transaction transaction, Sendings.Due due) {
    UUID restaurantId = due.restaurantId();
    Receipt receipt = receipts.find(transaction, restaurantId, due.receiptId()).orElseThrow();
    UUID conversationId =
        orders.find(transaction, restaurantId, receipt.orderId()).orElseThrow().conversationId();
    ChannelState channel =
        conversations.summary(transaction, restaurantId, conversationId).channel();
    return new Wanted(
        receipt,
        restaurants.branch(transaction, restaurantId, receipt.branchId()).orElseThrow().zone(),
        conversationId,
        channel.window(clock.instant()) != ServiceWindow.CLOSED);
  }
}
