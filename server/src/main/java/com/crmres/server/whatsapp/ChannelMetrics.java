package com.crmres.server.whatsapp;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Counts what the channel does, for `/observe/metrics` on the administrator's port.
public final class ChannelMetrics {

  private final MeterRegistry registry;
  private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

  public ChannelMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /// A message was handed to WhatsApp, or was not.
  ///
  /// @param result `accepted`, `refused`, `not_sent`, `in_doubt`, `deferred` or `withdrawn`
  public void sent(String result) {
    count("crm.channel.sends", "result", result);
  }

  /// WhatsApp refused something.
  public void refused(int code) {
    count("crm.channel.refusals", "code", Integer.toString(code));
  }

  /// A doubt began or ended.
  ///
  /// @param outcome `opened`, `settled_by_status`, `sent_again` or `held`
  public void doubt(String outcome) {
    count("crm.channel.doubts", "outcome", outcome);
  }

  /// A delivery came whose signature is not WhatsApp's.
  public void signatureRefused() {
    registry.getOrCreate(Counter.builder("crm.webhook.signature.refusals")).increment();
  }

  /// What waits in a number's queue.
  ///
  /// @param oldestSeconds how long the oldest has been due
  public void queue(String phoneNumberId, long depth, long oldestSeconds) {
    gauge("crm.channel.queue.depth", "number", phoneNumberId).set(depth);
    gauge("crm.channel.queue.oldest.seconds", "number", phoneNumberId).set(oldestSeconds);
  }

  /// What was delivered and is not done.
  public void units(long waiting, long setAside) {
    gauge("crm.webhook.units", "state", "waiting").set(waiting);
    gauge("crm.webhook.units", "state", "set_aside").set(setAside);
  }

  /// A number's breaker, asked whenever somebody looks: 0 closed, 1 half open, 2 open.
  public void breaker(String phoneNumberId, Supplier<Integer> state) {
    registry.getOrCreate(
        Gauge.builder("crm.channel.breaker", state).addTag(Tag.create("number", phoneNumberId)));
  }

  private void count(String name, String tag, String value) {
    registry.getOrCreate(Counter.builder(name).addTag(Tag.create(tag, value))).increment();
  }

  private AtomicLong gauge(String name, String tag, String value) {
    return gauges.computeIfAbsent(
        name + " " + value,
        _ -> {
          AtomicLong kept = new AtomicLong();
          registry.getOrCreate(Gauge.builder(name, kept::get).addTag(Tag.create(tag, value)));
          return kept;
        });
  }
}
