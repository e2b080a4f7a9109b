package com.crmres.desktop.queue;

import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/// What may be done without network, because doing it later does no harm.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "deed")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Deed.OrderMove.class, name = "order_move"),
  @JsonSubTypes.Type(value = Deed.TicketMove.class, name = "ticket_move"),
  @JsonSubTypes.Type(value = Deed.Reply.class, name = "reply"),
  @JsonSubTypes.Type(value = Deed.Quote.class, name = "quote"),
  @JsonSubTypes.Type(value = Deed.Note.class, name = "note"),
  @JsonSubTypes.Type(value = Deed.SoldOut.class, name = "sold_out")
})
public sealed interface Deed {

  /// The order, ticket, conversation or item it is about.
  UUID about();

  /// An order moves on.
  ///
  /// @param branchId where the order was when it was moved
  record OrderMove(UUID branchId, UUID orderId, ChangeOrderRequest request) implements Deed {
    @Override
    public UUID about() {
      return orderId;
    }
  }

  record TicketMove(UUID branchId, UUID ticketId, KitchenCommandRequest request) implements Deed {
    @Override
    public UUID about() {
      return ticketId;
    }
  }

  record Reply(UUID conversationId, ReplyRequest request) implements Deed {
    @Override
    public UUID about() {
      return conversationId;
    }
  }

  /// Words that answer a certain message.
  record Quote(UUID conversationId, SendRequest request) implements Deed {
    @Override
    public UUID about() {
      return conversationId;
    }
  }

  record Note(UUID conversationId, WriteNoteRequest request) implements Deed {
    @Override
    public UUID about() {
      return conversationId;
    }
  }

  record SoldOut(UUID itemId, AvailabilityRequest request) implements Deed {
    @Override
    public UUID about() {
      return itemId;
    }
  }
}
