package com.crmres.server.media;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.server.database.Ids;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes the bytes of a file in and judges them by themselves, not by what was said about them.
///
/// They stream to their place and are judged there; what is refused is removed. Nothing here
/// touches the database, since the network may be slow.
public final class Arrivals {

  private static final int STICKER_SIDE = 512;
  private static final int EIGHT_BITS = 8;
  private static final int RGB = 2;
  private static final int RGBA = 6;

  private final MediaStore store;
  private final Ids ids;
  private final Pictures pictures = new Pictures();

  public Arrivals(MediaStore store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /// What was announced.
  ///
  /// @param mime the type it is said to be, without parameters
  /// @param sha256 in hex or base64; null if nobody said
  /// @param bytes its size; null if nobody said
  public record Announced(String mime, @Nullable String sha256, @Nullable Long bytes) {}

  /// Takes in what a customer sent as this kind.
  ///
  /// @throws IOException if the bytes broke off or cannot be kept; nothing is left of them
  public Arrival receive(UUID key, MediaKind kind, Announced announced, InputStream bytes)
      throws IOException {
    Gauge gauge = new Gauge(bytes, MediaRules.mostBytes(kind));
    return keep(key, announced, gauge, type -> MediaRules.isReceivable(kind, type) ? kind : null);
  }

  /// Takes in what a staff member wants to send.
  ///
  /// @param wanted what it shall be sent as; null for what its bytes suggest
  /// @throws IOException if the bytes broke off or cannot be kept; nothing is left of them
  public Arrival accept(
      UUID key, @Nullable MediaKind wanted, Announced announced, InputStream bytes)
      throws IOException {
    Gauge gauge = new Gauge(bytes, MediaRules.MOST_BYTES);
    Arrival arrival = keep(key, announced, gauge, type -> sendableAs(wanted, type));
    MediaFailure fault =
        arrival instanceof Arrival.Landed landed ? unsendable(landed, gauge.head()) : null;
    return fault == null ? arrival : refuse(key, arrival, fault);
  }

  /// Says what a file of this type is; null if it may not be here.
  @FunctionalInterface
  private interface Judge {
    @Nullable MediaKind kind(String type);
  }

  private Arrival keep(UUID key, Announced announced, Gauge gauge, Judge judge) throws IOException {
    try {
      store.put(key, gauge);
    } catch (Gauge.Overflow _) {
      return new Arrival.Refused(MediaFailure.TOO_LARGE);
    }
    byte[] hash = gauge.hash();
    boolean asAnnounced =
        (announced.sha256() == null || Hash.matches(announced.sha256(), hash))
            && (announced.bytes() == null || announced.bytes() == gauge.count());
    if (!asAnnounced || gauge.count() == 0) {
      store.delete(key);
      return new Arrival.Refused(MediaFailure.DAMAGED);
    }
    String type = Sniffer.type(gauge.head(), announced.mime());
    MediaKind kind = judge.kind(type);
    if (kind == null) {
      store.delete(key);
      return new Arrival.Refused(MediaFailure.WRONG_TYPE);
    }
    return landed(key, kind, gauge.count(), HexFormat.of().formatHex(hash), type);
  }

  private Arrival landed(UUID key, MediaKind kind, long bytes, String sha256, String type)
      throws IOException {
    Optional<Pictures.Look> look = look(key, kind, bytes);
    if (look.isEmpty()) {
      return new Arrival.Landed(kind, bytes, sha256, type, null, null, null);
    }
    UUID thumbnail = thumbnail(look.get().small());
    return new Arrival.Landed(
        kind, bytes, sha256, type, look.get().width(), look.get().height(), thumbnail);
  }

  private @Nullable UUID thumbnail(@Nullable BufferedImage small) throws IOException {
    if (small == null) {
      return null;
    }
    UUID thumbnail = ids.next();
    store.put(thumbnail, Pictures.jpeg(small));
    return thumbnail;
  }

  private Optional<Pictures.Look> look(UUID key, MediaKind kind, long bytes) throws IOException {
    if (kind != MediaKind.IMAGE && kind != MediaKind.STICKER) {
      return Optional.empty();
    }
    try (InputStream picture = store.open(key, 0, bytes)) {
      return pictures.look(picture);
    }
  }

  private static @Nullable MediaKind sendableAs(@Nullable MediaKind wanted, String type) {
    if (wanted == null) {
      return MediaRules.natural(type).orElse(null);
    }
    return MediaRules.isSendable(wanted, type) ? wanted : null;
  }

  /// What WhatsApp would refuse later, and with fewer words.
  private static @Nullable MediaFailure unsendable(Arrival.Landed file, byte[] head) {
    long most =
        file.kind() == MediaKind.STICKER
            ? MediaRules.mostStickerBytes(Sniffer.isAnimated(head))
            : MediaRules.mostBytes(file.kind());
    if (file.bytes() > most) {
      return MediaFailure.TOO_LARGE;
    }
    return switch (file.kind()) {
      case STICKER -> isSticker(file) ? null : MediaFailure.WRONG_TYPE;
      case IMAGE ->
          file.width() != null && isPlain(file.mime(), head) ? null : MediaFailure.WRONG_TYPE;
      case VIDEO, VOICE, AUDIO, DOCUMENT -> null;
    };
  }

  private static boolean isSticker(Arrival.Landed file) {
    return file.width() != null
        && file.height() != null
        && file.width() == STICKER_SIDE
        && file.height() == STICKER_SIDE;
  }

  /// WhatsApp takes PNG with eight bits in RGB or RGBA only; both stand in its first chunk.
  private static boolean isPlain(String mime, byte[] head) {
    return !mime.equals("image/png")
        || (head.length > 25 && head[24] == EIGHT_BITS && (head[25] == RGB || head[25] == RGBA));
  }

  private Arrival refuse(UUID key, Arrival arrival, MediaFailure fault) throws IOException {
    store.delete(key);
    if (arrival instanceof Arrival.Landed landed && landed.thumbnail() != null) {
      store.delete(landed.thumbnail());
    }
    return new Arrival.Refused(fault);
  }
}
