package com.crmres.desktop.connection;

import java.time.Instant;

/// The server did not do what it was asked to.
public final class ServerFailure extends RuntimeException {

  /// What went wrong, as far as a screen cares.
  public enum Kind {
    /// The server answered with an error; its message is fit to be shown.
    REFUSED,
    /// No answer: whether the command arrived is not known.
    UNREACHABLE,
    /// The session is over; only signing in helps.
    SIGNED_OUT,
    /// The server did its part, but a file of this machine cannot be read or written.
    DISK,
    /// There is no network, but the command is on this machine's disk and goes out by itself.
    KEPT
  }

  /// Of [Kind#UNREACHABLE]: it never left this machine.
  public static final String NOT_SENT = "NOT_SENT";

  private final Kind kind;
  private final String code;
  private final Instant keptAt;

  public ServerFailure(Kind kind, String code, String message) {
    this(kind, code, message, Instant.EPOCH);
  }

  private ServerFailure(Kind kind, String code, String message, Instant keptAt) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.keptAt = keptAt;
  }

  public static ServerFailure unreachable(Throwable cause) {
    var failure = new ServerFailure(Kind.UNREACHABLE, "UNREACHABLE", "");
    failure.initCause(cause);
    return failure;
  }

  /// Nothing was sent, so that nothing has happened.
  public static ServerFailure notSent(Throwable cause) {
    var failure = new ServerFailure(Kind.UNREACHABLE, NOT_SENT, "");
    failure.initCause(cause);
    return failure;
  }

  /// Nobody answered, and what was wanted is kept until somebody does.
  ///
  /// @param at when it was done, by the server's clock as last heard
  public static ServerFailure kept(Instant at) {
    return new ServerFailure(Kind.KEPT, "KEPT", "", at);
  }

  public static ServerFailure disk(Throwable cause) {
    var failure = new ServerFailure(Kind.DISK, "DISK", "");
    failure.initCause(cause);
    return failure;
  }

  public Kind kind() {
    return kind;
  }

  /// Of [Kind#KEPT]: when it was done.
  public Instant keptAt() {
    return keptAt;
  }

  /// UPPER_SNAKE, as in the error envelope.
  public String code() {
    return code;
  }

  /// The server's words for people; empty if it said none.
  public String words() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
