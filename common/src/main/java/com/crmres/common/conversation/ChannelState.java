package com.crmres.common.conversation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a conversation stands with WhatsApp.
///
/// @param windowUntil end of the service window; absent if it was never open
/// @param freeUntil until then nothing is billed, because the customer came from an advertisement
///   (whatsapp-cloud-api.md 2.2)
/// @param standby whether another program, such as WhatsApp's own agent, has the thread
/// @param cost what its messages cost in the last 30 days, estimated, in millionths of `currency`
/// @param currency ISO 4217; absent while nothing was billed
public record ChannelState(
    @Nullable Instant windowUntil,
    @Nullable Instant freeUntil,
    boolean standby,
    long cost,
    @Nullable String currency) {

  /// Of a conversation in which nothing has been heard yet.
  public static final ChannelState NONE = new ChannelState(null, null, false, 0, null);

  /// Stop a little early: WhatsApp's clock decides, not ours.
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private static final Duration CLOSING = Duration.ofHours(1);

  /// Whether free text may be sent at a moment (whatsapp-cloud-api.md 6.1).
  public ServiceWindow window(Instant now) {
    if (windowUntil == null || !now.isBefore(windowUntil.minus(MARGIN))) {
      return ServiceWindow.CLOSED;
    }
    return now.isBefore(windowUntil.minus(CLOSING)) ? ServiceWindow.OPEN : ServiceWindow.CLOSING;
  }
}
