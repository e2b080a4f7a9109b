package com.crmres.server.payment;

import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/// The way of a payment provider's callbacks into the house. They are hints: what they say is
/// thrown away, and the truth is fetched.
public final class WebhookRoutes implements HttpService {

  private static final int MOST_BYTES = 64 * 1024;

  private final Database database;
  private final PaymentProvider provider;
  private final Accounts accounts;
  private final Payments payments;

  WebhookRoutes(Database database, PaymentProvider provider, Accounts accounts, Payments payments) {
    this.database = database;
    this.provider = provider;
    this.accounts = accounts;
    this.payments = payments;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post(path(provider.name(), "{restaurant}"), this::deliver);
  }

  static String path(String provider, String restaurant) {
    return "/webhooks/" + provider + "/" + restaurant;
  }

  private void deliver(ServerRequest request, ServerResponse response) {
    UUID restaurantId = new Exchange(request, response).pathId("restaurant");
    byte[] body = body(request);
    String providerId = hinted(restaurantId, body);
    if (!providerId.isEmpty()) {
      database.inRestaurant(
          restaurantId,
          transaction -> payments.hinted(transaction, restaurantId, provider.name(), providerId));
    }
    response.status(Status.OK_200).send();
  }

  /// Who does not know the token does not learn whether there is such a restaurant.
  private String hinted(UUID restaurantId, byte[] body) {
    String token =
        accounts
            .of(restaurantId)
            .map(Accounts.Account::webhookToken)
            .orElseThrow(() -> new ApiException(ErrorCode.BAD_SIGNATURE));
    try {
      String hinted = provider.hinted(body, token);
      return hinted == null ? "" : hinted;
    } catch (PaymentProvider.NotAuthentic _) {
      throw new ApiException(ErrorCode.BAD_SIGNATURE);
    }
  }

  private static byte[] body(ServerRequest request) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream content = request.content().inputStream()) {
      byte[] body = content.readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new ApiException(ErrorCode.TOO_LARGE);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("the body of a callback broke off", e);
    }
  }
}
