package com.crmres.server;

import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.paying.PayingDesk;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.identity.Access;
import com.crmres.server.job.Signal;
import com.crmres.server.media.HouseFiles;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.Orders;
import com.crmres.server.payment.Accounts;
import com.crmres.server.payment.CallWorker;
import com.crmres.server.payment.Cashier;
import com.crmres.server.payment.moyasar.Moyasar;
import com.crmres.server.receipt.ReceiptFiles;
import com.crmres.server.receipt.ReceiptFollower;
import com.crmres.server.receipt.ReceiptRoutes;
import com.crmres.server.receipt.ReceiptSender;
import com.crmres.server.receipt.Receipts;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.whatsapp.number.Vault;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.util.List;

/// Makes what takes money for orders, and gives receipts.
final class MoneyWiring {

  private static final int AT_ONCE = 20;

  final Receipts receipts;
  final Cashier cashier;

  private final Ground ground;
  private final Signal calls = new Signal();
  private final Restaurants restaurants;
  private final ReceiptFiles files = new ReceiptFiles();

  MoneyWiring(Ground ground, Restaurants restaurants, Conversations conversations) {
    this.ground = ground;
    this.restaurants = restaurants;
    receipts = new Receipts(restaurants, ground.clock(), ground.ids());
    cashier =
        new Cashier(
            ground.database(),
            ground.events(),
            conversations,
            receipts,
            new Moyasar(ground.settings().moyasarUrl()),
            sealing(NumberWiring.vault(ground.settings())),
            ground.clock(),
            ground.ids(),
            calls::ring);
  }

  static Accounts.Sealing sealing(Vault vault) {
    return new Accounts.Sealing() {
      @Override
      public byte[] seal(String secret, String owner) {
        return vault.seal(secret, owner);
      }

      @Override
      public String open(byte[] sealed, String owner) {
        return vault.open(sealed, owner);
      }
    };
  }

  List<OrderFollower> followers() {
    return List.of(new ReceiptFollower(receipts), cashier.follower());
  }

  List<HttpService> routes(Orders orders, Access access) {
    return List.of(
        cashier.routes(orders, access),
        cashier.webhook(),
        new ReceiptRoutes(ground.database(), receipts, orders, restaurants, access, files));
  }

  /// The desk, asking how customers pay.
  Desk paying(Desk desk, Orders orders, Clock clock) {
    return new PayingDesk(desk, orders, cashier.choosing(), clock);
  }

  void goOn(Loops loops, Orders orders, Conversations conversations, MediaWiring media) {
    if (ground.settings().workers() == 0) {
      return;
    }
    HouseFiles houseFiles = new HouseFiles(media.files, media.store, media.arrivals, ground.ids());
    ReceiptSender sender =
        new ReceiptSender(
            ground.database(),
            receipts,
            orders,
            restaurants,
            conversations,
            houseFiles,
            files,
            ground.clock());
    CallWorker worker = cashier.worker(orders);
    calls.tell(loops.add("payments", Loops.BEAT, () -> worker.work(AT_ONCE) == AT_ONCE)::wake);
    loops.add("receipts", Loops.HOUSEKEEPING, () -> sender.send(AT_ONCE) == AT_ONCE);
  }
}
