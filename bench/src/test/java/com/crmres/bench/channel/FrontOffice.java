package com.crmres.bench.channel;

import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.identity.Session;
import com.crmres.common.identity.SignInRequest;
import com.crmres.common.media.MediaDetails;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.Page;
import com.crmres.simulator.payload.Person;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The owner at his screen: all that a test asks of the server goes through its REST interface.
public final class FrontOffice {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(40);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ServerNode node;
  private final String token;

  private FrontOffice(ServerNode node, String token) {
    this.node = node;
    this.token = token;
  }

  public static FrontOffice signIn(ServerNode node) throws IOException, InterruptedException {
    FrontOffice stranger = new FrontOffice(node, "");
    Session session =
        stranger.post(
            "/v1/auth/sign-in",
            new SignInRequest(House.OWNER, House.STAFF_PASSWORD),
            200,
            Session.class);
    return new FrontOffice(node, session.accessToken());
  }

  /// Waits until there is such a thing.
  public static <T> T until(String what, Callable<Optional<T>> search) throws Exception {
    return until(what, PATIENCE, search);
  }

  private static <T> T until(String what, Duration patience, Callable<Optional<T>> search)
      throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<T> found = search.call();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("never came: " + what);
      }
      Thread.sleep(GLANCE);
    }
  }

  public static void untilTrue(String what, Callable<Boolean> condition) throws Exception {
    untilTrue(what, PATIENCE, condition);
  }

  public static void untilTrue(String what, Duration patience, Callable<Boolean> condition)
      throws Exception {
    until(what, patience, () -> Optional.of(condition.call()).filter(Boolean::booleanValue));
  }

  Optional<ConversationSummary> conversation(Person person)
      throws IOException, InterruptedException {
    return page("/v1/conversations?limit=200", ConversationSummary.class).stream()
        .filter(found -> Objects.equals(found.customer().phone(), person.phone()))
        .findFirst();
  }

  public ConversationSummary awaitConversation(Person person) throws Exception {
    return until("a conversation with " + person.name(), () -> conversation(person));
  }

  public List<MessageDetails> messages(UUID conversation) throws IOException, InterruptedException {
    return page("/v1/conversations/" + conversation + "/messages?limit=200", MessageDetails.class);
  }

  MessageDetails message(UUID conversation, UUID id) throws IOException, InterruptedException {
    return messages(conversation).stream()
        .filter(message -> message.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  MessageDetails awaitMessage(UUID conversation, String what, Predicate<MessageDetails> fits)
      throws Exception {
    return until(what, () -> messages(conversation).stream().filter(fits).findFirst());
  }

  /// The first message of a kind that fits.
  <T extends MessageContent> MessageDetails await(
      UUID conversation, Class<T> kind, Predicate<T> fits) throws Exception {
    return awaitMessage(
        conversation,
        kind.getSimpleName(),
        message -> kind.isInstance(message.content()) && fits.test(kind.cast(message.content())));
  }

  MessageDetails send(UUID conversation, MessageContent content, @Nullable UUID replyTo)
      throws IOException, InterruptedException {
    return post(
        "/v1/conversations/" + conversation + "/messages",
        new SendRequest(UUID.randomUUID(), content, replyTo),
        202,
        MessageDetails.class);
  }

  MediaDetails upload(byte[] bytes, String type, String name)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        call(
            request("/v1/media")
                .setHeader("Content-Type", type)
                .header("X-File-Name", name)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    return read(answer, 201, MediaDetails.class);
  }

  HttpResponse<byte[]> download(UUID media, String part, @Nullable String range)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request("/v1/media/" + media + part);
    if (range != null) {
      request.header("Range", range);
    }
    return call(request.build());
  }

  List<ChannelNotice> notices() throws IOException, InterruptedException {
    return page("/v1/channel/notices?limit=200", ChannelNotice.class);
  }

  ChannelNotice awaitNotice(ChannelNoticeKind kind, Predicate<ChannelNotice> fits)
      throws Exception {
    return until(
        "a notice " + kind,
        () ->
            notices().stream()
                .filter(notice -> notice.kind() == kind && fits.test(notice))
                .findFirst());
  }

  /// What operators find set aside.
  JsonNode setAside() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(node.admin().resolve("/operator/inbox")).GET().build();
    return read(call(request), 200, JsonNode.class).path("items");
  }

  public <T> List<T> page(String path, Class<T> type) throws IOException, InterruptedException {
    JavaType page = Json.MAPPER.getTypeFactory().constructParametricType(Page.class, type);
    HttpResponse<byte[]> answer = call(request(path).build());
    demand(answer, 200);
    Page<T> read = Json.MAPPER.readValue(answer.body(), page);
    return read.items();
  }

  public <T> T get(String path, Class<T> type) throws IOException, InterruptedException {
    return read(call(request(path).build()), 200, type);
  }

  public <T> T post(String path, Object body, int status, Class<T> type)
      throws IOException, InterruptedException {
    return read(call(request(path).POST(json(body)).build()), status, type);
  }

  public <T> T put(String path, Object body, int status, Class<T> type)
      throws IOException, InterruptedException {
    return read(call(request(path).PUT(json(body)).build()), status, type);
  }

  private HttpRequest.Builder request(String path) {
    URI address = node.url().resolve(path);
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Accept-Language", "en");
  }

  private static BodyPublisher json(Object body) {
    return BodyPublishers.ofString(Json.write(body));
  }

  private static HttpResponse<byte[]> call(HttpRequest request)
      throws IOException, InterruptedException {
    return HTTP.send(request, BodyHandlers.ofByteArray());
  }

  private static <T> T read(HttpResponse<byte[]> answer, int status, Class<T> type)
      throws IOException {
    demand(answer, status);
    return Json.MAPPER.readValue(answer.body(), type);
  }

  private static void demand(HttpResponse<byte[]> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          "%s was answered %d: %s"
              .formatted(
                  answer.request().uri(),
                  answer.statusCode(),
                  new String(answer.body(), StandardCharsets.UTF_8)));
    }
  }
}
