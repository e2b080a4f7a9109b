package com.crmres.bench.desktop;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.inbox.InboxModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javafx.scene.control.skin.VirtualFlow;

/// Goes through a long list and a long thread: slowly, fast, and by the thumb of the scroll bar.
final class Scrolling {

  private static final int LEAP_EVERY = 30;
  private static final double SLOW = 40;
  private static final double FAST = 300;

  private final Seat seat;
  private final int frames;
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);

  /// @param frames of each kind of scrolling
  Scrolling(Seat seat, int frames) {
    this.seat = seat;
    this.frames = frames;
  }

  void run(int conversations, int messages) throws Exception {
    list(conversations);
    thread(messages);
  }

  private void list(int conversations) throws Exception {
    InboxModel inbox = seat.ask(() -> seat.desk().inbox());
    seat.until("a list", () -> !inbox.conversations().isEmpty());
    int before = 0;
    while (before < conversations) {
      int known = before;
      seat.until("more of the list", () -> inbox.conversations().size() > known);
      before = seat.ask(() -> inbox.conversations().size());
      seat.act(inbox::loadMore);
    }
    Seat.figure("list.rows", before);
    through("list.scroll", "#conversationList", 1);
  }

  private void thread(int messages) throws Exception {
    InboxModel inbox = seat.ask(() -> seat.desk().inbox());
    ConversationSummary longest =
        seat.ask(() ->
            inbox.conversations().stream()
                .filter(one -> one.id().equals(Invented.conversationId(Loopback.LONG_ONE)))
                .findFirst()
                .orElseThrow());
    long opened = System.nanoTime();
    seat.act(() -> inbox.open(longest));
    seat.until("the thread", () -> !inbox.thread().messages().isEmpty());
    Seat.figure("thread.opened", (System.nanoTime() - opened) / 1e6);
    long start = System.nanoTime();
    CompletableFuture<Spread> loading = whileLoading(inbox, messages);
    Spread history = loading.get(10, TimeUnit.MINUTES);
    Seat.figure("thread.rows", seat.ask(() -> inbox.thread().messages().size()));
    Seat.figure("thread.history", history);
    Seat.figure("thread.loaded", (System.nanoTime() - start) / 1e6);
    through("thread.scroll", "#messageList", -1);
  }

  /// Page by page, each as soon as the one before has come.
  private CompletableFuture<Spread> whileLoading(InboxModel inbox, int messages) throws Exception {
    var pulses = new Pulses();
    var over = new CompletableFuture<Spread>();
    seat.act(() ->
        pulses.measure(
            frame -> {
              inbox.thread().loadOlder();
              return inbox.thread().messages().size() < messages;
            },
            () -> over.complete(pulses.spread())));
    return over;
  }

  private void through(String name, String list, int direction) throws Exception {
    var pulses = new Pulses();
    List<Pulses.Motion> motions = new ArrayList<>();
    motions.add(by(list, direction * SLOW));
    motions.add(by(list, direction * FAST));
    motions.add(byThumb(list));
    for (Pulses.Motion motion : motions) {
      var over = new CompletableFuture<Boolean>();
      seat.act(() -> pulses.measure(motion, () -> over.complete(true)));
      var _ = over.get(5, TimeUnit.MINUTES);
    }
    Seat.figure(name, pulses.spread());
    Seat.figure(name + ".work", pulses.work());
  }

  private Pulses.Motion by(String list, double pixels) {
    return frame -> {
      var _ = flow(list).scrollPixels(pixels);
      return frame < frames;
    };
  }

  /// Dragged on, with a leap now and then.
  private Pulses.Motion byThumb(String list) {
    return frame -> {
      double leap = frame % LEAP_EVERY == 0 ? random.nextDouble() : 0;
      double along = (double) frame / frames;
      flow(list).setPosition(leap == 0 ? along : leap);
      return frame < frames;
    };
  }

  private VirtualFlow<?> flow(String list) {
    if (seat.find(list).lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      return flow;
    }
    throw new IllegalStateException(list + " has no flow");
  }
}
