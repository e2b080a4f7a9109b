package com.crmres.common.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A number of the restaurant and how it stands with WhatsApp.
///
/// @param phoneNumberId WhatsApp's id of it, not the number itself
/// @param accountId the WhatsApp Business Account that holds it
/// @param displayPhone the number as people dial it, in digits; absent until WhatsApp was asked
/// @param verifiedName the name customers see
/// @param status WhatsApp's word, for example `CONNECTED`
/// @param quality WhatsApp's word: `GREEN`, `YELLOW`, `RED`, `UNKNOWN`
/// @param throughput WhatsApp's word: `STANDARD` or `HIGH`
/// @param messagesPerSecond what we send at most
/// @param messagingLimit how many people may be written to outside their window in 24 h; absent if
///   no limit is known
/// @param ownToken whether it has a token of its own
/// @param pause why nothing goes out; absent while it does
public record ChannelNumber(
    String phoneNumberId,
    String accountId,
    @Nullable String displayPhone,
    @Nullable String verifiedName,
    @Nullable String status,
    @Nullable String quality,
    @Nullable String throughput,
    double messagesPerSecond,
    @Nullable Integer messagingLimit,
    boolean ownToken,
    @Nullable Pause pause,
    @Nullable Instant checkedAt) {

  /// Why nothing goes out.
  ///
  /// @param code WhatsApp's error code, where one said so
  /// @param until when it ends by itself, where that is known
  public record Pause(
      PauseReason reason, @Nullable Integer code, Instant since, @Nullable Instant until) {}
}
