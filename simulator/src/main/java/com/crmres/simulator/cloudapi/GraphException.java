package com.crmres.simulator.cloudapi;

/// Ends the handling of a request with an error of the Graph API.
final class GraphException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient GraphError error;

  GraphException(GraphError error) {
    super(error.title(), null, false, false);
    this.error = error;
  }

  static GraphException of(int code, String why) {
    return new GraphException(GraphError.of(code).because(why));
  }

  GraphError error() {
    return error;
  }
}
