package com.crmres.server;

import com.crmres.server.job.Loop;
import com.crmres.server.whatsapp.webhook.Inbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What goes on by itself, collected until the server starts.
final class Loops {

  static final Duration POLL = Duration.ofMillis(250);
  static final Duration BEAT = Duration.ofMillis(500);
  static final Duration HOUSEKEEPING = Duration.ofSeconds(5);
  static final Duration MEASURE = Duration.ofSeconds(15);
  static final Duration ACCOUNT = Duration.ofMinutes(5);

  private final List<Loop> all = new ArrayList<>();

  Loop add(String name, Duration poll, Loop.Step step) {
    Loop loop = new Loop(name, poll, step);
    all.add(loop);
    return loop;
  }

  /// WhatsApp waits for its answer; what was taken in can wait a moment.
  static Loop.Step after(Inbox inbox, Loop.Step step) {
    return () -> {
      inbox.giveWay();
      return step.run();
    };
  }

  List<Loop> all() {
    return List.copyOf(all);
  }
}
