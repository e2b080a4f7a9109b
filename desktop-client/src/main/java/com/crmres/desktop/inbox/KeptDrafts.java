package com.crmres.desktop.inbox;

import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.DraftKeeper;
import com.crmres.desktop.connection.KeptDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets what was written, and what was sent and did not go, outlive the program.
final class KeptDrafts {

  /// As long as the assistant remembers what was said.
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  private final Calls calls;
  private final InstantSource clock;
  private final Drafts drafts;
  private final WritingBox box;
  private final TakingBack taking;
  private final Object disk = new Object();
  private DraftKeeper keeper = DraftKeeper.FORGETFUL;
  private List<KeptDraft> known = List.of();
  private long wanted;
  private long written;

  KeptDrafts(Calls calls, InstantSource clock, Drafts drafts, WritingBox box, TakingBack taking) {
    this.calls = calls;
    this.clock = clock;
    this.drafts = drafts;
    this.box = box;
    this.taking = taking;
  }

  /// Takes what was kept last time, and keeps from now on. Blocks.
  ///
  /// @return what was sent then and did not go
  List<KeptDraft> keepIn(DraftKeeper place) {
    keeper = place;
    Instant oldest = clock.instant().minus(GOOD_FOR);
    known = place.read().stream().filter(one -> one.at().isAfter(oldest)).toList();
    known.stream().filter(one -> !one.sent()).forEach(this::restoreDraft);
    List<KeptDraft> unsent = known.stream().filter(KeptDraft::sent).toList();
    unsent.forEach(one -> taking.restore(one.conversationId(), one.alone(), drafts.outgoing(one)));
    return unsent;
  }

  private void restoreDraft(KeptDraft one) {
    drafts.keep(one.conversationId(), draft(one));
    if (one.command() != null) {
      drafts.again(one.conversationId(), drafts.outgoing(one));
    }
  }

  static Draft draft(KeptDraft one) {
    String file = one.file();
    return new Draft(one.text(), one.answered(), file == null ? null : Path.of(file));
  }

  /// Once a second: what changed goes to the disk, away from the screen.
  void tick() {
    List<KeptDraft> now = all();
    if (!now.equals(known)) {
      known = now;
      long number = ++wanted;
      calls.inBackground(() -> write(number, now));
    }
  }

  /// The program ends. Blocks.
  void close() {
    write(++wanted, all());
  }

  /// What was asked for later is not written over by what was asked for before.
  private void write(long number, List<KeptDraft> those) {
    synchronized (disk) {
      if (number > written) {
        keeper.write(those);
        written = number;
      }
    }
  }

  private List<KeptDraft> all() {
    List<KeptDraft> all = new ArrayList<>();
    for (UUID id : drafts.conversations().stream().sorted().toList()) {
      Draft draft = box.worthKeeping(id);
      if (!draft.isEmpty()) {
        all.add(kept(id, draft, drafts.triedAs(id, draft), false, false));
      }
    }
    for (Held one : taking.notArrived()) {
      Outgoing outgoing = one.outgoing();
      all.add(kept(one.conversationId(), outgoing.what(), outgoing.commandId(), true, one.alone()));
    }
    return all;
  }

  private KeptDraft kept(
      UUID id, Draft draft, @Nullable UUID command, boolean sent, boolean alone) {
    Path file = draft.file();
    var fresh =
        new KeptDraft(
            id,
            draft.text(),
            draft.answered(),
            file == null ? null : file.toString(),
            command,
            sent,
            alone,
            clock.instant());
    return known.stream().filter(fresh::isSameAs).findFirst().orElse(fresh);
  }
}
