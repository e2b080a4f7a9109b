package com.crmres.simulator.demo;

import java.io.IOException;

/// The server answered a call of the staff with an error.
final class ServerRefused extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  ServerRefused(int status, String path, String body) {
    super(status + " " + path + " " + body);
    this.status = status;
  }

  int status() {
    return status;
  }
}
