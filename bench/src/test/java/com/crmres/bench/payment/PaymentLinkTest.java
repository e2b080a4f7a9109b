package com.crmres.bench.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.bench.channel.FrontOffice;
import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.AccountDetails;
import com.crmres.common.payment.AccountRequest;
import com.crmres.common.payment.PayRequest;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentSettings;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.common.payment.RefundRequest;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptForm;
import com.crmres.common.receipt.ReceiptIssuer;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.common.receipt.ReceiptSettings;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Customer;
import com.crmres.simulator.payment.Mishap;
import com.crmres.simulator.payment.MoyasarSimulator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A customer pays by a link, with everything real but WhatsApp and Moyasar, in bad weather and
/// with a server that dies.
@SuppressWarnings("NullAway.Init") // JUnit opens first
class PaymentLinkTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// Whoever died may have taken the fetch that the callback asked for; nobody else takes it until
  /// his lease is over.
  private static final Duration AFTER_A_DEATH = Duration.ofMinutes(3);

  private static final String KEY = "sk_test_simulated";
  private static final String TOKEN = "a-token-that-callbacks-carry";

  private House house;
  private Simulator whatsApp;
  private MoyasarSimulator moyasar;
  private ServerNode server;
  private FrontOffice office;
  private UUID branch;

  @BeforeEach
  void open() throws Exception {
    house = House.open();
    whatsApp = Simulator.builder().appSecret(House.appSecret()).build().start();
    moyasar = MoyasarSimulator.start(KEY, TOKEN);
    server =
        house
            .node(
                "server",
                Map.of(
                    "WHATSAPP_GRAPH_URL", whatsApp.url().toString(),
                    "MOYASAR_URL", moyasar.baseUrl().toString(),
                    "WHATSAPP_DOUBT_WAIT", "PT6S"))
            .start();
    whatsApp.target(server.webhook());
    office = FrontOffice.signIn(server);
    branch = branch();
    settle();
  }

  @AfterEach
  void close() throws Exception {
    server.close();
    moyasar.close();
    whatsApp.close();
    house.close();
  }

  @Test
  void aCallbackThatAServerTookAndDiedWithIsStillOnePaymentAndOneInvoice() throws Exception {
    Customer sara = whatsApp.customer("966551234567", "سارة");
    OrderSummary order = ordered(sara);
    moyasar.happen(Mishap.ANSWER_LOST, Mishap.TOO_MANY_REQUESTS, Mishap.CALLBACK_REPEATED);
    pay(order);
    answer(sara, send -> send.text().contains("رابط الدفع بمبلغ"));
    assertThat(moyasar.invoices()).hasSize(1);

    moyasar.pay(moyasar.invoices().getFirst().path("id").asText());
    FrontOffice.untilTrue("a callback was taken", () -> moyasar.answered() > 0);
    server.kill();
    server.start();

    office = FrontOffice.signIn(server);
    FrontOffice.untilTrue("paid", AFTER_A_DEATH, () -> last(order).state() == PaymentState.PAID);
    answer(sara, send -> send.text().contains("وصلنا المبلغ"));
    assertThat(receipts(order))
        .extracting(Receipt::kind, Receipt::number)
        .containsExactly(tuple(ReceiptKind.TAX_INVOICE, "INV-000001"));
    assertThat(told(sara, "وصلنا المبلغ")).isEqualTo(1);
    answer(sara, send -> send.toString().contains("image"));

    UUID payment = last(order).id();
    office.post(
        "/v1/payments/" + payment + "/refunds",
        new RefundRequest(UUID.randomUUID(), new Money(500), "ناقص"),
        202,
        PaymentTask.class);
    FrontOffice.untilTrue("partly back", () -> last(order).state() == PaymentState.PARTLY_REFUNDED);
    assertThat(moyasar.refunds()).isEqualTo(1);
    assertThat(receipts(order))
        .extracting(Receipt::kind)
        .containsExactly(ReceiptKind.TAX_INVOICE, ReceiptKind.CREDIT_NOTE);
  }

  @Test
  void moneyForAnOrderThatWasRejectedGoesBackByItself() throws Exception {
    Customer omar = whatsApp.customer("966551234568", "عمر");
    OrderSummary order = ordered(omar);
    pay(order);
    answer(omar, send -> send.text().contains("رابط الدفع بمبلغ"));
    moyasar.pay(moyasar.invoices().getFirst().path("id").asText());
    FrontOffice.untilTrue("paid", () -> last(order).state() == PaymentState.PAID);

    OrderSummary now = office.get("/v1/orders/" + order.id(), OrderSummary.class);
    office.post(
        "/v1/orders/" + order.id() + "/changes",
        new ChangeOrderRequest(
            UUID.randomUUID(), OrderAction.REJECT, now.version(), "مشغولين", null),
        200,
        OrderSummary.class);

    FrontOffice.untilTrue("all back", () -> last(order).state() == PaymentState.REFUNDED);
    assertThat(moyasar.refunds()).isEqualTo(1);
    assertThat(office.page("/v1/payment-tasks", PaymentTask.class)).isEmpty();
    answer(omar, send -> send.text().contains("رجعنا لك"));
  }

  private void settle() throws Exception {
    AccountDetails account =
        office.put(
            "/v1/payment-account", new AccountRequest(KEY, TOKEN), 200, AccountDetails.class);
    moyasar.target(server.url().resolve(account.webhookPath()));
    office.put(
        "/v1/branches/" + branch + "/payment-settings",
        new PaymentSettings(List.of(PaymentMethod.CASH, PaymentMethod.LINK), null, 20, 0),
        200,
        PaymentSettings.class);
    office.put(
        "/v1/branches/" + branch + "/receipt-settings",
        new ReceiptSettings(
            ReceiptIssuer.HOUSE,
            new LocalizedText("شركة نار للمطاعم", "Nar Restaurants Co."),
            "310122393500003",
            ReceiptForm.PICTURE,
            0),
        200,
        ReceiptSettings.class);
  }

  private OrderSummary ordered(Customer customer) throws Exception {
    customer.says("ابغى ٢ شاورما دجاج عادي استلام من فرع العليا");
    answer(
        customer,
        send -> send.options().stream().anyMatch(option -> option.id().contains("confirm")));
    customer.says("نعم");
    answer(customer, send -> send.text().contains("كيف تحب تدفع"));
    return FrontOffice.until(
        "an order",
        () -> office.page("/v1/orders?status=pending", OrderSummary.class).stream().findFirst());
  }

  private void pay(OrderSummary order) throws Exception {
    office.post(
        "/v1/orders/" + order.id() + "/payments",
        new PayRequest(UUID.randomUUID(), PaymentMethod.LINK),
        200,
        PaymentSummary.class);
  }

  private PaymentSummary last(OrderSummary order) throws Exception {
    return office.page("/v1/orders/" + order.id() + "/payments", PaymentSummary.class).getLast();
  }

  private List<Receipt> receipts(OrderSummary order) throws Exception {
    return office.page("/v1/orders/" + order.id() + "/receipts", Receipt.class);
  }

  private static void answer(Customer customer, Predicate<Send> wanted)
      throws InterruptedException {
    assertThat(customer.awaitAnswer(wanted, PATIENCE))
        .as(() -> customer.answers().stream().map(Send::toString).toList().toString())
        .isPresent();
  }

  private static long told(Customer customer, String part) {
    return customer.answers().stream().filter(send -> send.text().contains(part)).count();
  }

  private UUID branch() throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select id from branch where code = 'A'")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }
}
