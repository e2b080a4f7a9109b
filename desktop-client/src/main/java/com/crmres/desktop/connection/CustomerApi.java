package com.crmres.desktop.connection;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.ordering.CustomerFigures;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of a customer and of his conversation besides what was said. Each call blocks and
/// throws [ServerFailure].
public interface CustomerApi {

  /// His newest orders, newest first.
  Page<OrderSummary> orders(UUID customerId, int limit);

  CustomerFigures figures(UUID customerId);

  /// One conversation, wherever it stands in the list.
  ConversationSummary conversation(UUID conversationId);

  /// What happened in a conversation, the newest first.
  ///
  /// @param after what the previous page named as next
  Page<TimelineEntry> timeline(UUID conversationId, @Nullable String after);
}
