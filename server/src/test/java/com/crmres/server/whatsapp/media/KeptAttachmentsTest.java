package com.crmres.server.whatsapp.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.ContentFault;
import com.crmres.server.conversation.Prepared;
import com.crmres.server.media.Arrival;
import com.crmres.server.media.MediaFiles;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Behaviour 27: what cannot be sent is refused before it is queued.
class KeptAttachmentsTest {

  private final NoorHouse noor = new NoorHouse();
  private final MediaFiles files = new MediaFiles(noor.clock);
  private final KeptAttachments attachments = new KeptAttachments(files);

  @AfterEach
  void stop() {
    noor.close();
  }

  @Test
  void sendsAFileAsWhatItIsWhateverIsSaidOfIt() {
    UUID id = kept(MediaKind.DOCUMENT, "application/pdf");

    assertThat(prepared(claimed(id)))
        .isEqualTo(
            new Prepared.Ready(
                new MessageContent.Media(
                    id,
                    MediaKind.DOCUMENT,
                    "application/pdf",
                    60L,
                    "a.pdf",
                    "look",
                    false,
                    MediaState.READY,
                    null)));
  }

  @Test
  void refusesWhatIsNotHereOrCannotBeSent() {
    assertThat(prepared(claimed(noor.ids.next()))).isEqualTo(fault(ContentFault.Rule.UNKNOWN));
    assertThat(prepared(claimed(kept(MediaKind.DOCUMENT, "text/html"))))
        .isEqualTo(fault(ContentFault.Rule.NOT_SENDABLE));
  }

  private static Prepared fault(ContentFault.Rule rule) {
    return new Prepared.Faulty(List.of(new ContentFault("id", rule)));
  }

  private static MessageContent.Media claimed(UUID id) {
    return new MessageContent.Media(
        id, MediaKind.IMAGE, "image/png", 1L, "b.png", "look", false, MediaState.READY, null);
  }

  private Prepared prepared(MessageContent.Media media) {
    return noor.<Prepared>in(
        transaction -> attachments.prepare(transaction, noor.restaurantId, media));
  }

  private UUID kept(MediaKind kind, String mime) {
    UUID id = noor.ids.next();
    noor.in(transaction -> {
      files.expect(transaction, noor.restaurantId, id, kind, mime, "a.pdf");
      return files.arrived(
          transaction,
          noor.restaurantId,
          id,
          new Arrival.Landed(kind, 60, "00", mime, null, null, null));
    });
    return id;
  }
}
