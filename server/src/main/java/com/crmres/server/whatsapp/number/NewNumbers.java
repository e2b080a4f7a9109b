package com.crmres.server.whatsapp.number;

import com.crmres.common.channel.NewNumberRequest;
import com.crmres.common.channel.PauseReason;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/// Takes a restaurant's further numbers and other tokens in, once WhatsApp has confirmed them.
public final class NewNumbers {

  private final Database database;
  private final GraphApi graph;
  private final Numbers numbers;
  private final Tokens tokens;
  private final Pauses pauses;
  private final NumberWatch watch;
  private final NumberStore store = new NumberStore();

  public NewNumbers(
      Database database,
      GraphApi graph,
      Numbers numbers,
      Tokens tokens,
      Pauses pauses,
      NumberWatch watch) {
    this.database = database;
    this.graph = graph;
    this.numbers = numbers;
    this.tokens = tokens;
    this.pauses = pauses;
    this.watch = watch;
  }

  /// What came of it.
  enum Result {
    DONE,
    /// WhatsApp does not take the token.
    TOKEN_REFUSED,
    /// The account is not there, or not for this token.
    ACCOUNT_UNKNOWN,
    /// The account does not hold such a number: ids of numbers, numbers and ids of accounts look
    /// alike.
    NUMBER_UNKNOWN,
    /// The number belongs to another restaurant.
    TAKEN,
    /// The restaurant has no such number.
    NOT_OURS,
    /// WhatsApp does not answer.
    UNREACHABLE
  }

  /// Adds a number.
  Result add(UUID restaurantId, NewNumberRequest wish) throws InterruptedException {
    if (isTaken(restaurantId, wish.phoneNumberId())) {
      return Result.TAKEN;
    }
    Result confirmed = confirmed(wish.accountId(), wish.phoneNumberId(), wish.accessToken());
    if (confirmed != Result.DONE) {
      return confirmed;
    }
    database.changeRestaurant(
        restaurantId,
        transaction -> {
          store.add(transaction, restaurantId, wish.accountId(), wish.phoneNumberId());
          renew(transaction, restaurantId, wish.phoneNumberId(), wish.accessToken());
        });
    describe(restaurantId, wish.phoneNumberId(), wish.accessToken());
    return Result.DONE;
  }

  /// Gives a number another token; what waited goes out at once.
  Result replaceToken(UUID restaurantId, String phoneNumberId, String token)
      throws InterruptedException {
    NumberStore.Known number =
        database
            .inRestaurant(
                restaurantId, transaction -> store.find(transaction, restaurantId, phoneNumberId))
            .orElse(null);
    if (number == null) {
      return Result.NOT_OURS;
    }
    Result confirmed = confirmed(number.accountId(), phoneNumberId, token);
    if (confirmed == Result.DONE) {
      database.changeRestaurant(
          restaurantId, transaction -> renew(transaction, restaurantId, phoneNumberId, token));
    }
    return confirmed;
  }

  private boolean isTaken(UUID restaurantId, String phoneNumberId) {
    return numbers
        .restaurantOf(phoneNumberId)
        .filter(owner -> !owner.equals(restaurantId))
        .isPresent();
  }

  /// One question tells of all three: the token, the account, and the number in it.
  private Result confirmed(String accountId, String phoneNumberId, String token)
      throws InterruptedException {
    return switch (graph.get(
        accountId + "/phone_numbers", Map.of("fields", "id", "limit", "100"), token)) {
      case GraphAnswer.Done(JsonNode list) -> holds(list, phoneNumberId);
      case GraphAnswer.Refused refused ->
          refused.code() == 100 || refused.code() == 33
              ? Result.ACCOUNT_UNKNOWN
              : Result.TOKEN_REFUSED;
      case GraphAnswer.NotSent _, GraphAnswer.InDoubt _ -> Result.UNREACHABLE;
    };
  }

  private static Result holds(JsonNode list, String phoneNumberId) {
    for (JsonNode number : list.path("data")) {
      if (number.path("id").asText().equals(phoneNumberId)) {
        return Result.DONE;
      }
    }
    return Result.NUMBER_UNKNOWN;
  }

  /// A new token ends the old one's trouble; other trouble must show when one sends.
  private void renew(
      Transaction transaction, UUID restaurantId, String phoneNumberId, String token) {
    tokens.replace(transaction, phoneNumberId, token);
    NumberStore.Known number = store.find(transaction, restaurantId, phoneNumberId).orElseThrow();
    if (number.paused() == PauseReason.TOKEN) {
      pauses.resume(transaction, restaurantId, phoneNumberId);
    } else if (number.paused() != null && number.paused() != PauseReason.RESTRICTED) {
      pauses.tryOut(transaction, phoneNumberId);
    }
  }

  private void describe(UUID restaurantId, String phoneNumberId, String token)
      throws InterruptedException {
    watch
        .describe(phoneNumberId, token)
        .ifPresent(details ->
            database.changeRestaurant(
                restaurantId,
                transaction ->
                    store
                        .find(transaction, restaurantId, phoneNumberId)
                        .ifPresent(number -> watch.keep(transaction, number, details))));
  }
}
