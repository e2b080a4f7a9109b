package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.ChannelEvents;
import com.crmres.simulator.webhook.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Meta's judgement of templates, each told by webhook: a review ends in approval by itself.
public final class TemplateReview {

  private final List<BusinessNumber> numbers;
  private final Templates templates;
  private final Webhooks webhooks;
  private final Clock clock;

  TemplateReview(
      List<BusinessNumber> numbers, Templates templates, Webhooks webhooks, Clock clock) {
    this.numbers = List.copyOf(numbers);
    this.templates = templates;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  public void approve(String name, String language) {
    decide(name, language, "APPROVED");
  }

  /// For low quality: sends of it are refused from now on.
  public void pause(String name, String language) {
    decide(name, language, "PAUSED");
  }

  public void reject(String name, String language) {
    decide(name, language, "REJECTED");
  }

  void begin(BusinessNumber number, Template template) {
    Duration wait = Duration.between(clock.instant(), template.approved());
    tell(
        number,
        template,
        "APPROVED",
        template.approved(),
        wait.isNegative() ? Duration.ZERO : wait);
  }

  private void decide(String name, String language, String status) {
    Template template = templates.decide(name, language, status);
    BusinessNumber number =
        numbers.stream()
            .filter(any -> any.accountId().equals(template.accountId()))
            .findFirst()
            .orElseThrow();
    tell(number, template, status, clock.instant(), Duration.ZERO);
  }

  private void tell(
      BusinessNumber number, Template template, String status, Instant at, Duration wait) {
    webhooks.deliverAfter(
        wait,
        ChannelEvents.of(number, at)
            .templateStatus(
                template.id(), template.name(), template.language(), template.category(), status));
  }
}
