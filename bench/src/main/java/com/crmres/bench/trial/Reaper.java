package com.crmres.bench.trial;

import com.crmres.bench.house.ServerNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Kills servers at random points, most while they work, some while they start, and starts them
/// again.
final class Reaper {

  private static final int LONGEST_LIFE_MILLIS = 2_500;
  private static final int LONGEST_START_MILLIS = 3_000;
  private static final double STILLBORN = 0.15;

  private final List<ServerNode> nodes;
  private final Random random;
  private final int wanted;
  private final Consumer<String> progress;
  private final AtomicInteger kills = new AtomicInteger();
  private volatile boolean done;

  Reaper(List<ServerNode> nodes, Random random, int wanted, Consumer<String> progress) {
    this.nodes = nodes;
    this.random = random;
    this.wanted = wanted;
    this.progress = progress;
  }

  int kills() {
    return kills.get();
  }

  boolean isDone() {
    return done;
  }

  void reap() throws IOException, InterruptedException {
    try {
      for (int i = 0; i < wanted; i++) {
        ServerNode victim = nodes.get(random.nextInt(nodes.size()));
        boolean stillborn = random.nextDouble() < STILLBORN;
        Thread.sleep(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
        kill(victim);
        if (stillborn) {
          victim.launch();
          Thread.sleep(Duration.ofMillis(random.nextInt(LONGEST_START_MILLIS)));
          kill(victim);
        }
        victim.start();
      }
    } finally {
      done = true;
    }
  }

  private void kill(ServerNode victim) throws InterruptedException {
    victim.kill();
    int soFar = kills.incrementAndGet();
    if (soFar % 5 == 0) {
      progress.accept("killed " + soFar + " times");
    }
  }
}
