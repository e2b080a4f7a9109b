package com.crmres.server.http;

import io.helidon.common.context.Context;

/// Names one request, in the answer and in the log.
record RequestId(String value) {

  /// The id that the first filter gave the request.
  static RequestId of(Context context) {
    return context.get(RequestId.class).orElseThrow();
  }
}
