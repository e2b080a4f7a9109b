package com.crmres.common.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// What travels from the server on `/v1/live`.
///
/// A position is opaque text: a client keeps the last one it saw and gives it back to resume.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "frame")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LiveFrame.Happened.class, name = "happened"),
  @JsonSubTypes.Type(value = LiveFrame.CaughtUp.class, name = "caught_up"),
  @JsonSubTypes.Type(value = LiveFrame.Pulse.class, name = "pulse"),
  @JsonSubTypes.Type(value = LiveFrame.Resync.class, name = "resync")
})
public sealed interface LiveFrame {

  /// An event, in the order of positions.
  ///
  /// @param at when it happened, in UTC
  record Happened(String position, Instant at, LiveEvent event) implements LiveFrame {}

  /// Everything up to `position` has been said; from here on it is live.
  record CaughtUp(String position) implements LiveFrame {}

  /// Sign of life, every few seconds.
  record Pulse(String position, Instant serverTime) implements LiveFrame {}

  /// The position given is too old or unknown: load the lists again and come back with `position`.
  record Resync(String position) implements LiveFrame {}
}
