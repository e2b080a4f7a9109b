package com.crmres.server.http;

/// Every way in which a request can fail, with its status (docs/api.md, Errors).
///
/// The words for people stand in the bundles `errors_ar` and `errors_en` under the constant's name.
public enum ErrorCode {
  INVALID_INPUT(400),
  NOT_SIGNED_IN(401),
  WRONG_CREDENTIALS(401),
  BAD_SIGNATURE(401),
  NOT_ALLOWED(403),
  NOT_FOUND(404),
  CHANGED_MEANWHILE(409),
  MOVE_NOT_ALLOWED(409),
  CART_REFUSED(409),
  WINDOW_CLOSED(409),
  COMMAND_REUSED(409),
  TEMPLATE_REFUSED(409),
  MEDIA_NOT_READY(409),
  MERGE_NOT_POSSIBLE(409),
  MERGE_NOT_UNDOABLE(409),
  SUGGESTION_OVERTAKEN(409),
  SUGGESTION_DECIDED(409),
  TOO_LARGE(413),
  MEDIA_REFUSED(415),
  MEDIA_DAMAGED(422),
  TOO_MANY_ATTEMPTS(429),
  INTERNAL(500),
  CHANNEL_REFUSED(502),
  OVERLOADED(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /// The HTTP status it travels with.
  public int status() {
    return status;
  }

  /// The code for an error that the web server itself found.
  static ErrorCode ofStatus(int status) {
    return switch (status) {
      case 401 -> NOT_SIGNED_IN;
      case 403 -> NOT_ALLOWED;
      case 404, 405 -> NOT_FOUND;
      case 413 -> TOO_LARGE;
      case 429 -> TOO_MANY_ATTEMPTS;
      case 503 -> OVERLOADED;
      default -> status >= 400 && status < 500 ? INVALID_INPUT : INTERNAL;
    };
  }
}
