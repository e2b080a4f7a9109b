package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Reading;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// One conversation that is only played, from its beginning each time: the same keys and the same
/// moment make the same of it, so that a mind may think between two performances, with no
/// transaction open.
final class Play {

  /// One digit too long for anybody's phone.
  private static final String NOBODYS_PHONE = "9665000000000";

  private static final String STAGE_NUMBER = "preview";

  private final Stage.Building building;
  private final Restaurants restaurants;
  private final UUID restaurantId;
  private final PreviewRequest request;
  private final Clock clock;
  private final long key;

  /// Makes a play.
  ///
  /// @param key of which all keys in it are made
  Play(
      Stage.Building building,
      Restaurants restaurants,
      UUID restaurantId,
      PreviewRequest request,
      Instant moment,
      UUID key) {
    this.building = building;
    this.restaurants = restaurants;
    this.restaurantId = restaurantId;
    this.request = request;
    this.clock = Clock.fixed(moment, ZoneOffset.UTC);
    this.key = key.getMostSignificantBits();
  }

  /// What a mind is asked after the turns that were read; nothing has happened afterwards.
  Dialogue.Question question(Transaction transaction, List<Reading> readings) {
    return transaction.attempt(
        () -> {
          Performance performance = new Performance(transaction);
          readings.forEach(performance::answer);
          return performance.hear();
        },
        _ -> false);
  }

  /// What came of each turn; nothing has happened afterwards.
  List<Desk.Served> served(Transaction transaction, List<Reading> readings) {
    return transaction.attempt(
        () -> {
          Performance performance = new Performance(transaction);
          return readings.stream().map(performance::answer).toList();
        },
        _ -> false);
  }

  /// The play as it goes on in one transaction.
  private final class Performance {

    private final Transaction transaction;
    private final Stage stage;
    private int heard;

    Performance(Transaction transaction) {
      this.transaction = transaction;
      AtomicLong last = new AtomicLong();
      Ids ids = () -> new UUID(key, Long.MIN_VALUE + last.incrementAndGet());
      stage = building.stage(clock, ids);
      restaurants.speaksAs(transaction, restaurantId, request.personality());
    }

    Desk.Served answer(Reading reading) {
      Dialogue.Question question = hear();
      Desk.Served served = stage.dialogue().serve(transaction, restaurantId, question, reading);
      stage
          .dialogue()
          .say(transaction, restaurantId, question.turn().conversationId(), served.answers());
      stage.dialogue().remember(transaction, restaurantId, question, served);
      return served;
    }

    Dialogue.Question hear() {
      Conversations conversations = stage.conversations();
      UUID messageId = conversations.receive(transaction, restaurantId, message()).orElseThrow();
      UUID id = conversations.ofMessage(transaction, restaurantId, messageId).id();
      if (heard == 1) {
        conversations.speaks(transaction, restaurantId, id, request.language());
        chooseBranch(id);
      }
      return stage.dialogue().question(transaction, restaurantId, id, 0);
    }

    private void chooseBranch(UUID conversationId) {
      UUID branchId = request.branchId();
      if (branchId != null) {
        stage
            .carts()
            .apply(
                transaction, restaurantId, conversationId, new CartCommand.ChooseBranch(branchId));
      }
    }

    private InboundMessage message() {
      MessageContent words = new MessageContent.Text(request.said().get(heard));
      heard++;
      return new InboundMessage(
          STAGE_NUMBER,
          new Identifiers(null, NOBODYS_PHONE, null),
          null,
          STAGE_NUMBER + "." + key + "." + heard,
          words,
          InboundMessage.Mentions.NONE,
          "{}",
          clock.instant(),
          true);
    }
  }
}
