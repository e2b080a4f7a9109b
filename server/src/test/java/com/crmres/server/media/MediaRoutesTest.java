package com.crmres.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.identity.Role;
import com.crmres.common.media.MediaDetails;
import com.crmres.common.media.UploadProgress;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.http.RunningServer;
import com.crmres.server.identity.Principal;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaRoutesTest {

  private static final long LISTENER_LIMIT = 101L * 1024 * 1024;
  private static final Set<Role> SPEAKERS = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT);
  private static final Set<Role> READERS =
      Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR);

  @TempDir Path folder;
  private final NoorHouse noor = new NoorHouse();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Pieces pieces;
  private MediaAccess mediaAccess;
  private RunningServer server;

  @BeforeEach
  void start() {
    MediaFiles files = new MediaFiles(noor.clock);
    FolderStore store = new FolderStore(folder);
    Uploads uploads =
        new Uploads(noor.database, files, store, new Arrivals(store, noor.ids), noor.ids);
    pieces = new Pieces(noor.database, store, uploads, noor.clock, noor.ids);
    mediaAccess = new MediaAccess(files, noor.conversations.transcript()::branchesShowing);
    server =
        new RunningServer(
            noor.clock,
            _ -> false,
            LISTENER_LIMIT,
            routing ->
                routing.register(
                    "/v1",
                    new MediaRoutes(noor.database, store, uploads, mediaAccess, noor.staff.access),
                    new UploadRoutes(pieces, noor.staff.access)));
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
    noor.close();
  }

  @Test
  void everyRouteIsForItsRolesOnly() throws Exception {
    String nothing = "/v1/media/" + noor.ids.next();
    String upload = "/v1/media/uploads/" + noor.ids.next();

    new RouteRights(server, noor.staff)
        .hold(
            List.of(
                new Route("GET", nothing, null, READERS),
                new Route("GET", nothing + "/thumbnail", null, READERS),
                new Route("GET", nothing + "/details", null, READERS),
                new Route("POST", "/v1/media", "nothing", SPEAKERS),
                new Route("POST", "/v1/media/uploads", "{}", SPEAKERS),
                new Route("PATCH", upload, "x", SPEAKERS),
                new Route("DELETE", upload, null, SPEAKERS)));
  }

  @Test
  void givesAFileBackWholeAndInPartsAsAnAttachment() throws Exception {
    String agent = agent();
    byte[] file = SampleFiles.pdf(5_000);
    MediaDetails details = uploaded(agent, file, "application/pdf", "%D9%82%2F..%2Fx.pdf");
    String path = "/v1/media/" + details.id();

    HttpResponse<byte[]> whole = get(agent, path);
    HttpResponse<byte[]> part = get(agent, path, "Range", "bytes=4000-4999");
    String tag = whole.headers().firstValue("ETag").orElseThrow();

    assertThat(details.fileName()).isEqualTo("x.pdf");
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(file);
    assertThat(header(whole, "Content-Type")).isEqualTo("application/pdf");
    assertThat(header(whole, "Content-Disposition")).startsWith("attachment; filename=\"x.pdf\"");
    assertThat(header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(tag).isEqualTo("\"" + SampleFiles.hex(file) + "\"");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file, 4000, 5000));
    assertThat(header(part, "Content-Range")).isEqualTo("bytes 4000-4999/5000");
    assertThat(get(agent, path, "Range", "bytes=0-1", "If-Range", tag).statusCode()).isEqualTo(206);
    assertThat(get(agent, path, "Range", "bytes=0-1", "If-Range", "\"older\"").body())
        .isEqualTo(file);
    assertThat(get(agent, path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    HttpResponse<byte[]> outside = get(agent, path, "Range", "bytes=5000-");
    assertThat(outside.statusCode()).isEqualTo(416);
    assertThat(header(outside, "Content-Range")).isEqualTo("bytes */5000");
  }

  @Test
  void showsPagesOfStrangersAsPlainBytesOnly() throws Exception {
    String agent = agent();
    UUID id = received("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

    HttpResponse<byte[]> answer = get(agent, "/v1/media/" + id);

    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
    assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
  }

  @Test
  void showsAFileToWhoSeesItsConversationOnly() throws Exception {
    UUID id = received(SampleFiles.pdf(60));
    UUID other = noor.receive("966500000007", "Sara", media(id));
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.belongsTo(transaction, noor.restaurantId, other, noor.staff.malaz));
    noor.staff.hire(Role.OWNER);

    assertThat(get(agent(), "/v1/media/" + id).statusCode()).isEqualTo(200);
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql("update conversation set branch_id = :b")
                .with("b", noor.staff.malaz)
                .update());
    assertThat(get(agentAgain(), "/v1/media/" + id).statusCode()).isEqualTo(404);
    assertThat(get(agentAgain(), "/v1/media/" + id + "/details").statusCode()).isEqualTo(404);
    assertThat(get(agentAgain(), "/v1/media/" + id + "/thumbnail").statusCode()).isEqualTo(404);
    assertThat(get(noor.staff.authorization(Role.OWNER), "/v1/media/" + id).statusCode())
        .isEqualTo(200);
  }

  @Test
  void hidesAnUploadFromOthersUntilAMessageShowsIt() throws Exception {
    MediaDetails details = uploaded(agent(), SampleFiles.pdf(60), "application/pdf", "a.pdf");
    noor.staff.hire(Role.MANAGER);
    String manager = noor.staff.authorization(Role.MANAGER);

    assertThat(get(manager, "/v1/media/" + details.id()).statusCode()).isEqualTo(404);

    noor.receive("966500000001", "Sara", media(details.id()));
    assertThat(get(manager, "/v1/media/" + details.id()).statusCode()).isEqualTo(200);
  }

  @Test
  void givesASmallPictureAndWhatIsKnownOfIt() throws Exception {
    String agent = agent();
    byte[] picture = SampleFiles.jpeg(1000, 500);
    MediaDetails details = uploaded(agent, picture, "image/png", "a.png");

    HttpResponse<byte[]> small = get(agent, "/v1/media/" + details.id() + "/thumbnail");

    assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(small.body()).startsWith(0xff, 0xd8);
    assertThat(get(agent, "/v1/media/" + details.id() + "/details").body())
        .isEqualTo(Json.write(details).getBytes(StandardCharsets.UTF_8));
    assertThat(details)
        .isEqualTo(
            new MediaDetails(
                details.id(),
                MediaKind.IMAGE,
                "image/jpeg",
                (long) picture.length,
                "a.png",
                MediaState.READY,
                null,
                SampleFiles.hex(picture),
                1000,
                500,
                true,
                noor.clock.instant()));
  }

  @Test
  void saysThatAFileIsNotHereYet() throws Exception {
    UUID id = noor.ids.next();
    noor.in(transaction -> {
      new MediaFiles(noor.clock)
          .expect(transaction, noor.restaurantId, id, MediaKind.IMAGE, "image/jpeg", null);
      return true;
    });
    noor.receive("966500000001", "Sara", media(id));

    assertThat(code(get(agent(), "/v1/media/" + id))).isEqualTo("MEDIA_NOT_READY");
  }

  /// Behaviour 27.
  @Test
  void refusesToUploadWhatCannotBeSent() throws Exception {
    String agent = agent();

    assertThat(code(upload(agent, SampleFiles.text("MZ\u0090\0", 60), "image/jpeg", "a.jpg")))
        .isEqualTo("MEDIA_REFUSED");
    byte[] large = Arrays.copyOf(SampleFiles.jpeg(9, 9), 5 * 1024 * 1024 + 1);
    assertThat(code(upload(agent, large, "image/jpeg", "a.jpg"))).isEqualTo("TOO_LARGE");
    assertThat(code(upload(agent, new byte[0], "image/jpeg", "a.jpg"))).isEqualTo("INVALID_INPUT");
    assertThat(stored()).isZero();
  }

  @Test
  void takesADocumentOfHundredMegabytesWithoutHoldingItInMemory() throws Exception {
    byte[] large = SampleFiles.pdf(100 * 1024 * 1024);

    HttpResponse<byte[]> answer = upload(agent(), large, "application/pdf", "large.pdf");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(details(answer).bytes()).isEqualTo(large.length);
    byte[] larger = Arrays.copyOf(large, large.length + 1);
    assertThat(code(upload(agentAgain(), larger, "application/pdf", "larger.pdf")))
        .isEqualTo("TOO_LARGE");
  }

  @Test
  void goesOnWhereAnUploadBrokeOff() throws Exception {
    String agent = agent();
    byte[] file = SampleFiles.pdf(300_000);
    UploadProgress begun = begin(agent, file);
    String path = "/v1/media/uploads/" + begun.id();

    HttpResponse<byte[]> first = piece(agent, path, 0, Arrays.copyOf(file, 100_000));
    sendHalf(agent, path, 100_000, Arrays.copyOfRange(file, 100_000, 250_000), 60_000);
    NoorHouse.await("the half arrived", () -> offset(agent, path) > 100_000);
    int here = (int) offset(agent, path);
    HttpResponse<byte[]> last =
        piece(agent, path, here, Arrays.copyOfRange(file, here, file.length));

    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(header(first, "Upload-Offset")).isEqualTo("100000");
    assertThat(here).isBetween(100_001, 160_000);
    assertThat(last.statusCode()).isEqualTo(201);
    assertThat(get(agent, "/v1/media/" + details(last).id()).body()).isEqualTo(file);
    assertThat(offset(agent, path)).isEqualTo(-1);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void refusesAPieceThatBelongsElsewhereOrIsTooLong() throws Exception {
    String agent = agent();
    byte[] file = SampleFiles.pdf(1000);
    String path = "/v1/media/uploads/" + begin(agent, file).id();
    piece(agent, path, 0, Arrays.copyOf(file, 400));

    assertThat(code(piece(agent, path, 0, file))).isEqualTo("CHANGED_MEANWHILE");
    assertThat(code(piece(agent, path, 900, new byte[10]))).isEqualTo("CHANGED_MEANWHILE");
    assertThat(code(piece(agent, path, 1000, new byte[0]))).isEqualTo("CHANGED_MEANWHILE");
    assertThat(code(piece(agent, path, 400, new byte[601]))).isEqualTo("TOO_LARGE");
    assertThat(offset(agent, path)).isEqualTo(400);
  }

  @Test
  void dropsAnUploadWhoseHashDiffers() throws Exception {
    String agent = agent();
    byte[] file = SampleFiles.pdf(1000);
    String path = "/v1/media/uploads/" + begin(agent, file).id();

    HttpResponse<byte[]> answer = piece(agent, path, 0, SampleFiles.text("%PDF-1.3", 1000));

    assertThat(code(answer)).isEqualTo("MEDIA_DAMAGED");
    assertThat(offset(agent, path)).isEqualTo(-1);
    assertThat(stored()).isZero();
  }

  @Test
  void keepsAnUploadToItsPerson() throws Exception {
    String agent = agent();
    noor.staff.hire(Role.MANAGER);
    String manager = noor.staff.authorization(Role.MANAGER);
    byte[] file = SampleFiles.pdf(1000);
    String path = "/v1/media/uploads/" + begin(agent, file).id();

    assertThat(code(piece(manager, path, 0, file))).isEqualTo("NOT_FOUND");
    assertThat(offset(manager, path)).isEqualTo(-1);
  }

  @Test
  void letsNobodyOpenMoreThanTwentyUploadsAndForgetsThemAfterADay() throws Exception {
    String agent = agent();
    byte[] file = SampleFiles.pdf(1000);
    for (int i = 0; i < 20; i++) {
      String path = "/v1/media/uploads/" + begin(agent, file).id();
      piece(agent, path, 0, Arrays.copyOf(file, 10));
    }

    assertThat(code(announce(agent, file))).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(pieces.forgetAbandoned()).isFalse();
    assertThat(stored()).isEqualTo(20);

    noor.clock.forward(Duration.ofHours(25));
    assertThat(pieces.forgetAbandoned()).isFalse();
    assertThat(stored()).isZero();
    assertThat(announce(agentAgain(), file).statusCode()).isEqualTo(201);
  }

  @Test
  void letsNobodySendAFileThatHeMayNotSee() throws Exception {
    MediaDetails details = uploaded(agent(), SampleFiles.pdf(60), "application/pdf", "a.pdf");
    Principal sender =
        noor.staff.access.verify(agentAgain().substring("Bearer ".length())).principal();
    noor.staff.hire(Role.MANAGER);
    Principal other =
        noor.staff
            .access
            .verify(noor.staff.authorization(Role.MANAGER).substring("Bearer ".length()))
            .principal();
    MessageContent content = media(details.id());

    noor.database.changeRestaurant(
        noor.restaurantId, transaction -> mediaAccess.check(transaction, sender, content));
    assertThatThrownBy(() ->
            noor.database.changeRestaurant(
                noor.restaurantId, transaction -> mediaAccess.check(transaction, other, content)))
        .hasMessage("NOT_FOUND");
  }

  private String agent() {
    noor.staff.hire(Role.AGENT);
    return agentAgain();
  }

  private String agentAgain() {
    return noor.staff.authorization(Role.AGENT);
  }

  /// A customer's document whose bytes have come.
  private UUID received(byte[] file) throws IOException {
    UUID id = noor.ids.next();
    FolderStore store = new FolderStore(folder);
    Arrival arrival =
        new Arrivals(store, noor.ids)
            .receive(
                id,
                MediaKind.DOCUMENT,
                new Arrivals.Announced("", null, null),
                new ByteArrayInputStream(file));
    MediaFiles files = new MediaFiles(noor.clock);
    noor.in(transaction -> {
      files.expect(transaction, noor.restaurantId, id, MediaKind.DOCUMENT, null, "page.html");
      return files.arrived(transaction, noor.restaurantId, id, (Arrival.Landed) arrival);
    });
    noor.receive("966500000001", "Sara", media(id));
    return id;
  }

  private static MessageContent media(UUID id) {
    return new MessageContent.Media(
        id, MediaKind.DOCUMENT, "application/pdf", null, null, null, false, MediaState.READY, null);
  }

  private MediaDetails uploaded(String authorization, byte[] file, String type, String name)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = upload(authorization, file, type, name);
    assertThat(answer.statusCode()).isEqualTo(201);
    return details(answer);
  }

  private HttpResponse<byte[]> upload(String authorization, byte[] file, String type, String name)
      throws IOException, InterruptedException {
    return send(
        request(authorization, "/v1/media")
            .header("Content-Type", type)
            .header("X-File-Name", name)
            .POST(BodyPublishers.ofByteArray(file)));
  }

  private UploadProgress begin(String authorization, byte[] file)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = announce(authorization, file);
    assertThat(answer.statusCode()).isEqualTo(201);
    return Json.read(new String(answer.body(), StandardCharsets.UTF_8), UploadProgress.class);
  }

  private HttpResponse<byte[]> announce(String authorization, byte[] file)
      throws IOException, InterruptedException {
    Map<String, Object> wish =
        Map.of(
            "bytes", file.length, "sha256", SampleFiles.hex(file), "mimeType", "application/pdf");
    return send(
        request(authorization, "/v1/media/uploads")
            .POST(BodyPublishers.ofString(Json.write(wish))));
  }

  private HttpResponse<byte[]> piece(String authorization, String path, long offset, byte[] bytes)
      throws IOException, InterruptedException {
    return send(
        request(authorization, path)
            .header("Upload-Offset", Long.toString(offset))
            .method("PATCH", BodyPublishers.ofByteArray(bytes)));
  }

  /// How many bytes are here; -1 if there is no such upload.
  private long offset(String authorization, String path) {
    try {
      HttpResponse<byte[]> answer =
          send(request(authorization, path).method("HEAD", BodyPublishers.noBody()));
      return answer.headers().firstValueAsLong("Upload-Offset").orElse(-1);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The line breaks after some of the bytes that were announced.
  private void sendHalf(String authorization, String path, long offset, byte[] bytes, int sent)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        OutputStream out = socket.getOutputStream()) {
      out.write(
          ("PATCH "
                  + path
                  + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                  + authorization
                  + "\r\nUpload-Offset: "
                  + offset
                  + "\r\nContent-Length: "
                  + bytes.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, 0, sent);
    }
  }

  private HttpResponse<byte[]> get(String authorization, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(authorization, path).GET();
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  private HttpRequest.Builder request(String authorization, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Authorization", authorization);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static @Nullable String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  private static MediaDetails details(HttpResponse<byte[]> answer) {
    return Json.read(new String(answer.body(), StandardCharsets.UTF_8), MediaDetails.class);
  }

  private static String code(HttpResponse<byte[]> answer) {
    return Json.read(new String(answer.body(), StandardCharsets.UTF_8), ErrorEnvelope.class)
        .error()
        .code();
  }

  /// How many files lie in the folder.
  private long stored() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
