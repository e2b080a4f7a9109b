package com.crmres.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.server.database.Ids;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {

  private static final UUID KEY = UUID.fromString("0199f000-0000-7000-8000-00000000abcd");

  @TempDir Path folder;
  private FolderStore store;
  private Arrivals arrivals;

  @BeforeEach
  void open() {
    store = new FolderStore(folder);
    arrivals = new Arrivals(store, Ids.timeOrdered());
  }

  @Test
  void keepsAPictureWithASmallOne() throws IOException {
    byte[] picture = SampleFiles.jpeg(1600, 900);

    Arrival.Landed landed = landed(receive(MediaKind.IMAGE, "image/png", picture));

    assertThat(landed.mime()).isEqualTo("image/jpeg");
    assertThat(landed.bytes()).isEqualTo(picture.length);
    assertThat(landed.sha256()).isEqualTo(SampleFiles.hex(picture));
    assertThat(landed.width()).isEqualTo(1600);
    assertThat(landed.height()).isEqualTo(900);
    BufferedImage small = small(landed);
    assertThat(small.getWidth()).isEqualTo(480);
    assertThat(small.getHeight()).isEqualTo(270);
  }

  @Test
  void makesASmallPictureOfASticker() throws IOException {
    Arrival.Landed landed = landed(receive(MediaKind.STICKER, "image/webp", SampleFiles.sticker()));

    BufferedImage small = small(landed);
    assertThat(small.getWidth()).isEqualTo(480);
    assertThat(new Color(small.getRGB(100, 100)).getRed()).isBetween(0xb8, 0xc8);
  }

  @Test
  void keepsATransparentPictureOnWhite() throws IOException {
    BufferedImage small =
        small(landed(receive(MediaKind.IMAGE, "image/png", SampleFiles.png(100, 50))));

    assertThat(small.getWidth()).isEqualTo(100);
    assertThat(small.getRGB(2, 2) & 0xff).isGreaterThan(0xf0);
  }

  @Test
  void unpacksNoPictureThatClaimsToBeEnormous() throws IOException {
    Arrival.Landed landed = landed(receive(MediaKind.IMAGE, "image/png", SampleFiles.bomb()));

    assertThat(landed.width()).isEqualTo(60_000);
    assertThat(landed.thumbnail()).isNull();
  }

  @Test
  void keepsABrokenPictureWithoutASmallOne() throws IOException {
    byte[] broken = SampleFiles.text("\u00ff\u00d8\u00ff\u00e0nonsense", 300);

    assertThat(landed(receive(MediaKind.IMAGE, "image/jpeg", broken)).thumbnail()).isNull();
  }

  @Test
  void refusesBytesOfAnotherKindThanTheyCameAs() throws IOException {
    assertThat(receive(MediaKind.IMAGE, "image/jpeg", SampleFiles.pdf(50)))
        .isEqualTo(new Arrival.Refused(MediaFailure.WRONG_TYPE));
    assertThat(receive(MediaKind.VOICE, "audio/ogg", SampleFiles.film()))
        .isEqualTo(new Arrival.Refused(MediaFailure.WRONG_TYPE));
    assertThat(store.exists(KEY)).isFalse();
  }

  @Test
  void takesAnythingAsADocument() throws IOException {
    byte[] page = SampleFiles.text("<html><script>", 40);

    assertThat(landed(receive(MediaKind.DOCUMENT, "application/pdf", page)).mime())
        .isIn("text/html", "application/octet-stream");
  }

  @Test
  void stopsAtTheLimitOfTheKindWhateverWasAnnounced() throws IOException {
    Endless endless = new Endless();

    assertThat(
            arrivals.receive(
                KEY, MediaKind.STICKER, new Arrivals.Announced("image/webp", null, 10L), endless))
        .isEqualTo(new Arrival.Refused(MediaFailure.TOO_LARGE));

    assertThat(endless.given).isLessThan(1024 * 1024);
    assertThat(store.exists(KEY)).isFalse();
  }

  /// Trap 31.
  @Test
  void refusesBytesThatDoNotFitHashOrSize() throws IOException {
    byte[] voice = SampleFiles.voice();
    byte[] other = SampleFiles.film();

    assertThat(receive(voice, SampleFiles.base64(voice), (long) voice.length))
        .isInstanceOf(Arrival.Landed.class);
    assertThat(receive(voice, SampleFiles.hex(voice), null)).isInstanceOf(Arrival.Landed.class);
    assertThat(receive(voice, SampleFiles.base64(other), null))
        .isEqualTo(new Arrival.Refused(MediaFailure.DAMAGED));
    assertThat(receive(voice, SampleFiles.hex(voice), voice.length + 1L))
        .isEqualTo(new Arrival.Refused(MediaFailure.DAMAGED));
    assertThat(receive(new byte[0], null, null))
        .isEqualTo(new Arrival.Refused(MediaFailure.DAMAGED));
  }

  @Test
  void leavesNothingOfBytesThatBrokeOff() {
    InputStream broken = new BreakingStream(new ByteArrayInputStream(SampleFiles.jpeg(9, 9)));

    assertThatThrownBy(() ->
            arrivals.receive(KEY, MediaKind.IMAGE, new Arrivals.Announced("", null, null), broken))
        .isInstanceOf(IOException.class);
    assertThat(store.exists(KEY)).isFalse();
  }

  @Test
  void acceptsWhatWhatsAppCarries() throws IOException {
    assertThat(accept(null, SampleFiles.png(10, 10))).isEqualTo(MediaKind.IMAGE);
    assertThat(accept(null, SampleFiles.pdf(99))).isEqualTo(MediaKind.DOCUMENT);
    assertThat(accept(null, SampleFiles.wordDocument())).isEqualTo(MediaKind.DOCUMENT);
    assertThat(accept(null, SampleFiles.voice())).isEqualTo(MediaKind.AUDIO);
    assertThat(accept(MediaKind.VOICE, SampleFiles.voice())).isEqualTo(MediaKind.VOICE);
    assertThat(accept(null, SampleFiles.film())).isEqualTo(MediaKind.VIDEO);
    assertThat(accept(null, SampleFiles.sticker())).isEqualTo(MediaKind.STICKER);
  }

  @Test
  void refusesToSendWhatWhatsAppWouldRefuse() throws IOException {
    assertThat(accept(null, SampleFiles.greyPng())).isEqualTo(MediaFailure.WRONG_TYPE);
    assertThat(accept(null, SampleFiles.text("GIF89a", 50))).isEqualTo(MediaFailure.WRONG_TYPE);
    assertThat(accept(null, SampleFiles.text("MZ\u0090\0", 50))).isEqualTo(MediaFailure.WRONG_TYPE);
    assertThat(accept(MediaKind.DOCUMENT, SampleFiles.jpeg(9, 9)))
        .isEqualTo(MediaFailure.WRONG_TYPE);
    assertThat(accept(MediaKind.STICKER, SampleFiles.png(512, 512)))
        .isEqualTo(MediaFailure.WRONG_TYPE);
    byte[] large = Arrays.copyOf(SampleFiles.film(), 16 * 1024 * 1024 + 1);
    assertThat(accept(null, large)).isEqualTo(MediaFailure.TOO_LARGE);
  }

  private Object accept(@Nullable MediaKind wanted, byte[] file) throws IOException {
    Arrival arrival =
        arrivals.accept(
            KEY, wanted, new Arrivals.Announced("", null, null), new ByteArrayInputStream(file));
    return switch (arrival) {
      case Arrival.Landed landed -> landed.kind();
      case Arrival.Refused(MediaFailure reason) -> {
        assertThat(store.exists(KEY)).isFalse();
        yield reason;
      }
    };
  }

  private Arrival receive(MediaKind kind, String declared, byte[] file) throws IOException {
    return arrivals.receive(
        KEY, kind, new Arrivals.Announced(declared, null, null), new ByteArrayInputStream(file));
  }

  private Arrival receive(byte[] file, @Nullable String hash, @Nullable Long bytes)
      throws IOException {
    return arrivals.receive(
        KEY,
        MediaKind.VOICE,
        new Arrivals.Announced("audio/ogg", hash, bytes),
        new ByteArrayInputStream(file));
  }

  private static Arrival.Landed landed(Arrival arrival) {
    assertThat(arrival).isInstanceOf(Arrival.Landed.class);
    return (Arrival.Landed) arrival;
  }

  private BufferedImage small(Arrival.Landed landed) throws IOException {
    UUID key = Objects.requireNonNull(landed.thumbnail());
    try (InputStream in = store.open(key, 0, Long.MAX_VALUE)) {
      return ImageIO.read(in);
    }
  }

  /// A stream without end.
  private static final class Endless extends InputStream {

    private long given;

    @Override
    public int read() {
      given++;
      return 'x';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      given += length;
      return length;
    }
  }
}
