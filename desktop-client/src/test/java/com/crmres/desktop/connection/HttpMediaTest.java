package com.crmres.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.FakeServer;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpMediaTest {

  private static final UUID FILE = World.id("file");

  @TempDir private Path folder;

  private final byte[] bytes = new byte[500_000];
  private final Restaurant restaurant = new Restaurant(Clock.systemUTC());
  private final FakeServer server = new FakeServer(restaurant, Clock.systemUTC());
  private final HttpServerApi api = new HttpServerApi(server.uri(), Clock.systemUTC(), () -> "ar");

  @BeforeEach
  void signIn() {
    new Random(1).nextBytes(bytes);
    restaurant.channel().has(FILE, bytes);
    var _ = api.signIn(World.SARAH.email(), FakeServer.PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fetchesPicturesInTheNameOfWhoeverIsSignedIn() {
    server.forgetAccessToken();

    assertThat(api.media().thumbnail(FILE)).isEqualTo(bytes);
    assertThat(api.media().whole(FILE)).isEqualTo(bytes);
    assertThat(server.refreshes()).isEqualTo(1);
  }

  @Test
  void goesOnWhereABrokenDownloadEnded() throws Exception {
    Path part = folder.resolve("file.part");
    server.files().breakOnceAfter(200_000);

    var failure =
        catchThrowableOfType(
            ServerFailure.class, () -> api.media().download(FILE, part, (come, whole) -> {}));
    assertThat(failure.kind()).isEqualTo(ServerFailure.Kind.UNREACHABLE);
    // A line that breaks may also lose what was under way on it.
    long arrived = Files.size(part);
    assertThat(arrived).isBetween(1L, 200_000L);

    List<Long> wholes = new ArrayList<>();
    api.media().download(FILE, part, (come, whole) -> wholes.add(whole));

    assertThat(part).hasBinaryContent(bytes);
    assertThat(server.files().ranges()).containsExactly("-", "bytes=%d-".formatted(arrived));
    assertThat(wholes).containsOnly(500_000L);
  }

  @Test
  void saysThatTheDiskIsAtFault() {
    Path nowhere = folder.resolve("missing").resolve("file.part");

    var failure =
        catchThrowableOfType(
            ServerFailure.class, () -> api.media().download(FILE, nowhere, (come, whole) -> {}));

    assertThat(failure.kind()).isEqualTo(ServerFailure.Kind.DISK);
  }

  @Test
  void passesOnWhyAFileCannotBeHad() {
    var failure =
        catchThrowableOfType(ServerFailure.class, () -> api.media().thumbnail(World.id("another")));

    assertThat(failure.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void handsAFileOverUnderItsName() throws Exception {
    Path file = Files.write(folder.resolve("قائمة الطعام.pdf"), bytes);

    MessageContent.Media media = api.media().upload(file);

    assertThat(media.kind()).isEqualTo(MediaKind.DOCUMENT);
    assertThat(media.fileName()).isEqualTo("قائمة الطعام.pdf");
    assertThat(media.bytes()).isEqualTo(500_000L);
    assertThat(server.files().typesUploaded()).containsExactly("application/pdf");
    assertThat(restaurant.channel().file(media.id())).isEqualTo(bytes);
  }
}
