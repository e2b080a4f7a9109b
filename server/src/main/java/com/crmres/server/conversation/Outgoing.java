package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.customer.Customers;
import org.jspecify.annotations.Nullable;

/// What a channel needs to know to send something.
public sealed interface Outgoing {

  /// Where it goes.
  Customers.Address to();

  /// A message.
  ///
  /// @param quoted the channel's id of the message it quotes; null for none, or one that is not to
  ///   be quoted any more
  record Said(Customers.Address to, MessageContent content, @Nullable String quoted)
      implements Outgoing {}

  /// A sign on a message.
  ///
  /// @param wamid the channel's id of the message
  /// @param emoji empty to take the sign away
  record Reacted(Customers.Address to, String wamid, String emoji) implements Outgoing {}
}
