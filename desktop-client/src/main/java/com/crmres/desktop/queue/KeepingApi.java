package com.crmres.desktop.queue;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LivePosition;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.AdviceApi;
import com.crmres.desktop.connection.AftermathApi;
import com.crmres.desktop.connection.AssistantApi;
import com.crmres.desktop.connection.CartApi;
import com.crmres.desktop.connection.ChannelApi;
import com.crmres.desktop.connection.ConversationQuery;
import com.crmres.desktop.connection.CustomerApi;
import com.crmres.desktop.connection.HandlingApi;
import com.crmres.desktop.connection.KitchenApi;
import com.crmres.desktop.connection.MediaApi;
import com.crmres.desktop.connection.MenuApi;
import com.crmres.desktop.connection.MergeApi;
import com.crmres.desktop.connection.NoteApi;
import com.crmres.desktop.connection.ReceiptApi;
import com.crmres.desktop.connection.SearchApi;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.connection.WritingApi;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The server as screens ask it: what is safe to do later is kept while there is no network.
public final class KeepingApi implements ServerApi {

  private final ServerApi server;
  private final CommandQueue queue;
  private final UUID branchId;
  private final String device;
  private final String me;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  /// @param device as the server shall know this machine
  /// @param me the name under which words go out
  public KeepingApi(
      ServerApi server,
      CommandQueue queue,
      UUID branchId,
      String device,
      String me,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.server = server;
    this.queue = queue;
    this.branchId = branchId;
    this.device = device;
    this.me = me;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public OrderSummary changeOrder(UUID orderId, ChangeOrderRequest request) {
    return SafeDeeds.isSafe(request)
        ? queue.ask(
            request.commandId(),
            () ->
                new Deed.OrderMove(
                    branchId, orderId, SafeDeeds.kept(request, device, clock.instant())),
            () -> server.changeOrder(orderId, request))
        : server.changeOrder(orderId, request);
  }

  /// Words that are kept stand in the thread as any that are on their way.
  @Override
  public MessageDetails reply(UUID conversationId, ReplyRequest request) {
    try {
      return queue.ask(
          request.commandId(),
          () -> new Deed.Reply(conversationId, request),
          () -> server.reply(conversationId, request));
    } catch (ServerFailure failure) {
      var words = new MessageContent.Text(request.text());
      return KeptWords.unless(failure, request.commandId(), conversationId, words, me);
    }
  }

  @Override
  public KitchenApi kitchen() {
    return new KeepingKitchen(server.kitchen(), queue, branchId, device, clock);
  }

  @Override
  public MenuApi menu() {
    return new KeepingMenu(server.menu(), queue, ids, clock);
  }

  @Override
  public WritingApi writing() {
    return new KeepingWriting(server.writing(), queue, me);
  }

  @Override
  public AftermathApi aftermath() {
    return server.aftermath();
  }

  @Override
  public NoteApi notes() {
    return new KeepingNotes(server.notes(), queue);
  }

  @Override
  public HandlingApi handling() {
    return server.handling();
  }

  @Override
  public SearchApi search() {
    return server.search();
  }

  @Override
  public StaffMember signIn(String email, String password) {
    return server.signIn(email, password);
  }

  @Override
  public void signOut() {
    server.signOut();
  }

  @Override
  public Page<BranchSummary> branches() {
    return server.branches();
  }

  @Override
  public Page<ConversationSummary> conversations(ConversationQuery query) {
    return server.conversations(query);
  }

  @Override
  public Page<MessageDetails> messages(UUID conversationId, @Nullable String before) {
    return server.messages(conversationId, before);
  }

  @Override
  public ConversationSummary takeOver(UUID conversationId) {
    return server.takeOver(conversationId);
  }

  @Override
  public ConversationSummary handBack(UUID conversationId) {
    return server.handBack(conversationId);
  }

  @Override
  public ConversationSummary resolve(UUID conversationId) {
    return server.resolve(conversationId);
  }

  @Override
  public Page<OrderSummary> orders(UUID branch, @Nullable String after) {
    return server.orders(branch, after);
  }

  @Override
  public LivePosition livePosition() {
    return server.livePosition();
  }

  @Override
  public MediaApi media() {
    return server.media();
  }

  @Override
  public MergeApi merges() {
    return server.merges();
  }

  @Override
  public ChannelApi channel() {
    return server.channel();
  }

  @Override
  public AdviceApi advice() {
    return server.advice();
  }

  @Override
  public AssistantApi assistant() {
    return server.assistant();
  }

  @Override
  public ReceiptApi receipts() {
    return server.receipts();
  }

  /// Carts are changed as they stand now, or not at all.
  @Override
  public CartApi carts() {
    return server.carts();
  }

  @Override
  public CustomerApi customers() {
    return server.customers();
  }
}
