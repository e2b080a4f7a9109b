package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.World;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pages of history come in as one change each: a long thread is gone through at each change.
class MessageTrailTest {

  private static final UUID THREAD = World.id("a thread");

  private final MessageTrail trail = new MessageTrail();
  private final AtomicInteger changes = new AtomicInteger();

  @BeforeEach
  void count() {
    trail
        .messages()
        .addListener((ListChangeListener<MessageDetails>) change -> changes.incrementAndGet());
  }

  @Test
  void takesAPageOfHistoryInOneChange() {
    trail.addNewest(page(60, 120));
    trail.addAll(page(1, 60));

    assertThat(changes.get()).isEqualTo(2);
    assertThat(trail.messages())
        .extracting(MessageDetails::sequence)
        .containsExactlyElementsOf(IntStream.range(1, 120).mapToObj(Long::valueOf).toList());
  }

  @Test
  void keepsEachOnceAndInOrderHoweverPagesOverlap() {
    trail.addNewest(page(50, 70));
    trail.addAll(page(40, 60));
    trail.addAll(page(65, 80));

    assertThat(trail.messages())
        .extracting(MessageDetails::sequence)
        .containsExactlyElementsOf(IntStream.range(40, 80).mapToObj(Long::valueOf).toList());
  }

  /// Newest first, as the server pages.
  private static List<MessageDetails> page(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(one ->
            World.message(THREAD, one, Sender.CUSTOMER, "رسالة " + one, World.NOW.plusSeconds(one)))
        .toList()
        .reversed();
  }
}
