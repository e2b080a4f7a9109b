package com.crmres.desktop.connection;

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
    DISK
  }

  private final Kind kind;
  private final String code;

  public ServerFailure(Kind kind, String code, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  public static ServerFailure unreachable(Throwable cause) {
    var failure = new ServerFailure(Kind.UNREACHABLE, "UNREACHABLE", "");
    failure.initCause(cause);
    return failure;
  }

  public static ServerFailure disk(Throwable cause) {
    var failure = new ServerFailure(Kind.DISK, "DISK", "");
    failure.initCause(cause);
    return failure;
  }

  public Kind kind() {
    return kind;
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
