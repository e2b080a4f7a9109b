package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Holds what was sent for as long as it can be taken back, and lets it go then.
final class TakingBack {

  private final HeldMessages held;
  private final Drafts drafts;
  private final WritingBox box;
  private final Delivery delivery;
  private final Consumer<MessageDetails> added;
  private final BiConsumer<UUID, ServerFailure> failed;
  private final ReadOnlyObjectWrapper<@Nullable Held> here = new ReadOnlyObjectWrapper<>();

  /// On its way now, and not known to have arrived.
  private @Nullable Held going;

  /// @param added hears of what arrived in the open conversation
  /// @param failed hears why something did not arrive
  TakingBack(
      InstantSource clock,
      Drafts drafts,
      WritingBox box,
      Delivery delivery,
      Consumer<MessageDetails> added,
      BiConsumer<UUID, ServerFailure> failed) {
    this.held = new HeldMessages(clock);
    this.drafts = drafts;
    this.box = box;
    this.delivery = delivery;
    this.added = added;
    this.failed = failed;
  }

  void lasts(Duration span) {
    held.lasts(span);
  }

  /// The message of the open conversation that can still be taken back.
  ReadOnlyObjectProperty<@Nullable Held> held() {
    return here.getReadOnlyProperty();
  }

  void show() {
    UUID open = box.conversation();
    here.set(open == null ? null : held.of(open).orElse(null));
  }

  boolean holds() {
    return held.holds();
  }

  /// A message whose time begins now.
  Held begin(UUID id, boolean alone, Draft what) {
    return held.begin(id, alone, drafts.outgoing(id, what));
  }

  /// Holds a message; nothing happens while the one before it cannot go.
  void hold(Held one) {
    UUID id = one.conversationId();
    // What was sent before goes before.
    goNow();
    if (held.of(id).isPresent()) {
      return;
    }
    held.keep(one);
    drafts.keep(id, Draft.NOTHING);
    box.showKept(id);
    show();
  }

  void takeBack() {
    UUID open = box.conversation();
    if (open != null && box.corrected().get() == null) {
      held.take(open).ifPresent(this::intoTheBox);
      show();
    }
  }

  private void intoTheBox(Held one) {
    box.giveBack(one.conversationId(), one.outgoing().what());
  }

  void goNow() {
    UUID open = box.conversation();
    if (open != null) {
      held.of(open).ifPresent(this::go);
    }
  }

  /// What cannot be taken back any more goes.
  void tick() {
    held.due().forEach(this::go);
  }

  /// Only one at a time: the next one goes with the next tick.
  private void go(Held one) {
    if (!delivery.underWay().get()) {
      var _ = held.take(one.conversationId());
      going = one;
      show();
      delivery.bring(one, message -> went(one, message), why -> stayed(one, why));
    }
  }

  private void went(Held one, MessageDetails message) {
    going = null;
    UUID id = one.conversationId();
    drafts.gone(id, one.outgoing());
    if (!one.outgoing().carriedText()) {
      intoTheBox(one.wordsOnly());
    }
    if (box.isOf(id)) {
      added.accept(message);
    }
  }

  private void stayed(Held one, ServerFailure why) {
    going = null;
    UUID id = one.conversationId();
    held.take(id).ifPresent(this::intoTheBox);
    putBack(one);
    show();
    failed.accept(id, why);
  }

  /// Where nothing was written since, the words are in the box again as if never sent. Else the
  /// message stays by itself: with other words around it a second try would be a second message.
  private void putBack(Held one) {
    UUID id = one.conversationId();
    if (drafts.of(id).isEmpty()) {
      drafts.again(id, one.outgoing());
      intoTheBox(one);
    } else {
      held.keep(one.stuck());
    }
  }

  /// It was sent before the program ended, and did not go.
  void restore(UUID id, boolean alone, Outgoing outgoing) {
    putBack(held.begin(id, alone, outgoing));
  }

  /// What was sent and is not known to have arrived.
  List<Held> notArrived() {
    List<Held> all = new ArrayList<>(held.all());
    if (going != null) {
      all.add(going);
    }
    return all;
  }

  /// The program ends: what is held goes now, and what does not go stays held. Blocks.
  void close() {
    for (Held one : held.all()) {
      try {
        var _ = delivery.now(one);
        var _ = held.take(one.conversationId());
      } catch (ServerFailure why) {
        held.keep(one.stuck());
      }
    }
  }
}
