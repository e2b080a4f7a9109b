package com.crmres.server.assistant.openrouter;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/// Counts what language models do, for `/observe/metrics` on the administrator's port.
public final class RouterMetrics {

  private final MeterRegistry registry;

  public RouterMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /// A turn was read.
  ///
  /// @param by `model`, `embedded` (it needed no model) or `fallback`
  /// @param why the reason for the latter two; `-` for the first
  void turn(String by, String why) {
    registry
        .getOrCreate(
            Counter.builder("crm.assistant.turns")
                .addTag(Tag.create("by", by))
                .addTag(Tag.create("why", why)))
        .increment();
  }

  /// A call came to its end.
  void call(String kind, Usage usage, Duration took) {
    count("crm.assistant.model.calls", "kind", kind, 1);
    count("crm.assistant.model.tokens", "of", "prompt", usage.promptTokens());
    count("crm.assistant.model.tokens", "of", "cached", usage.cachedTokens());
    count("crm.assistant.model.tokens", "of", "completion", usage.completionTokens());
    count(
        "crm.assistant.model.microdollars",
        "estimated",
        Boolean.toString(usage.estimated()),
        usage.microDollars());
    registry.getOrCreate(Timer.builder("crm.assistant.model.seconds")).record(took);
  }

  /// A tool call was refused.
  void rejected(String bucket) {
    count("crm.assistant.model.rejections", "bucket", bucket, 1);
  }

  /// A model's words were dropped.
  void gate(String rule) {
    count("crm.assistant.model.words.dropped", "rule", rule, 1);
  }

  /// The way to OpenRouter, asked whenever somebody looks: 0 closed, 1 half open, 2 open.
  void breaker(Supplier<Integer> state) {
    registry.getOrCreate(Gauge.builder("crm.assistant.model.breaker", state));
  }

  /// What the key may still spend, in US dollars; -1 while it is not known or has no cap.
  void credit(Supplier<Double> dollars) {
    registry.getOrCreate(Gauge.builder("crm.assistant.model.credit", dollars));
  }

  private void count(String name, String tag, String value, long by) {
    registry.getOrCreate(Counter.builder(name).addTag(Tag.create(tag, value))).increment(by);
  }
}
