package com.crmres.server.staffcart;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.ordering.ReadBackState;
import com.crmres.common.ordering.RepeatedCart;
import com.crmres.server.assistant.desk.CartDesk;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.ReplyFaults;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Principal;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.SeenCart;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Does to the cart of a conversation what people ask for: as they saw it, once for each command,
/// by the rules that hold for everybody. Whoever changes it has the conversation from then on.
final class StaffCarts {

  private final Conversations conversations;
  private final Carts carts;
  private final Orders orders;
  private final CartDesk desk;
  private final CartTaps taps;
  private final EarlierOrder earlier;
  private final Clock clock;
  private final CartCommandStore commands = new CartCommandStore();

  StaffCarts(
      Conversations conversations,
      Carts carts,
      Orders orders,
      CartDesk desk,
      CartTaps taps,
      EarlierOrder earlier,
      Clock clock) {
    this.conversations = conversations;
    this.carts = carts;
    this.orders = orders;
    this.desk = desk;
    this.taps = taps;
    this.earlier = earlier;
    this.clock = clock;
  }

  /// Somebody's request about a conversation that he may see, in its transaction.
  record Asked(Transaction transaction, Principal person, UUID conversationId) {
    UUID restaurantId() {
      return person.restaurantId();
    }
  }

  CartDetails look(Asked asked) {
    SeenCart seen = seen(asked);
    return ShownCart.of(asked.conversationId(), seen, number(asked, seen.cart().changes()));
  }

  private @Nullable String number(Asked asked, @Nullable UUID orderId) {
    return orderId == null
        ? null
        : orders
            .find(asked.transaction(), asked.restaurantId(), orderId)
            .map(OrderSummary::number)
            .orElse(null);
  }

  CartDetails change(Asked asked, ChangeCartRequest wish) {
    CartCommand command = CartWishes.command(wish);
    String said = wish.action().wireName() + " " + command;
    ConversationSummary conversation = lock(asked);
    if (before(asked, wish.commandId(), said).isPresent()) {
      return look(asked);
    }
    asSeen(asked, wish.cartId(), wish.expectedVersion());
    takeOver(asked, conversation);
    if (carts.apply(asked.transaction(), asked.restaurantId(), asked.conversationId(), command)
        instanceof CartResult.Refused(CartResult.Reason reason)) {
      throw CartFaults.of(reason);
    }
    note(asked, wish.commandId(), wish.action().wireName(), said, null, null);
    return look(asked);
  }

  /// Sends the customer what is in the cart, with the buttons by which he confirms it.
  CartDetails readBack(Asked asked, CartStepRequest wish) {
    lock(asked);
    if (before(asked, wish.commandId(), "read_back").isPresent()) {
      return look(asked);
    }
    complete(asSeen(asked, wish.cartId(), wish.expectedVersion()));
    MessageContent words =
        desk.readBack(asked.transaction(), asked.restaurantId(), asked.conversationId())
            .orElseThrow(() -> CartFaults.refused("cart", Rule.CART_CLOSED));
    ReplyFaults.messageOf(
        conversations.send(
            asked.transaction(),
            asked.restaurantId(),
            asked.conversationId(),
            speaker(asked),
            new SendRequest(wish.commandId(), words, null)),
        "");
    note(asked, wish.commandId(), "read_back", "read_back", null, null);
    return look(asked);
  }

  /// Says yes for the customer, at the price that the screen showed.
  OrderSummary confirm(Asked asked, CartStepRequest wish) {
    ConfirmedInstead instead = ConfirmedInstead.of(wish);
    String said = "confirm " + instead;
    ConversationSummary conversation = lock(asked);
    Optional<CartCommandStore.Command> before = before(asked, wish.commandId(), said);
    if (before.isPresent()) {
      return orders
          .find(asked.transaction(), asked.restaurantId(), orderOf(before.get()))
          .orElseThrow();
    }
    SeenCart seen = complete(asSeen(asked, wish.cartId(), wish.expectedVersion()));
    if (!seen.priced().total().equals(instead.total())) {
      throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
    }
    takeOver(asked, conversation);
    if (seen.readBack() != ReadBackState.WAITING) {
      carts.markReadBack(asked.transaction(), asked.restaurantId(), seen.cart());
    }
    CartDesk.Confirmed confirmed =
        desk.confirm(
            asked.transaction(),
            asked.restaurantId(),
            asked.conversationId(),
            seen.cart().id(),
            seen.cart().version(),
            Actor.staff(asked.person().staffId()));
    OrderSummary order = ordered(confirmed.result());
    taps.tell(asked.transaction(), asked.restaurantId(), asked.conversationId(), confirmed);
    commands.add(
        asked.transaction(),
        asked.person(),
        new CartCommandStore.Command(
            wish.commandId(),
            asked.conversationId(),
            seen.cart().id(),
            "confirm",
            said,
            instead.reason(),
            order.id()),
        clock.instant());
    return order;
  }

  private static UUID orderOf(CartCommandStore.Command confirmed) {
    return Optional.ofNullable(confirmed.orderId()).orElseThrow();
  }

  private static OrderSummary ordered(PlaceResult result) {
    return switch (result) {
      case PlaceResult.Placed(OrderSummary order) -> order;
      case PlaceResult.AlreadyPlaced(OrderSummary order) -> order;
      case PlaceResult.Altered(OrderSummary order) -> order;
      default -> throw CartFaults.of(result);
    };
  }

  /// Puts the cart away: its customer does not want it.
  CartDetails cancel(Asked asked, CartStepRequest wish) {
    ConversationSummary conversation = lock(asked);
    if (before(asked, wish.commandId(), "cancel").isPresent()) {
      return look(asked);
    }
    SeenCart seen = asSeen(asked, wish.cartId(), wish.expectedVersion());
    takeOver(asked, conversation);
    note(asked, wish.commandId(), "cancel", "cancel", wish.reason(), null);
    carts.putAway(asked.transaction(), asked.restaurantId(), seen.cart().id());
    return look(asked);
  }

  /// Puts all of an earlier order of the customer's into the cart that can be had now.
  RepeatedCart repeat(Asked asked, CartStepRequest wish) {
    UUID orderId = EarlierOrder.wanted(wish);
    String said = "repeat " + orderId;
    ConversationSummary conversation = lock(asked);
    Optional<CartCommandStore.Command> before = before(asked, wish.commandId(), said);
    OrderSummary order = earlier.find(asked, conversation, orderId);
    if (before.isPresent()) {
      return new RepeatedCart(look(asked), List.of(), List.of());
    }
    asSeen(asked, wish.cartId(), wish.expectedVersion());
    takeOver(asked, conversation);
    EarlierOrder.Left left = earlier.putIn(asked, order);
    note(asked, wish.commandId(), "repeat", said, null, orderId);
    return new RepeatedCart(look(asked), left.missing(), left.changed());
  }

  private ConversationSummary lock(Asked asked) {
    return conversations.lock(asked.transaction(), asked.restaurantId(), asked.conversationId());
  }

  private SeenCart seen(Asked asked) {
    return carts.seen(asked.transaction(), asked.restaurantId(), asked.conversationId());
  }

  /// The cart, if it is the one that the screen showed.
  private SeenCart asSeen(Asked asked, @Nullable UUID cartId, int version) {
    SeenCart seen = seen(asked);
    boolean same =
        seen.cart().version() == version && (version == 0 || seen.cart().id().equals(cartId));
    if (!same) {
      throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
    }
    return seen;
  }

  private static SeenCart complete(SeenCart seen) {
    if (seen.cart().isEmpty()) {
      throw CartFaults.refused("cart", Rule.CART_EMPTY);
    }
    if (seen.question() != null) {
      throw CartFaults.refused("cart", Rule.CART_INCOMPLETE);
    }
    return seen;
  }

  /// What the command did before, if it is the same one.
  private Optional<CartCommandStore.Command> before(Asked asked, UUID commandId, String said) {
    Optional<CartCommandStore.Command> before =
        commands.find(asked.transaction(), asked.restaurantId(), commandId);
    before.ifPresent(known -> {
      if (!known.command().equals(said) || !known.conversationId().equals(asked.conversationId())) {
        throw new ApiException(ErrorCode.COMMAND_REUSED);
      }
    });
    return before;
  }

  private void note(
      Asked asked,
      UUID commandId,
      String action,
      String said,
      @Nullable String reason,
      @Nullable UUID orderId) {
    commands.add(
        asked.transaction(),
        asked.person(),
        new CartCommandStore.Command(
            commandId,
            asked.conversationId(),
            seen(asked).cart().id(),
            action,
            said,
            reason,
            orderId),
        clock.instant());
  }

  /// The assistant does not go on with what people have begun; a colleague keeps what he has.
  private void takeOver(Asked asked, ConversationSummary conversation) {
    if (conversation.answerer() == Answerer.ASSISTANT || conversation.assigneeId() == null) {
      conversations.takeOver(
          asked.transaction(), asked.restaurantId(), asked.conversationId(), speaker(asked));
    }
  }

  private static Speaker speaker(Asked asked) {
    return new Speaker(asked.person().staffId(), asked.person().name());
  }
}
