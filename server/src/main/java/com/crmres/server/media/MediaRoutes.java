package com.crmres.server.media;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.identity.Role;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths of whole files, under `/v1`.
///
/// Bytes of strangers are never shown in place: always as an attachment, with the type that they
/// themselves show.
public final class MediaRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final HeaderName NOSNIFF = HeaderNames.create("X-Content-Type-Options");
  private static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
  private static final HeaderName FILE_NAME = HeaderNames.create("X-File-Name");
  private static final Set<String> ACTIVE = Set.of("text/html", "image/svg+xml", "text/xml");
  private static final String JPEG = "image/jpeg";

  private final Database database;
  private final MediaStore store;
  private final Uploads uploads;
  private final MediaAccess mediaAccess;
  private final Access access;

  public MediaRoutes(
      Database database,
      MediaStore store,
      Uploads uploads,
      MediaAccess mediaAccess,
      Access access) {
    this.database = database;
    this.store = store;
    this.uploads = uploads;
    this.mediaAccess = mediaAccess;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/media/{id}", this::bytes)
        .get("/media/{id}/thumbnail", this::thumbnail)
        .get("/media/{id}/details", this::details)
        .post("/media", this::upload);
  }

  private void details(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    exchange.ok(visible(principal, exchange.pathId("id")).details());
  }

  private void bytes(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    MediaFile file = visible(principal, new Exchange(request, response).pathId("id"));
    if (file.state() != MediaState.READY) {
      throw new ApiException(ErrorCode.MEDIA_NOT_READY);
    }
    long size = Objects.requireNonNull(file.bytes());
    String tag = "\"" + file.sha256() + "\"";
    response
        .header(HeaderNames.ACCEPT_RANGES, "bytes")
        .header(
            HeaderNames.CONTENT_DISPOSITION, FileNames.attachment(file.fileName(), file.mime()));
    send(request, response, new Shown(file.id(), size, tag, file.mime()));
  }

  private void thumbnail(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    MediaFile file = visible(principal, new Exchange(request, response).pathId("id"));
    UUID key = file.thumbnail();
    if (key == null) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    try (InputStream small = store.open(key, 0, MediaRules.mostBytes(MediaKind.IMAGE))) {
      guarded(response, JPEG).header(HeaderNames.CONTENT_DISPOSITION, "attachment");
      response.send(small.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("a small picture cannot be read", e);
    }
  }

  /// Bytes as a reader gets them.
  private record Shown(UUID key, long size, String tag, String mime) {}

  private void send(ServerRequest request, ServerResponse response, Shown shown) {
    guarded(response, shown.mime()).header(HeaderNames.ETAG, shown.tag());
    if (shown.tag().equals(header(request, HeaderNames.IF_NONE_MATCH))) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    switch (wanted(request, shown)) {
      case ByteRange.Whole _ -> stream(response, shown.key(), 0, shown.size());
      case ByteRange.Outside _ ->
          response
              .status(Status.REQUESTED_RANGE_NOT_SATISFIABLE_416)
              .header(HeaderNames.CONTENT_RANGE, "bytes */" + shown.size())
              .send();
      case ByteRange.Part part -> {
        response
            .status(Status.PARTIAL_CONTENT_206)
            .header(
                HeaderNames.CONTENT_RANGE,
                "bytes %d-%d/%d".formatted(part.from(), part.to(), shown.size()));
        stream(response, shown.key(), part.from(), part.length());
      }
    }
  }

  /// What a reader has of another version of the file cannot be completed.
  private static ByteRange wanted(ServerRequest request, Shown shown) {
    String condition = header(request, HeaderNames.IF_RANGE);
    return condition == null || condition.equals(shown.tag())
        ? ByteRange.of(header(request, HeaderNames.RANGE), shown.size())
        : new ByteRange.Whole();
  }

  private static ServerResponse guarded(ServerResponse response, String mime) {
    return response
        .header(HeaderNames.CONTENT_TYPE, ACTIVE.contains(mime) ? MimeType.UNKNOWN : mime)
        .header(NOSNIFF, "nosniff")
        .header(POLICY, "default-src 'none'; sandbox")
        .header(HeaderNames.CACHE_CONTROL, "private, max-age=3600");
  }

  private void stream(ServerResponse response, UUID key, long from, long length) {
    try (InputStream bytes = store.open(key, from, length)) {
      response.header(HeaderNames.CONTENT_LENGTH, Long.toString(length));
      carry(bytes, response);
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes of a file cannot be read", e);
    }
  }

  /// The status is out already when something breaks here, so the connection has to.
  private static void carry(InputStream bytes, ServerResponse response) {
    try (OutputStream out = response.outputStream()) {
      bytes.transferTo(out);
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("a file was not read to its end", e);
    }
  }

  private void upload(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    MediaKind kind = exchange.query(query -> query.namedOrNull("kind", MediaKind.class));
    if (request.headers().contentLength().orElse(0) > MediaRules.MOST_BYTES) {
      throw new ApiException(ErrorCode.TOO_LARGE);
    }
    if (!request.content().hasEntity()) {
      throw new ApiException(ErrorCode.INVALID_INPUT);
    }
    Uploads.Incoming incoming =
        new Uploads.Incoming(
            principal.restaurantId(),
            principal.staffId(),
            kind,
            Objects.requireNonNullElse(header(request, HeaderNames.CONTENT_TYPE), ""),
            fileName(request),
            null);
    try (InputStream bytes = request.content().inputStream()) {
      exchange.created(uploads.take(incoming, bytes).details());
    } catch (IOException e) {
      throw new UncheckedIOException("an upload broke off", e);
    }
  }

  private static @Nullable String fileName(ServerRequest request) {
    String written = header(request, FILE_NAME);
    try {
      return written == null
          ? null
          : URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new ApiException(ErrorCode.INVALID_INPUT);
    }
  }

  private static @Nullable String header(ServerRequest request, HeaderName name) {
    return request.headers().first(name).orElse(null);
  }

  private MediaFile visible(Principal principal, UUID id) {
    return database.inRestaurant(
        principal.restaurantId(), transaction -> mediaAccess.visible(transaction, principal, id));
  }
}
