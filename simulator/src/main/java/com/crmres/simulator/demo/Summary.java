package com.crmres.simulator.demo;

import com.crmres.simulator.customers.Visit;
import com.crmres.simulator.webhook.DeliveryLog;
import java.time.Duration;
import java.util.List;

/// The table at the end of the evening.
final class Summary {

  private static final int LABEL_WIDTH = 42;

  private final Transcript transcript;

  Summary(Transcript transcript) {
    this.transcript = transcript;
  }

  void print(Account account, List<Visit> visits, List<Duration> board, DeliveryLog deliveries) {
    transcript.line("");
    transcript.note("summary.title");
    row("summary.messages", account.sent() + " / " + account.stored() + " / " + account.answered());
    row("summary.orders", account.placed() + " / " + account.accepted() + " / " + account.told());
    row("summary.answers", times(visits.stream().flatMap(v -> v.answerTimes().stream()).toList()));
    row("summary.board", times(board));
    row(
        "summary.webhooks",
        deliveries.all().size() + " / " + deliveries.posts() + " / " + deliveries.refusals());
    row("summary.doubled", Integer.toString(account.doubled()));
    transcript.line("");
    account.missing().forEach(transcript::line);
    transcript.note(account.isBalanced() ? "summary.balanced" : "summary.unbalanced");
  }

  private void row(String key, String value) {
    String label = transcript.text(key);
    transcript.line("  " + label + " ".repeat(Math.max(2, LABEL_WIDTH - label.length())) + value);
  }

  /// Median, 95 % and longest.
  private static String times(List<Duration> times) {
    if (times.isEmpty()) {
      return "-";
    }
    List<Duration> sorted = times.stream().sorted().toList();
    return millis(sorted, 0.5) + " / " + millis(sorted, 0.95) + " / " + millis(sorted, 1) + " ms";
  }

  private static String millis(List<Duration> sorted, double share) {
    int place = (int) Math.ceil(share * sorted.size()) - 1;
    return Long.toString(sorted.get(Math.max(0, place)).toMillis());
  }
}
