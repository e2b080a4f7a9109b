package com.crmres.server.payment.moyasar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.money.Money;
import com.crmres.common.wire.Json;
import com.crmres.server.payment.PaymentProvider;
import com.crmres.server.payment.ProviderAnswer;
import com.crmres.server.payment.ProviderAnswer.Standing;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoyasarTest {

  private static final UUID PAYMENT = new UUID(1, 1);
  private static final UUID ORDER = new UUID(1, 2);

  private final Moyasar moyasar = new Moyasar(URI.create("http://127.0.0.1:9/v1"));

  @ParameterizedTest
  @ValueSource(strings = {"payment_paid", "payment_failed", "payment_faild", "payment_refunded"})
  void aCallbackWithTheTokenNamesItsInvoiceHoweverItIsSpelt(String type) throws Exception {
    assertThat(moyasar.hinted(event(type, "the-token"), "the-token")).isEqualTo("inv-1");
  }

  @Test
  void anEventOfAnotherKindIsNoHint() throws Exception {
    assertThat(moyasar.hinted(event("balance_transferred", "the-token"), "the-token")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "the-toke", "the-token-", "The-token"})
  void aCallbackWithoutTheTokenIsNotMoyasars(String token) {
    assertThatThrownBy(() -> moyasar.hinted(event("payment_paid", token), "the-token"))
        .isInstanceOf(PaymentProvider.NotAuthentic.class);
    assertThatThrownBy(() -> moyasar.hinted("[".getBytes(StandardCharsets.UTF_8), "the-token"))
        .isInstanceOf(PaymentProvider.NotAuthentic.class);
  }

  @ParameterizedTest
  @CsvSource({
    "initiated, OPEN",
    "on_hold, OPEN",
    "failed, FAILED",
    "expired, EXPIRED",
    "canceled, CANCELLED",
    "voided, CANCELLED"
  })
  void anInvoiceWithoutMoneyStandsAsItSays(String status, Standing standing) {
    assertThat(InvoiceReader.read(invoice(status, "[]")))
        .isEqualTo(
            new ProviderAnswer.Known(
                "inv-1",
                standing,
                new Money(4800),
                "SAR",
                PAYMENT,
                ORDER,
                Money.ZERO,
                "https://pay.example/inv-1",
                null));
  }

  @Test
  void ofAPaidInvoiceTheAmountThatCameCounts() {
    String payments =
        """
        [{"id": "p-1", "status": "failed", "amount": 4800, "currency": "SAR", "refunded": 0},
         {"id": "p-2", "status": "paid", "amount": 100, "currency": "USD", "refunded": 40}]
        """;

    assertThat(InvoiceReader.read(invoice("paid", payments)))
        .isEqualTo(
            new ProviderAnswer.Known(
                "inv-1",
                Standing.PAID,
                new Money(100),
                "USD",
                PAYMENT,
                ORDER,
                new Money(40),
                "https://pay.example/inv-1",
                "p-2"));
  }

  @Test
  void whatCannotBeUnderstoodIsADoubt() {
    assertThat(InvoiceReader.read(invoice("something_new", "[]")))
        .isInstanceOf(ProviderAnswer.InDoubt.class);
  }

  @Test
  void whereNobodyListensNothingHasHappened() throws Exception {
    assertThat(moyasar.fetch("sk", "inv-1"))
        .isInstanceOfSatisfying(
            ProviderAnswer.Refused.class, refused -> assertThat(refused.passing()).isTrue());
  }

  private static byte[] event(String type, String token) {
    return """
    {"id": "e-1", "type": "%s", "secret_token": "%s", "data": {"invoice_id": "inv-1"}}
    """
        .formatted(type, token)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode invoice(String status, String payments) {
    return Json.read(
        """
        {"id": "inv-1", "status": "%s", "amount": 4800, "currency": "SAR",
         "url": "https://pay.example/inv-1", "payments": %s,
         "metadata": {"payment_id": "%s", "order_id": "%s"}}
        """
            .formatted(status, payments, PAYMENT, ORDER),
        JsonNode.class);
  }
}
