package com.crmres.server;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.http.Hosts;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Secrets;
import com.crmres.server.job.Loop;
import com.crmres.server.job.Signal;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.edit.NewDishes;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderPorts;
import com.crmres.server.ordering.Orders;
import com.crmres.server.pos.Addresses;
import com.crmres.server.pos.Caller;
import com.crmres.server.pos.PointOfSale;
import com.crmres.server.pos.Reconciliation;
import com.crmres.server.pos.Sealing;
import com.crmres.server.pos.StepWorker;
import com.crmres.server.pos.StockReading;
import com.crmres.server.pos.foodics.FoodicsConnector;
import com.crmres.server.pos.webhook.WebhookConnector;
import com.crmres.server.whatsapp.number.Vault;
import io.helidon.webserver.http.HttpService;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/// Makes what speaks to the tills of branches.
final class PosWiring {

  /// Two calls of it are shorter than a worker's lease.
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  private final Ground ground;
  private final PointOfSale tills;
  private final Signal due = new Signal();

  PosWiring(Ground ground) {
    this.ground = ground;
    Addresses addresses =
        new Addresses(new Hosts(InetAddress::getAllByName), ground.settings().posLoopback());
    Caller caller = new Caller(addresses, CALL_LIMIT);
    tills =
        new PointOfSale(
            new PointOfSale.Ground(
                ground.database(),
                ground.events(),
                ground.clock(),
                ground.ids(),
                sealing(NumberWiring.vault(ground.settings())),
                addresses,
                new Secrets(new SecureRandom())::readable,
                due::ring),
            List.of(new WebhookConnector(caller, ground.clock()), new FoodicsConnector(caller)));
  }

  OrderFollower follower() {
    return tills.follower();
  }

  OrderPorts.Outside outside() {
    return tills.outside();
  }

  List<HttpService> routes(
      Orders orders, Menus menus, NewDishes newDishes, Conversations conversations, Access access) {
    return List.of(
        tills.routes(menus, newDishes, access),
        tills.door(),
        tills.taskRoutes(orders, conversations, access));
  }

  void goOn(Loops loops, Orders orders, Menus menus, Conversations conversations) {
    if (ground.settings().workers() == 0) {
      return;
    }
    StepWorker worker = tills.worker(orders, menus, conversations);
    Loop loop = loops.add("tills", Loops.POLL, () -> worker.work() > 0);
    due.tell(loop::wake);
    Reconciliation reconciliation = tills.reconciliation(orders, conversations);
    loops.add("tills compared", Loops.HOUSEKEEPING, () -> reconciliation.compareDue() > 0);
    StockReading stock = tills.stockReading(menus);
    loops.add("stock of tills", Loops.HOUSEKEEPING, () -> stock.readDue() > 0);
  }

  private static Sealing sealing(Vault vault) {
    return new Sealing() {
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
}
