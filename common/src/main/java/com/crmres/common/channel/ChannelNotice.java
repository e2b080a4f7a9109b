package com.crmres.common.channel;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something managers must know of their WhatsApp channel.
///
/// @param phoneNumberId the number it concerns; absent for what concerns the account
/// @param facts what it says, by name: `template`, `language`, `reason`, `code`, `from`, `to`, …
public record ChannelNotice(
    UUID id,
    @Nullable String phoneNumberId,
    ChannelNoticeKind kind,
    NoticeSeverity severity,
    Map<String, String> facts,
    Instant at) {

  public ChannelNotice {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }
}
