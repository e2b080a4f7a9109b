package com.crmres.desktop.handling;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.HandlingApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps two people from answering one customer at once: who else writes in the open conversation,
/// and who took it over while it was open.
public final class CollisionModel {

  private static final Duration HOLDS = Duration.ofSeconds(15);

  /// Often enough that colleagues see it without a gap.
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(10);

  /// Somebody else is at work in the open conversation.
  public sealed interface Warning {
    String name();

    record Writes(String name) implements Warning {}

    record TookOver(String name) implements Warning {}
  }

  private record Sign(UUID staffId, String name, Instant at) {}

  private final HandlingApi api;
  private final Calls calls;
  private final UUID me;
  private final InstantSource clock;
  private final Map<UUID, Sign> signs = new HashMap<>();
  private final Map<UUID, Instant> told = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Warning> warning = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Warning> asking = new ReadOnlyObjectWrapper<>();
  private @Nullable ConversationSummary open;
  private @Nullable String tookOver;

  public CollisionModel(HandlingApi api, Calls calls, UUID me, InstantSource clock) {
    this.api = api;
    this.calls = calls;
    this.me = me;
    this.clock = clock;
  }

  /// Who else is at work in the open conversation; absent for nobody.
  public ReadOnlyObjectProperty<@Nullable Warning> warning() {
    return warning.getReadOnlyProperty();
  }

  /// Why sending waits for a second word; absent while it does not.
  public ReadOnlyObjectProperty<@Nullable Warning> asking() {
    return asking.getReadOnlyProperty();
  }

  public void open(@Nullable ConversationSummary conversation) {
    open = conversation;
    tookOver = null;
    asking.set(null);
    look();
  }

  /// The open conversation went on: somebody else may have taken it over.
  public void changed(ConversationSummary fresh) {
    ConversationSummary before = open;
    if (before == null || !before.id().equals(fresh.id())) {
      return;
    }
    open = fresh;
    UUID assignee = fresh.assigneeId();
    if (Objects.equals(before.assigneeId(), assignee)) {
      return;
    }
    tookOver = assignee == null || assignee.equals(me) ? null : fresh.assigneeName();
    look();
  }

  public void heard(LiveEvent.StaffWrites sign) {
    if (!sign.staffId().equals(me)) {
      signs.put(sign.conversationId(), new Sign(sign.staffId(), sign.name(), clock.instant()));
      look();
    }
  }

  /// Who wrote has sent it: he writes no more.
  public void said(UUID conversationId) {
    signs.remove(conversationId);
    look();
  }

  /// Once a second.
  public void tick() {
    look();
  }

  private void look() {
    Warning now = seen();
    warning.set(now);
    if (now == null) {
      asking.set(null);
    }
  }

  private @Nullable Warning seen() {
    ConversationSummary present = open;
    if (present == null) {
      return null;
    }
    Sign sign = signs.get(present.id());
    if (sign != null && clock.instant().isBefore(sign.at().plus(HOLDS))) {
      return new Warning.Writes(sign.name());
    }
    String other = tookOver;
    return other == null ? null : new Warning.TookOver(other);
  }

  /// Whether something may be sent now. Where somebody else is at work it asks once, and the next
  /// time it may.
  public boolean maySend() {
    look();
    Warning present = warning.get();
    if (present == null || present.equals(asking.get())) {
      asking.set(null);
      return true;
    }
    asking.set(present);
    return false;
  }

  /// Not sent after all.
  public void keep() {
    asking.set(null);
  }

  /// The person writes in the open conversation: colleagues may see it.
  public void writes() {
    ConversationSummary present = open;
    Instant now = clock.instant();
    if (present == null || now.isBefore(told.getOrDefault(present.id(), Instant.MIN))) {
      return;
    }
    told.put(present.id(), now.plus(BETWEEN_SIGNS));
    calls.ask(
        () -> {
          api.writing(present.id());
          return present.id();
        },
        done -> {},
        why -> {});
  }
}
