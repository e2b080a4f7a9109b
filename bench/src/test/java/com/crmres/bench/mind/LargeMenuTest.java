package com.crmres.bench.mind;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.language.Lexicon;
import com.crmres.server.menu.Menu;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// A menu is turned round once; no turn goes through all its dishes again.
///
/// Work is told by the memory a turn asks for, which is the same on a fast machine and a busy one.
final class LargeMenuTest {

  private final EmbeddedMind mind = new EmbeddedMind(Lexicon.load());

  @Test
  void tenTimesTheDishesDoNotMakeTwiceTheWork() {
    long hundred = allocated(LargeMenu.of(1));
    long thousand = allocated(LargeMenu.of(10));

    assertThat(thousand).isLessThan(2 * hundred);
  }

  private long allocated(Menu menu) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    MindBench.SAID.forEach(said -> mind.read(MindBench.turn(menu, said)));
    // What a strange word leads to, such as the names of a dish's options, is made once, too.
    MindBench.SAID.forEach(said -> mind.read(MindBench.turn(menu, said + " too")));
    long before = threads.getCurrentThreadAllocatedBytes();
    MindBench.SAID.forEach(said -> mind.read(MindBench.turn(menu, said + " anew")));
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
