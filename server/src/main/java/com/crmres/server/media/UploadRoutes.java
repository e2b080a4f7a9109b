package com.crmres.server.media;

import com.crmres.common.identity.Role;
import com.crmres.common.media.UploadRequest;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The paths of uploads in pieces, under `/v1`.
public final class UploadRoutes implements HttpService {

  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final HeaderName OFFSET = HeaderNames.create("Upload-Offset");
  private static final int LONGEST_NAME = 255;

  private final Pieces pieces;
  private final Access access;

  public UploadRoutes(Pieces pieces, Access access) {
    this.pieces = pieces;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/media/uploads", this::begin)
        .route(Method.HEAD, "/media/uploads/{id}", this::progress)
        .route(Method.PATCH, "/media/uploads/{id}", this::add)
        .delete("/media/uploads/{id}", this::giveUp);
  }

  private void begin(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UploadRequest wish = exchange.read(UploadRequest.class);
    check(wish);
    exchange.created(pieces.begin(principal.restaurantId(), principal.staffId(), wish));
  }

  private static void check(UploadRequest wish) {
    Faults faults = new Faults().range("bytes", wish.bytes(), 1, MediaRules.MOST_BYTES);
    if (!wish.sha256().matches("[0-9a-fA-F]{64}")) {
      faults.add("sha256", Rule.SHAPE);
    }
    faults.length("mimeType", wish.mimeType(), 0, LONGEST_NAME);
    faults.length("fileName", wish.fileName(), 0, LONGEST_NAME);
    faults.throwIfAny();
  }

  private void progress(ServerRequest request, ServerResponse response) {
    Pieces.Open open = own(request, response);
    response
        .status(Status.OK_200)
        .header(OFFSET, Long.toString(open.received()))
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send();
  }

  private void add(ServerRequest request, ServerResponse response) {
    Pieces.Open open = own(request, response);
    long offset = offset(request);
    try {
      long received = take(request, open, offset);
      if (received < open.bytes()) {
        response.status(Status.NO_CONTENT_204).header(OFFSET, Long.toString(received)).send();
      } else {
        new Exchange(request, response).created(pieces.finish(open).details());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a piece of an upload could not be kept", e);
    }
  }

  private long take(ServerRequest request, Pieces.Open open, long offset) throws IOException {
    if (!request.content().hasEntity()) {
      return pieces.add(open, offset, InputStream.nullInputStream());
    }
    try (InputStream body = request.content().inputStream();
        Salvage bytes = new Salvage(body)) {
      long received = pieces.add(open, offset, bytes);
      if (bytes.isBroken()) {
        throw new CloseConnectionException("a piece of an upload broke off");
      }
      return received;
    }
  }

  private void giveUp(ServerRequest request, ServerResponse response) {
    try {
      pieces.giveUp(own(request, response));
      new Exchange(request, response).noContent();
    } catch (IOException e) {
      throw new UncheckedIOException("an upload cannot be removed", e);
    }
  }

  private Pieces.Open own(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    return pieces.find(
        principal.restaurantId(),
        principal.staffId(),
        new Exchange(request, response).pathId("id"));
  }

  private static long offset(ServerRequest request) {
    String written = request.headers().first(OFFSET).orElse("");
    if (!written.matches("[0-9]{1,12}")) {
      throw new ApiException(ErrorCode.INVALID_INPUT);
    }
    return Long.parseLong(written);
  }
}
