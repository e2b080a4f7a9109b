package com.crmres.bench.kitchen;

import static com.crmres.bench.shop.Shop.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.bench.kitchen.StubbornPrinter.Mood;
import com.crmres.bench.kitchen.StubbornPrinter.Paper;
import com.crmres.bench.shop.Shop;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A server that is killed while it prints: no paper is lost, and none comes out twice without its
/// mark.
class PrintKillTest {

  @Test
  void noPaperIsLostAndNoneComesOutTwiceWithoutItsMark() throws Exception {
    try (Shop shop = new Shop();
        StubbornPrinter printer = new StubbornPrinter()) {
      connect(shop, printer);
      accept(shop);
      until("a first paper", () -> printed(shop) == 1);
      int plain = printer.papers().getFirst().rows();

      int orders = 1;
      for (Mood mood :
          List.of(
              Mood.SILENT_AFTER_ALL,
              Mood.STUCK_HALFWAY,
              Mood.SILENT_AFTER_ALL,
              Mood.STUCK_HALFWAY)) {
        int before = printer.papers().size();
        printer.expect(mood);
        accept(shop);
        until("the printer keeps the line", printer::isHolding);
        killAndStart(shop, printer);
        int all = ++orders;
        until("everything is printed", () -> printed(shop) == all);

        List<Paper> came = printer.papers().subList(before, printer.papers().size());
        assertThat(came).as("%s", mood).hasSize(2);
        assertThat(came.getFirst().whole()).isEqualTo(mood == Mood.SILENT_AFTER_ALL);
        assertThat(came.getLast().whole()).isTrue();
        // The mark takes paper of its own.
        assertThat(came.getLast().rows()).isGreaterThan(plain);
      }
      accept(shop);
      until("the last one", () -> printed(shop) == 6);
      assertThat(printer.papers().getLast().rows()).isEqualTo(plain);
      assertThat(shop.asked("select count(*) from kitchen_print where doubtful")).isEqualTo("4");
      assertThat(shop.asked("select count(*) from kitchen_print")).isEqualTo("6");
      IO.println("papers: " + printer.papers());
    }
  }

  private static void connect(Shop shop, StubbornPrinter printer) throws Exception {
    shop.call(
        "POST",
        "/v1/kitchen/printers",
        Json.MAPPER
            .createObjectNode()
            .put("branchId", shop.olaya.toString())
            .put("name", "Kitchen")
            .put("kind", "network")
            .put("address", printer.address())
            .put("language", "ar")
            .put("paper", "mm80")
            .put("copies", 1)
            .set("stationIds", Json.MAPPER.createArrayNode())
            .toString());
  }

  /// Another customer orders the same dishes, and the branch accepts.
  private static void accept(Shop shop) throws Exception {
    OrderSummary order = shop.order();
    shop.change(order.id(), "accept", null);
  }

  private static void killAndStart(Shop shop, StubbornPrinter printer) throws Exception {
    shop.server.kill();
    printer.letGo();
    shop.server.start();
    shop.signIn();
    shop.executed("update kitchen_print set leased_until = now() where state = 'printing'");
  }

  private static int printed(Shop shop) throws Exception {
    return Integer.parseInt(
        Objects.requireNonNull(
            shop.asked("select count(*) from kitchen_print where state = 'printed'")));
  }
}
