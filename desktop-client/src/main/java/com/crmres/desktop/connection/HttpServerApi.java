package com.crmres.desktop.connection;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.identity.RefreshRequest;
import com.crmres.common.identity.Session;
import com.crmres.common.identity.SignInRequest;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LivePosition;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The server of `docs/api.md`, asked over HTTP with the session of one person.
public final class HttpServerApi implements ServerApi, LiveDoor {

  /// How long people wait for an answer before they are told that none came.
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpExchange exchange;
  private final SessionKeys keys;
  private final SignedExchange signed;

  /// Reaches the server at an address; nobody is signed in yet.
  ///
  /// @param language the language in which the server shall word its messages
  public HttpServerApi(URI server, Clock clock, Supplier<String> language) {
    this(server, clock, language, PATIENCE);
  }

  /// The same with another patience.
  public HttpServerApi(URI server, Clock clock, Supplier<String> language, Duration patience) {
    this.exchange = new HttpExchange(server, language, patience);
    this.keys = new SessionKeys(clock, this::renewal);
    this.signed = new SignedExchange(exchange, keys);
  }

  @Override
  public StaffMember signIn(String email, String password) {
    Session session =
        exchange.ask(
            "POST",
            "/v1/auth/sign-in",
            new SignInRequest(email, password),
            null,
            SignedExchange.type(Session.class));
    keys.keep(session);
    return session.staff();
  }

  @Override
  public void signOut() {
    String token = keys.refreshToken();
    keys.forget();
    if (token != null) {
      exchange.tell("POST", "/v1/auth/sign-out", new RefreshRequest(token), null);
    }
  }

  @Override
  public Page<BranchSummary> branches() {
    return signed.get("/v1/branches", new TypeReference<>() {});
  }

  @Override
  public Page<ConversationSummary> conversations(ConversationQuery query) {
    return signed.get(
        "/v1/conversations?limit=100" + ConversationList.of(query), new TypeReference<>() {});
  }

  @Override
  public Page<MessageDetails> messages(UUID conversationId, @Nullable String before) {
    return signed.get(
        "/v1/conversations/%s/messages?limit=60".formatted(conversationId)
            + QueryText.parameter("before", before),
        new TypeReference<>() {});
  }

  @Override
  public MessageDetails reply(UUID conversationId, ReplyRequest request) {
    return signed.post(
        "/v1/conversations/%s/replies".formatted(conversationId), request, MessageDetails.class);
  }

  @Override
  public ConversationSummary takeOver(UUID conversationId) {
    return conversationMove(conversationId, "take-over");
  }

  @Override
  public ConversationSummary handBack(UUID conversationId) {
    return conversationMove(conversationId, "hand-back");
  }

  @Override
  public ConversationSummary resolve(UUID conversationId) {
    return conversationMove(conversationId, "resolve");
  }

  private ConversationSummary conversationMove(UUID conversationId, String move) {
    return signed.post(
        "/v1/conversations/%s/%s".formatted(conversationId, move), null, ConversationSummary.class);
  }

  @Override
  public Page<OrderSummary> orders(UUID branchId, @Nullable String after) {
    return signed.get(
        "/v1/orders?limit=200&branch=" + branchId + QueryText.parameter("after", after),
        new TypeReference<>() {});
  }

  @Override
  public OrderSummary changeOrder(UUID orderId, ChangeOrderRequest request) {
    return signed.post("/v1/orders/%s/changes".formatted(orderId), request, OrderSummary.class);
  }

  @Override
  public LivePosition livePosition() {
    return signed.get("/v1/live/position", SignedExchange.type(LivePosition.class));
  }

  @Override
  public URI liveUri(UUID branchId, String after) {
    String base = exchange.server().toString().replaceFirst("^http", "ws").replaceFirst("/$", "");
    return URI.create(base + "/v1/live?branches=" + branchId + QueryText.parameter("after", after));
  }

  @Override
  public String accessToken() {
    return keys.token();
  }

  @Override
  public void renew(String refusedToken) {
    var _ = keys.renewed(refusedToken);
  }

  @Override
  public MediaApi media() {
    return new HttpMedia(exchange, keys);
  }

  @Override
  public WritingApi writing() {
    return new HttpWriting(signed);
  }

  @Override
  public MergeApi merges() {
    return new HttpMerges(signed);
  }

  @Override
  public ChannelApi channel() {
    return () -> signed.get("/v1/channel/notices?limit=100", new TypeReference<>() {});
  }

  @Override
  public AdviceApi advice() {
    return new HttpAdvice(signed);
  }

  @Override
  public AssistantApi assistant() {
    return new HttpAssistant(signed);
  }

  @Override
  public KitchenApi kitchen() {
    return new HttpKitchen(signed);
  }

  @Override
  public MenuApi menu() {
    return new HttpMenu(signed);
  }

  @Override
  public ReceiptApi receipts() {
    return new HttpReceipts(exchange, keys, signed);
  }

  @Override
  public CartApi carts() {
    return new HttpCarts(signed);
  }

  @Override
  public CustomerApi customers() {
    return new HttpCustomers(signed);
  }

  @Override
  public HandlingApi handling() {
    return new HttpHandling(signed);
  }

  @Override
  public NoteApi notes() {
    return new HttpNotes(signed);
  }

  @Override
  public SearchApi search() {
    return new HttpSearch(signed);
  }

  @Override
  public AftermathApi aftermath() {
    return new HttpAftermath(signed);
  }

  /// Where the server is.
  URI address() {
    return exchange.server();
  }

  private Session renewal(Session old) {
    try {
      return exchange.ask(
          "POST",
          "/v1/auth/refresh",
          new RefreshRequest(old.refreshToken()),
          null,
          SignedExchange.type(Session.class));
    } catch (ServerFailure failure) {
      if (failure.kind() == ServerFailure.Kind.REFUSED
          && (failure.code().equals("WRONG_CREDENTIALS")
              || failure.code().equals("NOT_SIGNED_IN"))) {
        keys.forget();
        throw new ServerFailure(
            ServerFailure.Kind.SIGNED_OUT,
            failure.code().toUpperCase(Locale.ROOT),
            failure.words());
      }
      throw failure;
    }
  }
}
