package com.crmres.desktop.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ServerFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaModelTest {

  private static final UUID PHOTO = World.id("photo");
  private static final MessageContent.Media MEDIA =
      new MessageContent.Media(
          PHOTO,
          MediaKind.DOCUMENT,
          "application/pdf",
          3L,
          null,
          null,
          false,
          MediaState.READY,
          null);

  @TempDir private Path folder;

  private final Restaurant restaurant = new Restaurant(Clock.systemUTC());
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final PatientCalls patient = new PatientCalls();
  private final List<byte[]> shown = new ArrayList<>();
  private final List<ServerFailure> failures = new ArrayList<>();

  @Test
  void asksOnceHoweverManyBubblesShowThePicture() {
    restaurant.channel().has(PHOTO, new byte[] {1, 2, 3});
    var media = new MediaModel(api.media(), patient.calls());

    media.thumbnail(PHOTO, shown::add, failures::add);
    media.thumbnail(PHOTO, shown::add, failures::add);
    patient.answerAll();
    media.thumbnail(PHOTO, shown::add, failures::add);

    assertThat(shown).hasSize(3);
    assertThat(api.thumbnailsAsked()).isEqualTo(1);
  }

  @Test
  void asksAgainAfterAFailure() {
    var media = new MediaModel(api.media(), PatientCalls.immediate());

    media.thumbnail(PHOTO, shown::add, failures::add);
    restaurant.channel().has(PHOTO, new byte[] {1});
    media.thumbnail(PHOTO, shown::add, failures::add);

    assertThat(failures).hasSize(1);
    assertThat(shown).hasSize(1);
  }

  @Test
  void keepsADownloadThatFailedSoThatItCanGoOn() {
    restaurant.channel().has(PHOTO, new byte[] {1, 2, 3});
    api.unreachable(true);
    var media = new MediaModel(api.media(), PatientCalls.immediate());
    Path target = folder.resolve("menu.pdf");

    Download download = media.save(MEDIA, target);
    assertThat(download.state().get()).isEqualTo(Download.State.FAILED);
    assertThat(media.download(PHOTO).get()).isSameAs(download);
    assertThat(target).doesNotExist();

    api.unreachable(false);
    download.start();

    assertThat(download.state().get()).isEqualTo(Download.State.DONE);
    assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(folder.resolve("menu.pdf.part")).doesNotExist();
  }

  @Test
  void asksForNothingMoreWhenOnlyTheRightNameWasMissing() throws Exception {
    Path target = folder.resolve("menu.pdf");
    Files.write(folder.resolve("menu.pdf.part"), new byte[] {4, 5, 6});
    api.unreachable(true);

    new MediaModel(api.media(), PatientCalls.immediate()).save(MEDIA, target);

    assertThat(target).hasBinaryContent(new byte[] {4, 5, 6});
  }
}
