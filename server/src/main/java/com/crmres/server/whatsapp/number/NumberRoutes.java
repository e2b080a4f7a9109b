package com.crmres.server.whatsapp.number;

import com.crmres.common.channel.ChannelNumber;
import com.crmres.common.channel.NewNumberRequest;
import com.crmres.common.channel.TokenRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;

/// The paths of the restaurant's numbers, under `/v1`; no token ever leaves by them.
public final class NumberRoutes implements HttpService {

  private static final String ID = "[0-9]{5,20}";
  private static final int LONGEST_TOKEN = 1_000;
  private static final long PAUSE_SECONDS = 30;

  private final Database database;
  private final Numbers numbers;
  private final NewNumbers newNumbers;
  private final Access access;

  public NumberRoutes(Database database, Numbers numbers, NewNumbers newNumbers, Access access) {
    this.database = database;
    this.numbers = numbers;
    this.newNumbers = newNumbers;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/channel/numbers", this::list)
        .post("/channel/numbers", this::add)
        .put("/channel/numbers/{id}/token", this::replaceToken);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER, Role.MANAGER, Role.AUDITOR);
    new Exchange(request, response).ok(new Page<>(all(principal.restaurantId()), null));
  }

  private void add(ServerRequest request, ServerResponse response) throws InterruptedException {
    Principal principal = access.require(request, Role.OWNER);
    Exchange exchange = new Exchange(request, response);
    NewNumberRequest wish = exchange.read(NewNumberRequest.class);
    Faults faults = token(wish.accessToken());
    shape(faults, "accountId", wish.accountId());
    shape(faults, "phoneNumberId", wish.phoneNumberId());
    faults.throwIfAny();
    refuse(newNumbers.add(principal.restaurantId(), wish));
    answer(exchange, principal, wish.phoneNumberId());
  }

  private void replaceToken(ServerRequest request, ServerResponse response)
      throws InterruptedException {
    Principal principal = access.require(request, Role.OWNER);
    Exchange exchange = new Exchange(request, response);
    String phoneNumberId = request.path().pathParameters().get("id");
    TokenRequest wish = exchange.read(TokenRequest.class);
    token(wish.accessToken()).throwIfAny();
    refuse(newNumbers.replaceToken(principal.restaurantId(), phoneNumberId, wish.accessToken()));
    answer(exchange, principal, phoneNumberId);
  }

  private static Faults token(String accessToken) {
    Faults faults = new Faults().length("accessToken", accessToken, 1, LONGEST_TOKEN);
    // It travels in a header, where other characters would be another header.
    return accessToken.matches("[\\x21-\\x7e]*")
        ? faults
        : faults.add("accessToken", Rule.CHARACTERS);
  }

  private static void shape(Faults faults, String field, String id) {
    if (!id.matches(ID)) {
      faults.add(field, Rule.SHAPE);
    }
  }

  private void answer(Exchange exchange, Principal principal, String phoneNumberId) {
    exchange.ok(
        all(principal.restaurantId()).stream()
            .filter(number -> number.phoneNumberId().equals(phoneNumberId))
            .findFirst()
            .orElseThrow());
  }

  private List<ChannelNumber> all(UUID restaurantId) {
    return database.inRestaurant(
        restaurantId, transaction -> numbers.list(transaction, restaurantId));
  }

  private static void refuse(NewNumbers.Result result) {
    switch (result) {
      case DONE -> {
        // Nothing to refuse.
      }
      case TOKEN_REFUSED -> throw unfit("accessToken");
      case ACCOUNT_UNKNOWN -> throw unfit("accountId");
      case NUMBER_UNKNOWN, TAKEN -> throw unfit("phoneNumberId");
      case NOT_OURS -> throw new ApiException(ErrorCode.NOT_FOUND);
      case UNREACHABLE -> throw ApiException.withRetryAfter(ErrorCode.OVERLOADED, PAUSE_SECONDS);
    }
  }

  private static ApiException unfit(String field) {
    return new ApiException(
        ErrorCode.INVALID_INPUT, List.of(new Fault(field, Rule.UNEXPECTED, List.of())));
  }
}
