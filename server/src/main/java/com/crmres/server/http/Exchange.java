package com.crmres.server.http;

import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One request and its answer, in the terms of our interface: records in, JSON out.
public final class Exchange {

  private static final int BODY_LIMIT = 64 * 1024;
  private static final int UUID_LENGTH = 36;

  private final ServerRequest request;
  private final ServerResponse response;

  public Exchange(ServerRequest request, ServerResponse response) {
    this.request = request;
    this.response = response;
  }

  /// The body as a record; every component not marked nullable must be there.
  ///
  /// @throws ApiException naming every fault, or because the body is over 64 KB
  public <T extends Record> T read(Class<T> type) {
    return BodyReader.read(bytes(BODY_LIMIT), type);
  }

  /// Reads the query; what `reader` cannot read is refused at once and whole.
  ///
  /// @throws ApiException naming every fault
  public <T extends @Nullable Object> T query(Function<QueryParameters, T> reader) {
    Faults faults = new Faults();
    T read = reader.apply(new QueryParameters(request.query(), faults));
    faults.throwIfAny();
    return read;
  }

  /// An id in the path.
  ///
  /// @throws ApiException if it is not one: then there is no such thing
  public UUID pathId(String name) {
    return uuid(request.path().pathParameters().get(name))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /// `ar` or `en`, the language the caller wants to be spoken to.
  public String language() {
    return CallerLanguage.of(request.headers());
  }

  /// What is wrong with an input in the caller's words, for an answer that tells it without
  /// refusing.
  public List<ErrorEnvelope.Fault> sentences(List<Fault> faults) {
    return ErrorTexts.faults(faults, language());
  }

  /// Answers 200 with `body`.
  public void ok(Object body) {
    send(Status.OK_200, body);
  }

  /// Answers 201 with `body`: it has been made.
  public void created(Object body) {
    send(Status.CREATED_201, body);
  }

  /// Answers 202 with `body`: it is noted, and will happen.
  public void accepted(Object body) {
    send(Status.ACCEPTED_202, body);
  }

  /// Answers 204.
  public void noContent() {
    response.status(Status.NO_CONTENT_204).send();
  }

  private void send(Status status, Object body) {
    response
        .status(status)
        .header(HeaderValues.CONTENT_TYPE_JSON)
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send(Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  /// The body as it came.
  ///
  /// @throws ApiException because it is longer than `limit`
  public byte[] bytes(int limit) {
    if (request.headers().contentLength().orElse(0) > limit) {
      throw new ApiException(ErrorCode.TOO_LARGE);
    }
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream content = request.content().inputStream()) {
      byte[] body = content.readNBytes(limit + 1);
      if (body.length > limit) {
        throw new ApiException(ErrorCode.TOO_LARGE);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("the body of a request broke off", e);
    }
  }

  /// A text as an id. `UUID.fromString` takes shortened groups; we take only the full form.
  public static Optional<UUID> uuid(String text) {
    try {
      return text.length() == UUID_LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
