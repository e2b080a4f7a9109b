package com.crmres.server.media;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/// The files that the house makes itself to send them: a receipt, for example.
public final class HouseFiles {

  private final MediaFiles files;
  private final MediaStore store;
  private final Arrivals arrivals;
  private final Ids ids;

  public HouseFiles(MediaFiles files, MediaStore store, Arrivals arrivals, Ids ids) {
    this.files = files;
    this.store = store;
    this.arrivals = arrivals;
    this.ids = ids;
  }

  /// A file whose bytes are here, but which no message shows yet.
  public record Made(UUID id, String mime, String fileName, Arrival.Landed landed) {}

  /// Puts the bytes where files are; outside any transaction.
  public Made make(String mime, String fileName, byte[] bytes) {
    UUID id = ids.next();
    Arrivals.Announced announced = new Arrivals.Announced(mime, null, (long) bytes.length);
    try {
      Arrival arrival = arrivals.accept(id, null, announced, new ByteArrayInputStream(bytes));
      if (arrival instanceof Arrival.Landed landed) {
        return new Made(id, mime, fileName, landed);
      }
      throw new IllegalStateException("a file of our own cannot be sent: " + arrival);
    } catch (IOException e) {
      throw new UncheckedIOException("a file of our own cannot be kept", e);
    }
  }

  /// Keeps the file in the transaction of the message that shows it.
  ///
  /// @return what the message says
  public MessageContent keep(
      Transaction transaction, UUID restaurantId, Made made, String caption) {
    MediaFile file =
        files.uploaded(
            transaction,
            restaurantId,
            made.id(),
            null,
            made.mime(),
            made.fileName(),
            made.landed());
    return new MessageContent.Media(
        file.id(),
        file.kind(),
        file.mime(),
        file.bytes(),
        file.fileName(),
        caption,
        false,
        file.state(),
        null);
  }

  /// No message shows it: its bytes go.
  public void drop(Made made) {
    try {
      store.delete(made.id());
      if (made.landed().thumbnail() != null) {
        store.delete(made.landed().thumbnail());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes of a file cannot be removed", e);
    }
  }
}
