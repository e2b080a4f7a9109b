package com.crmres.server.http;

import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Turns whatever goes wrong with a request into the one error envelope.
public final class HttpErrors {

  private static final Logger LOG = System.getLogger(HttpErrors.class.getName());
  private static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");
  private static final long OVERLOAD_PAUSE_SECONDS = 2;

  private final Clock clock;
  private final Supplier<String> requestIds;
  private final Predicate<Throwable> passing;

  /// Makes the errors of a server.
  ///
  /// @param passing tells failures that go away by themselves, such as a database that restarts;
  ///   they are answered with "try again"
  public HttpErrors(Clock clock, Supplier<String> requestIds, Predicate<Throwable> passing) {
    this.clock = clock;
    this.requestIds = requestIds;
    this.passing = passing;
  }

  /// Puts the filters every request passes first, and the handler of every error, into the routing.
  public void register(HttpRouting.Builder routing) {
    routing
        .addFilter(new FramingFilter())
        .addFilter(this::name)
        .error(Throwable.class, this::answer);
  }

  /// Handlers for what fails before routing: malformed requests, bodies over the listener's limit.
  public DirectHandlers directHandlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(
          type,
          (request, _, status, headers, _) ->
              DirectHandler.TransportResponse.builder()
                  .status(Status.create(ErrorCode.ofStatus(status.code()).status()))
                  .headers(headers)
                  .header(HeaderValues.CONTENT_TYPE_JSON)
                  .keepAlive(false)
                  .entity(
                      bytes(
                          new ApiException(ErrorCode.ofStatus(status.code())),
                          CallerLanguage.of(request.headers()),
                          requestIds.get()))
                  .build());
    }
    return handlers.build();
  }

  private void name(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    RequestId id = new RequestId(requestIds.get());
    request.context().register(id);
    response.header(REQUEST_ID, id.value());
    chain.proceed();
  }

  private void answer(ServerRequest request, ServerResponse response, Throwable failure) {
    String id = RequestId.of(request.context()).value();
    ApiException error = translated(failure);
    if (error.code() == ErrorCode.INTERNAL) {
      LOG.log(Level.ERROR, "request " + id + " failed", failure);
    } else if (error.code() == ErrorCode.OVERLOADED && failure != error) {
      LOG.log(Level.WARNING, "request {0} put off: {1}", id, failure.getMessage());
    }
    Long retryAfter = error.retryAfter();
    if (retryAfter != null) {
      response.header(HeaderNames.RETRY_AFTER, Long.toString(retryAfter));
    }
    response
        .status(error.code().status())
        .header(HeaderValues.CONTENT_TYPE_JSON)
        .send(bytes(error, CallerLanguage.of(request.headers()), id));
  }

  private ApiException translated(Throwable failure) {
    return switch (failure) {
      case ApiException error -> error;
      case HttpException refused -> new ApiException(ErrorCode.ofStatus(refused.status().code()));
      case RequestException refused ->
          new ApiException(ErrorCode.ofStatus(refused.status().code()));
      case Throwable other when passing.test(other) ->
          ApiException.withRetryAfter(ErrorCode.OVERLOADED, OVERLOAD_PAUSE_SECONDS);
      default -> new ApiException(ErrorCode.INTERNAL);
    };
  }

  private byte[] bytes(ApiException error, String language, String requestId) {
    ErrorEnvelope envelope =
        new ErrorEnvelope(
            new ErrorEnvelope.Body(
                error.code().name(),
                ErrorTexts.message(error.code(), language),
                ErrorTexts.faults(error.faults(), language),
                clock.instant(),
                requestId));
    return Json.write(envelope).getBytes(StandardCharsets.UTF_8);
  }
}
