package com.crmres.desktop.connection;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LivePosition;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.wire.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything a screen may ask of the server. Each call blocks and throws [ServerFailure].
public interface ServerApi {

  /// Signs in; the session is kept and renewed behind this interface.
  StaffMember signIn(String email, String password);

  void signOut();

  Page<BranchSummary> branches();

  Page<ConversationSummary> conversations(ConversationQuery query);

  /// The newest messages first.
  ///
  /// @param before what the previous page named as next
  Page<MessageDetails> messages(UUID conversationId, @Nullable String before);

  MessageDetails reply(UUID conversationId, ReplyRequest request);

  ConversationSummary takeOver(UUID conversationId);

  ConversationSummary handBack(UUID conversationId);

  ConversationSummary resolve(UUID conversationId);

  /// Open orders of a branch and those finished lately, oldest first.
  ///
  /// @param after what the previous page named as next
  Page<OrderSummary> orders(UUID branchId, @Nullable String after);

  OrderSummary changeOrder(UUID orderId, ChangeOrderRequest request);

  LivePosition livePosition();

  /// The files of messages.
  MediaApi media();

  /// What staff write besides plain replies.
  WritingApi writing();

  /// Customers who may be one person.
  MergeApi merges();

  /// What managers are told of their WhatsApp channel.
  ChannelApi channel();

  /// What the assistant tells staff of one conversation.
  AdviceApi advice();

  /// How the assistant is set up and what it did.
  AssistantApi assistant();

  /// The kitchen's tickets.
  KitchenApi kitchen();

  /// What branches sell.
  MenuApi menu();

  /// The papers of orders.
  ReceiptApi receipts();

  /// The carts of conversations.
  CartApi carts();

  /// What is known of customers and of their conversations' history.
  CustomerApi customers();

  /// What staff arrange among themselves about conversations.
  HandlingApi handling();

  /// What staff note for each other.
  NoteApi notes();

  /// What was ever said.
  SearchApi search();

  /// What became of things.
  AftermathApi aftermath();
}
