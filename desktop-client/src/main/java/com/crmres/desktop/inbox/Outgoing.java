package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.desktop.connection.ServerApi;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message on its way: the same command however often it is tried, its file handed over once.
public final class Outgoing {

  /// WhatsApp shows no words with sounds and stickers.
  private static final Set<MediaKind> WITH_WORDS =
      EnumSet.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.DOCUMENT);

  private final UUID commandId;
  private final Draft what;

  /// Handed over in the background, asked about on the screen.
  private volatile MessageContent.@Nullable Media uploaded;

  Outgoing(UUID commandId, Draft what) {
    this.commandId = commandId;
    this.what = what;
  }

  /// Other words in place of it, never sent.
  Outgoing of(Draft words) {
    return new Outgoing(commandId, words);
  }

  UUID commandId() {
    return commandId;
  }

  Draft what() {
    return what;
  }

  /// Blocks until the server has it.
  MessageDetails send(ServerApi api, UUID conversationId) {
    Path file = what.file();
    if (file == null && what.replyTo() == null) {
      return api.reply(conversationId, new ReplyRequest(commandId, what.text()));
    }
    MessageContent content =
        file == null ? new MessageContent.Text(what.text()) : captioned(handedOver(api, file));
    return api.writing().send(conversationId, new SendRequest(commandId, content, what.replyTo()));
  }

  private MessageContent.Media handedOver(ServerApi api, Path file) {
    MessageContent.Media known = uploaded;
    if (known == null) {
      known = api.media().upload(file);
      uploaded = known;
    }
    return known;
  }

  private MessageContent.Media captioned(MessageContent.Media media) {
    return new MessageContent.Media(
        media.id(),
        media.kind(),
        media.mimeType(),
        media.bytes(),
        media.fileName(),
        carriedText() && !what.text().isEmpty() ? what.text() : null,
        media.animated(),
        media.state(),
        media.failure());
  }

  /// Whether the words went with it; else they stay to be sent by themselves.
  boolean carriedText() {
    MessageContent.Media media = uploaded;
    return media == null || WITH_WORDS.contains(media.kind());
  }
}
