package com.crmres.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/// Drops a connection whose request has an ambiguous length, because Helidon 4.1 would take it and
/// a second request could hide in the body.
final class FramingFilter implements Filter {

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (isAmbiguous(request.headers())) {
      throw new CloseConnectionException("the length of the request is ambiguous");
    }
    chain.proceed();
  }

  private static boolean isAmbiguous(ServerRequestHeaders headers) {
    if (!headers.contains(HeaderNames.CONTENT_LENGTH)) {
      return false;
    }
    Header length = headers.get(HeaderNames.CONTENT_LENGTH);
    return length.valueCount() != 1
        || headers.contains(HeaderNames.TRANSFER_ENCODING)
        || !length.get().chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
