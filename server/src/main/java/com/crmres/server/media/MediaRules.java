package com.crmres.server.media;

import com.crmres.common.conversation.MediaKind;
import java.util.Optional;
import java.util.Set;

/// Which types and sizes a kind of file may have (whatsapp-cloud-api.md 5).
public final class MediaRules {

  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  /// The largest that any kind may be.
  public static final long MOST_BYTES = 100 * MIB;

  private static final long STILL_STICKER = 100 * KIB;

  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
  private static final Set<String> FILMS = Set.of("video/mp4", "video/3gpp");
  private static final Set<String> SOUNDS =
      Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg");
  private static final Set<String> PAPERS =
      Set.of(
          "text/plain",
          "application/pdf",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation");

  private MediaRules() {}

  /// The largest that a file of this kind may be.
  public static long mostBytes(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> 5 * MIB;
      case VIDEO, VOICE, AUDIO -> 16 * MIB;
      case STICKER -> 500 * KIB;
      case DOCUMENT -> MOST_BYTES;
    };
  }

  /// Whether what a customer sent as this kind can be of this type; a document can be anything.
  static boolean isReceivable(MediaKind kind, String mime) {
    return switch (kind) {
      case IMAGE ->
          PICTURES.contains(mime) || mime.equals("image/webp") || mime.equals("image/gif");
      case VIDEO -> FILMS.contains(mime) || mime.equals("video/quicktime");
      case VOICE, AUDIO -> SOUNDS.contains(mime) || mime.equals("audio/wav");
      case STICKER -> mime.equals("image/webp");
      case DOCUMENT -> true;
    };
  }

  /// As what a file of this type is sent unless somebody wants it otherwise; empty if WhatsApp does
  /// not carry it.
  static Optional<MediaKind> natural(String mime) {
    if (PICTURES.contains(mime)) {
      return Optional.of(MediaKind.IMAGE);
    }
    if (FILMS.contains(mime)) {
      return Optional.of(MediaKind.VIDEO);
    }
    if (SOUNDS.contains(mime)) {
      return Optional.of(MediaKind.AUDIO);
    }
    if (mime.equals("image/webp")) {
      return Optional.of(MediaKind.STICKER);
    }
    return PAPERS.contains(mime) ? Optional.of(MediaKind.DOCUMENT) : Optional.empty();
  }

  /// Whether a file may be sent as this kind.
  public static boolean isSendable(MediaKind kind, String mime) {
    return switch (kind) {
      case IMAGE -> PICTURES.contains(mime);
      case VIDEO -> FILMS.contains(mime);
      // Only Opus in Ogg is shown as a recorded voice.
      case VOICE -> mime.equals("audio/ogg");
      case AUDIO -> SOUNDS.contains(mime);
      case STICKER -> mime.equals("image/webp");
      case DOCUMENT -> PAPERS.contains(mime);
    };
  }

  /// The largest that a sticker may be.
  static long mostStickerBytes(boolean animated) {
    return animated ? mostBytes(MediaKind.STICKER) : STILL_STICKER;
  }
}
