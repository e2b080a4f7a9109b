package com.crmres.common.live;

import com.crmres.common.assistant.Suggestion;
import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Note;
import com.crmres.common.kitchen.KitchenHelp;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PrinterDetails;
import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.common.restaurant.BranchState;
import com.crmres.common.task.TaskDetails;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened and that an open screen shows. Events carry the new state, so hearing
/// one twice does no harm. A screen skips a `type` it does not know: it becomes [Unknown].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = LiveEvent.Unknown.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = LiveEvent.MessageAdded.class, name = "message_added"),
  @JsonSubTypes.Type(value = LiveEvent.MessageStatusChanged.class, name = "message_status_changed"),
  @JsonSubTypes.Type(value = LiveEvent.MessageChanged.class, name = "message_changed"),
  @JsonSubTypes.Type(value = LiveEvent.ChannelNoticed.class, name = "channel_noticed"),
  @JsonSubTypes.Type(value = LiveEvent.ConversationChanged.class, name = "conversation_changed"),
  @JsonSubTypes.Type(value = LiveEvent.ThreadsRearranged.class, name = "threads_rearranged"),
  @JsonSubTypes.Type(value = LiveEvent.SuggestionChanged.class, name = "suggestion_changed"),
  @JsonSubTypes.Type(value = LiveEvent.OrderChanged.class, name = "order_changed"),
  @JsonSubTypes.Type(value = LiveEvent.OrderAlarm.class, name = "order_alarm"),
  @JsonSubTypes.Type(value = LiveEvent.AvailabilityChanged.class, name = "availability_changed"),
  @JsonSubTypes.Type(value = LiveEvent.TaskChanged.class, name = "task_changed"),
  @JsonSubTypes.Type(value = LiveEvent.PosDriftChanged.class, name = "pos_drift_changed"),
  @JsonSubTypes.Type(value = LiveEvent.PaymentChanged.class, name = "payment_changed"),
  @JsonSubTypes.Type(value = LiveEvent.PaymentTaskChanged.class, name = "payment_task_changed"),
  @JsonSubTypes.Type(value = LiveEvent.TicketChanged.class, name = "ticket_changed"),
  @JsonSubTypes.Type(value = LiveEvent.HelpWanted.class, name = "help_wanted"),
  @JsonSubTypes.Type(value = LiveEvent.PrinterChanged.class, name = "printer_changed"),
  @JsonSubTypes.Type(value = LiveEvent.BranchStateChanged.class, name = "branch_state_changed"),
  @JsonSubTypes.Type(value = LiveEvent.NoteChanged.class, name = "note_changed"),
  @JsonSubTypes.Type(value = LiveEvent.StaffWrites.class, name = "staff_writes"),
  @JsonSubTypes.Type(value = LiveEvent.CartChanged.class, name = "cart_changed"),
  @JsonSubTypes.Type(value = LiveEvent.Unknown.class, name = "unknown")
})
public sealed interface LiveEvent {

  /// A message was written, by whomever; the conversation as it stands after it.
  record MessageAdded(ConversationSummary conversation, MessageDetails message)
      implements LiveEvent {}

  /// A message of ours came further, or failed.
  record MessageStatusChanged(
      UUID conversationId, UUID messageId, DeliveryStatus status, @Nullable String failure)
      implements LiveEvent {}

  /// A message changed in place: edited, taken back, given a reaction, its file arrived.
  record MessageChanged(MessageDetails message) implements LiveEvent {}

  /// Managers must know something of their WhatsApp channel.
  record ChannelNoticed(ChannelNotice notice) implements LiveEvent {}

  /// A conversation was taken over, handed back, escalated, resolved, …
  record ConversationChanged(ConversationSummary conversation) implements LiveEvent {}

  /// Customers were merged or parted: what a screen knows of these conversations is void, and it
  /// loads its list anew.
  record ThreadsRearranged(List<UUID> conversationIds) implements LiveEvent {
    public ThreadsRearranged {
      conversationIds = List.copyOf(conversationIds);
    }
  }

  /// The assistant suggests an answer, or something became of what it suggested.
  record SuggestionChanged(Suggestion suggestion) implements LiveEvent {}

  /// An order was placed or moved.
  record OrderChanged(OrderSummary order) implements LiveEvent {}

  /// A new order calls for an answer, louder with each rung.
  ///
  /// @param since when it came to the branch
  record OrderAlarm(UUID orderId, UUID branchId, AlarmRung rung, Instant since)
      implements LiveEvent {}

  /// An item was sold out or came back in a branch.
  record AvailabilityChanged(UUID branchId, UUID itemId, boolean available) implements LiveEvent {}

  /// There is something for people to do, or somebody did it.
  record TaskChanged(TaskDetails task) implements LiveEvent {}

  /// So many orders of a branch are not the same here and at its till.
  record PosDriftChanged(UUID branchId, int open) implements LiveEvent {}

  /// A payment began or came further.
  record PaymentChanged(PaymentSummary payment) implements LiveEvent {}

  /// Money must go back, or has.
  record PaymentTaskChanged(PaymentTask task) implements LiveEvent {}

  /// A ticket of the kitchen was made or changed.
  record TicketChanged(KitchenTicket ticket) implements LiveEvent {}

  /// A station of the kitchen calls the expediter.
  record HelpWanted(KitchenHelp help) implements LiveEvent {}

  /// A printer of the kitchen stopped, or prints again.
  record PrinterChanged(PrinterDetails printer) implements LiveEvent {}

  /// A branch is busy, paused, or as usual again.
  record BranchStateChanged(BranchState state) implements LiveEvent {}

  /// A colleague noted something about a conversation, or withdrew it.
  record NoteChanged(Note note) implements LiveEvent {}

  /// A colleague is writing in a conversation; it holds for 15 seconds.
  record StaffWrites(UUID conversationId, UUID staffId, String name, Instant at)
      implements LiveEvent {}

  /// The cart of a conversation was begun, changed, read back, ordered or put away; whoever shows
  /// it asks for it anew.
  ///
  /// @param open false once it was ordered or put away
  /// @param pieces how many things are in it
  record CartChanged(UUID conversationId, UUID cartId, int version, boolean open, int pieces)
      implements LiveEvent {}

  /// An event of a newer server.
  record Unknown() implements LiveEvent {}
}
