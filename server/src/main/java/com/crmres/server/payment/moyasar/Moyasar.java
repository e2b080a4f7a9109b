package com.crmres.server.payment.moyasar;

import com.crmres.common.money.Money;
import com.crmres.common.wire.Json;
import com.crmres.server.payment.PaymentProvider;
import com.crmres.server.payment.ProviderAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Moyasar's invoices: a page where a customer pays, and what came of it. Amounts are halalas.
public final class Moyasar implements PaymentProvider {

  /// How our ids are called in what Moyasar keeps for us.
  static final String REFERENCE = "payment_id";

  static final String ORDER = "order_id";

  private static final String NONE = "there is none";

  /// Moyasar spells the failure in two ways, and tells both.
  private static final Set<String> HINTS =
      Set.of(
          "payment_paid",
          "payment_failed",
          "payment_faild",
          "payment_refunded",
          "payment_voided",
          "payment_authorized",
          "payment_captured",
          "payment_verified",
          "payment_abandoned",
          "payment_canceled",
          "payment_expired");

  private final MoyasarHttp http;

  /// Makes the way to it.
  ///
  /// @param base with the version, for example `https://api.moyasar.com/v1`
  public Moyasar(URI base) {
    this.http = new MoyasarHttp(base, MoyasarHttp.CALL_LIMIT);
  }

  @Override
  public String name() {
    return "moyasar";
  }

  @Override
  public ProviderAnswer create(String secretKey, Wish wish) throws InterruptedException {
    if (wish.mayExist()) {
      ProviderAnswer found = search(secretKey, wish);
      if (!(found instanceof ProviderAnswer.Refused(String reason, boolean _))
          || !reason.equals(NONE)) {
        return found;
      }
    }
    return invoice(http.post(secretKey, "/invoices", body(wish)));
  }

  /// The invoice that an attempt made whose answer was lost. The list is the newest first, and what
  /// it is filtered by is checked again here.
  private ProviderAnswer search(String secretKey, Wish wish) throws InterruptedException {
    String filter =
        "/invoices?"
            + URLEncoder.encode("metadata[" + REFERENCE + "]", StandardCharsets.UTF_8)
            + "="
            + wish.reference();
    return switch (http.get(secretKey, filter)) {
      case MoyasarHttp.Answer.Done(JsonNode body) -> {
        for (JsonNode invoice : body.path("invoices")) {
          String kept = invoice.path("metadata").path(REFERENCE).asText("");
          if (kept.equals(wish.reference().toString())) {
            yield InvoiceReader.read(invoice);
          }
        }
        yield new ProviderAnswer.Refused(NONE, false);
      }
      case MoyasarHttp.Answer.Failed(ProviderAnswer answer) -> answer;
    };
  }

  private static String body(Wish wish) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("amount", wish.amount().halalas());
    body.put("currency", "SAR");
    body.put("description", wish.description());
    body.put("expired_at", wish.expiresAt().toString());
    body.put(
        "metadata",
        Map.of(REFERENCE, wish.reference().toString(), ORDER, wish.orderId().toString()));
    return Json.write(body);
  }

  @Override
  public ProviderAnswer fetch(String secretKey, String providerId) throws InterruptedException {
    return invoice(http.get(secretKey, path(providerId)));
  }

  @Override
  public ProviderAnswer cancel(String secretKey, String providerId) throws InterruptedException {
    return invoice(http.put(secretKey, path(providerId) + "/cancel", "{}"));
  }

  /// Looks first how much went back: an attempt whose answer was lost is not made twice.
  @Override
  public ProviderAnswer refund(String secretKey, String providerId, Money inAll)
      throws InterruptedException {
    ProviderAnswer before = fetch(secretKey, providerId);
    if (!(before instanceof ProviderAnswer.Known known) || known.refunded().compareTo(inAll) >= 0) {
      return before;
    }
    if (known.transactionId() == null) {
      return new ProviderAnswer.Refused("nothing was paid", false);
    }
    long more = inAll.halalas() - known.refunded().halalas();
    MoyasarHttp.Answer given =
        http.post(
            secretKey,
            "/payments/" + escaped(known.transactionId()) + "/refund",
            Json.write(Map.of("amount", more)));
    return switch (given) {
      case MoyasarHttp.Answer.Done _ -> fetch(secretKey, providerId);
      case MoyasarHttp.Answer.Failed(ProviderAnswer answer) -> answer;
    };
  }

  @Override
  public @Nullable String hinted(byte[] body, String webhookToken) throws NotAuthentic {
    JsonNode event = json(body);
    byte[] told = event.path("secret_token").asText("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(told, webhookToken.getBytes(StandardCharsets.UTF_8))) {
      throw new NotAuthentic();
    }
    String invoice = event.path("data").path("invoice_id").asText("");
    return HINTS.contains(event.path("type").asText("")) && !invoice.isEmpty() ? invoice : null;
  }

  private static JsonNode json(byte[] body) throws NotAuthentic {
    try {
      return Json.read(new String(body, StandardCharsets.UTF_8), JsonNode.class);
    } catch (IllegalArgumentException _) {
      throw new NotAuthentic();
    }
  }

  private static ProviderAnswer invoice(MoyasarHttp.Answer answer) {
    return switch (answer) {
      case MoyasarHttp.Answer.Done(JsonNode body) -> InvoiceReader.read(body);
      case MoyasarHttp.Answer.Failed(ProviderAnswer failed) -> failed;
    };
  }

  private static String path(String providerId) {
    return "/invoices/" + escaped(providerId);
  }

  private static String escaped(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
