package com.crmres.server.kitchen.print;

import static com.crmres.server.NoorHouse.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PaperKind;
import com.crmres.common.kitchen.PaperWidth;
import com.crmres.common.kitchen.PrintDetails;
import com.crmres.common.kitchen.PrintLanguage;
import com.crmres.common.kitchen.PrinterDetails;
import com.crmres.common.kitchen.PrinterKind;
import com.crmres.common.kitchen.PrinterRequest;
import com.crmres.common.kitchen.ReprintRequest;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.job.Loop;
import com.crmres.server.kitchen.NoorKitchen;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.cart.Noor;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tickets from the accepted order to the paper, over real HTTP, a real database and a real socket.
class PrintingTest {

  @TempDir private Path folder;

  private final FakePrinter grill = new FakePrinter();
  private NoorKitchen noor;
  private Spool spool;
  private Loop loop;

  @BeforeEach
  void open() throws Exception {
    AddressRules rules = new AddressRules(folder, true);
    noor =
        new NoorKitchen(
            house -> new Printing(house.ids, () -> {}),
            (house, kitchen) ->
                List.of(
                    new PrinterRoutes(
                        house.database,
                        new Printing(house.ids, () -> {}),
                        kitchen,
                        rules,
                        house.staff.access,
                        house.clock,
                        house.ids)));
    spool =
        new Spool(
            noor.house.database,
            noor.restaurants,
            noor.house.events,
            rules,
            noor.house.clock,
            () -> {});
    loop = new Loop("test printers", Duration.ofMillis(50), spool::print);
    noor.threeStations();
  }

  @AfterEach
  void close() throws InterruptedException {
    loop.stop();
    spool.drain(Duration.ofSeconds(5));
    noor.close();
    grill.close();
  }

  @Test
  void anAcceptedOrderComesOutOfThePrinterOfItsStation() throws Exception {
    add("Grill", grill.address(), 1, Noor.id("grill"));
    loop.start();

    noor.accepted();

    await("a paper", () -> grill.papers().size() == 1);
    BufferedImage paper = grill.papers().getFirst();
    assertThat(paper.getWidth()).isEqualTo(576);
    Files.createDirectories(Path.of("target", "tickets"));
    ImageIO.write(paper, "png", Path.of("target", "tickets", "printed.png").toFile());
    assertThat(grill.faults()).isEmpty();
    await("online", () -> status() == PrinterDetails.Status.ONLINE);
    assertThat(prints())
        .singleElement()
        .satisfies(print -> {
          assertThat(print.kind()).isEqualTo(PaperKind.NEW);
          assertThat(print.copy()).isEqualTo(1);
          assertThat(print.doubtful()).isFalse();
        });
  }

  @Test
  void whatIsPrintedAgainIsMarkedAsACopy() throws Exception {
    add("Grill", grill.address(), 2, Noor.id("grill"));
    loop.start();
    noor.accepted();
    KitchenTicket ticket = noor.tickets("grill").getFirst();
    ReprintRequest again = new ReprintRequest(noor.house.ids.next(), null);
    String path = "/v1/kitchen/tickets/" + ticket.id() + "/prints";

    Answer first = noor.as(Role.KITCHEN, "POST", path, Json.write(again));
    Answer second = noor.as(Role.KITCHEN, "POST", path, Json.write(again));

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(202);
    await("three papers", () -> grill.papers().size() == 3);
    await("all printed", () -> prints().stream().allMatch(PrintingTest::isPrinted));
    assertThat(prints()).extracting(PrintDetails::copy).containsExactly(3, 2, 1);
  }

  @Test
  void aPrinterThatIsOffLosesNothingAndSaysSo() throws Exception {
    add("Grill", grill.address(), 1, Noor.id("grill"));
    grill.switchOff();
    loop.start();

    OrderSummary order = noor.accepted();
    await("offline", () -> status() == PrinterDetails.Status.OFFLINE);
    noor.move(order.id(), new OrderCommand.Cancel("خلص"));
    assertThat(grill.papers()).isEmpty();
    grill.switchOn();

    await("both papers", () -> grill.papers().size() == 2);
    await("online", () -> status() == PrinterDetails.Status.ONLINE);
    assertThat(prints())
        .extracting(PrintDetails::kind)
        .containsExactly(PaperKind.VOID, PaperKind.NEW);
    assertThat(prints()).extracting(PrintDetails::doubtful).containsExactly(false, false);
    assertThat(notices())
        .containsExactly(PrinterDetails.Status.OFFLINE, PrinterDetails.Status.ONLINE);
  }

  @Test
  void aPaperOfUnknownOutcomeIsPrintedAgainWithAMark() throws Exception {
    add("Grill", grill.address(), 1, Noor.id("grill"));
    grill.breakOff(true);
    loop.start();
    noor.accepted();

    await("a first paper", () -> !grill.papers().isEmpty());
    await("a doubt", () -> prints().getFirst().doubtful());
    grill.breakOff(false);

    await("printed", () -> isPrinted(prints().getFirst()));
    assertThat(grill.papers().size()).isGreaterThan(1);
    // The mark takes paper of its own.
    assertThat(grill.papers().getLast().getHeight())
        .isGreaterThan(grill.papers().getFirst().getHeight());
  }

  /// Whoever printed died between the printer and the database.
  @Test
  void aPaperWhosePrintingWasKilledIsPrintedAgainWithAMark() throws Exception {
    add("Grill", grill.address(), 1, Noor.id("grill"));
    noor.accepted();
    SpoolStore store = new SpoolStore();
    SpoolStore.Held dead =
        noor.house.database.inSystem(transaction -> store.hold(transaction, 5)).getFirst();
    noor.house.system(
        "update kitchen_print set leased_until = now() - interval '1 second' where state = 'printing'");
    loop.start();

    await("printed", () -> isPrinted(prints().getFirst()));
    assertThat(prints().getFirst().doubtful()).isTrue();
    assertThat(grill.papers()).hasSize(1);
    // The fence: the dead one, should he wake, settles nothing.
    assertThat(noor.<Boolean>in(tx -> store.again(tx, dead, Duration.ZERO, true))).isFalse();
    assertThat(isPrinted(prints().getFirst())).isTrue();
  }

  @Test
  void aFilePrinterTakesTheSameBytes() throws Exception {
    add("File", PrinterKind.FILE, "counter.prn", 1);
    loop.start();

    noor.accepted();

    await("three papers", () -> prints().stream().filter(PrintingTest::isPrinted).count() == 3);
    assertThat(FakePrinter.read(Files.readAllBytes(folder.resolve("counter.prn")))).hasSize(3);
  }

  @Test
  void aTestComesOut() throws Exception {
    PrinterDetails printer = add("Grill", grill.address(), 1, Noor.id("grill"));
    loop.start();

    Answer asked =
        noor.as(Role.OWNER, "POST", "/v1/kitchen/printers/" + printer.id() + "/test", null);

    assertThat(asked.status()).isEqualTo(202);
    await("a paper", () -> grill.papers().size() == 1);
  }

  @Test
  void aPaperThatNobodyWantsIsDropped() throws Exception {
    PrinterDetails printer = add("Grill", grill.address(), 1, Noor.id("grill"));
    noor.accepted();

    Answer dropped =
        noor.as(Role.KITCHEN, "DELETE", "/v1/kitchen/prints/" + prints().getFirst().id(), null);

    assertThat(dropped.status()).isEqualTo(204);
    assertThat(prints().getFirst().state()).isEqualTo(PrintDetails.State.DROPPED);
    assertThat(noor.as(Role.OWNER, "DELETE", "/v1/kitchen/printers/" + printer.id(), null).status())
        .isEqualTo(204);
    assertThat(noor.list("printers", "", PrinterDetails.class)).isEmpty();
  }

  @Test
  void printersAreInPrivateNetworksOrInTheFolderOnly() throws Exception {
    for (String address :
        List.of(
            "8.8.8.8:9100",
            "printer.example:9100",
            "192.168.1.5:5432",
            "169.254.169.254:9100",
            "999.1.1.1",
            "0.0.0.0:9100")) {
      assertThat(post("x", PrinterKind.NETWORK, address, 1, List.of()).error().code())
          .as(address)
          .isEqualTo("INVALID_INPUT");
    }
    for (String name : List.of("../etc/passwd", "/dev/sda", "a/b", "..", ".hidden", "")) {
      assertThat(post("x", PrinterKind.FILE, name, 1, List.of()).error().code())
          .as(name)
          .isEqualTo("INVALID_INPUT");
    }
    assertThat(post("x", PrinterKind.NETWORK, "192.168.1.50", 1, List.of()).status())
        .isEqualTo(201);
  }

  @Test
  void theServersOwnMachineIsNoPrivateNetworkUnlessTheOperatorSaysSo() {
    assertThat(new AddressRules(folder, false).read(PrinterKind.NETWORK, "127.0.0.1:9100"))
        .isEmpty();
    assertThat(new AddressRules(folder, true).read(PrinterKind.NETWORK, "127.0.0.1:9100"))
        .isPresent();
  }

  private PrinterDetails add(String name, String address, int copies, UUID station)
      throws Exception {
    Answer answer = post(name, PrinterKind.NETWORK, address, copies, List.of(station));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.as(PrinterDetails.class);
  }

  private void add(String name, PrinterKind kind, String address, int copies) throws Exception {
    assertThat(post(name, kind, address, copies, List.of()).status()).isEqualTo(201);
  }

  private Answer post(
      String name, PrinterKind kind, String address, int copies, List<UUID> stations)
      throws Exception {
    PrinterRequest wish =
        new PrinterRequest(
            noor.olaya, name, kind, address, stations, PrintLanguage.BOTH, PaperWidth.MM80, copies);
    return noor.as(Role.OWNER, "POST", "/v1/kitchen/printers", Json.write(wish));
  }

  private List<PrintDetails> prints() {
    return noor.in(tx -> new SpoolStore().ofBranch(tx, noor.restaurantId, noor.olaya, 50));
  }

  private PrinterDetails.Status status() {
    return noor.in(
        tx -> new PrinterStore().ofBranch(tx, noor.restaurantId, noor.olaya).getFirst().status());
  }

  private List<PrinterDetails.Status> notices() {
    return noor
        .<List<LiveEvent>>in(tx ->
            tx.sql("select event from live_event order by id")
                .list(row -> Json.read(row.text("event"), LiveEvent.class)))
        .stream()
        .flatMap(event ->
            event instanceof LiveEvent.PrinterChanged(PrinterDetails printer)
                ? Stream.of(printer.status())
                : Stream.empty())
        .toList();
  }

  private static boolean isPrinted(PrintDetails print) {
    return print.state() == PrintDetails.State.PRINTED;
  }
}
