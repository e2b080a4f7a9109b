package com.crmres.simulator.demo;

/// The demo was called in a way it does not understand.
final class BadArguments extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadArguments(String message) {
    super(message);
  }
}
