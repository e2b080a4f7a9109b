package com.crmres.server.whatsapp.outbox;

/// A file cannot be sent, now or ever.
public final class MediaUnavailable extends Exception {

  private final boolean passing;

  private MediaUnavailable(String reason, boolean passing) {
    super(reason, null, false, false);
    this.passing = passing;
  }

  /// It may go better in a moment.
  public static MediaUnavailable forNow(String reason) {
    return new MediaUnavailable(reason, true);
  }

  /// It will never go.
  public static MediaUnavailable forGood(String reason) {
    return new MediaUnavailable(reason, false);
  }

  boolean isPassing() {
    return passing;
  }
}
