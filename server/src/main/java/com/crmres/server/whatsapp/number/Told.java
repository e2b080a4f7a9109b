package com.crmres.server.whatsapp.number;

import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/// An event of an account or a number, in the transaction that takes it in.
record Told(Transaction transaction, UUID restaurantId, ChannelEvent event) {

  JsonNode value() {
    return event.value();
  }

  /// A member's words; empty if it has none.
  String word(String member) {
    JsonNode value = event.value().path(member);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }
}
