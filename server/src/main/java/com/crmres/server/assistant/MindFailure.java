package com.crmres.server.assistant;

/// A mind could not answer; the next one, or a person, takes the turn.
public final class MindFailure extends RuntimeException {
  public MindFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
