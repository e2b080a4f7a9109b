package com.crmres.simulator.payload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something WhatsApp tells a business: the smallest thing that a webhook delivery can hold.
public sealed interface WebhookEvent {

  /// Names this event once and for all, in the log of deliveries.
  String id();

  /// Names this event in the same way in every run with the same seed.
  String key();

  BusinessNumber number();

  /// A customer wrote, tapped or shared something.
  ///
  /// @param contact who wrote; absent for messages of the system
  record CustomerMessage(
      String id, String key, BusinessNumber number, @Nullable Person contact, ObjectNode message)
      implements WebhookEvent {}

  /// A message of the business got further, or failed.
  ///
  /// @param contact to whom the message went; absent for failures
  record MessageStatus(
      String id, String key, BusinessNumber number, @Nullable Person contact, ObjectNode status)
      implements WebhookEvent {}

  /// Anything under another field than `messages`, such as the approval of a template.
  record AccountEvent(
      String id, String key, BusinessNumber number, String field, ObjectNode value, Instant at)
      implements WebhookEvent {}
}
