package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationCounts;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.HandlingApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How many conversations stand under each tab, by the server; asked again some time after news,
/// however many there are.
final class TabCounts {

  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final HandlingApi api;
  private final Calls calls;
  private final UUID branchId;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<@Nullable ConversationCounts> counts =
      new ReadOnlyObjectWrapper<>();
  private boolean stale;
  private boolean asking;
  private Instant notBefore = Instant.MIN;

  TabCounts(HandlingApi api, Calls calls, UUID branchId, InstantSource clock) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    this.clock = clock;
  }

  /// Absent until the server has said.
  ReadOnlyObjectProperty<@Nullable ConversationCounts> counts() {
    return counts.getReadOnlyProperty();
  }

  void newsCame() {
    stale = true;
    tick();
  }

  /// Once a second.
  void tick() {
    if (stale && !asking && !clock.instant().isBefore(notBefore)) {
      ask();
    }
  }

  private void ask() {
    stale = false;
    asking = true;
    notBefore = clock.instant().plus(BETWEEN);
    calls.ask(
        () -> api.counts(branchId),
        fresh -> {
          asking = false;
          counts.set(fresh);
        },
        why -> {
          asking = false;
          stale = true;
        });
  }
}
