package com.crmres.desktop.inbox;

import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.advice.SuggestionModel;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.DraftKeeper;
import com.crmres.desktop.connection.KeptDraft;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What staff are about to say in the open conversation, as they write it and send it.
public final class WritingModel {

  private final ServerApi api;
  private final Calls calls;
  private final Supplier<UUID> commandIds;
  private final Drafts drafts;
  private final WritingBox box;
  private final Delivery delivery;
  private final TakingBack taking;
  private final KeptDrafts kept;
  private final Consumer<MessageDetails> added;
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();

  /// Begins closed.
  ///
  /// @param writes called while a person writes in the open conversation
  WritingModel(
      ServerApi api,
      Calls calls,
      Supplier<UUID> commandIds,
      InstantSource clock,
      Runnable writes,
      Consumer<MessageDetails> added) {
    this.api = api;
    this.calls = calls;
    this.commandIds = commandIds;
    this.added = added;
    this.drafts = new Drafts(commandIds);
    this.box = new WritingBox(drafts, writes);
    this.delivery = new Delivery(api, calls);
    this.taking = new TakingBack(clock, drafts, box, delivery, added, this::failed);
    this.kept = new KeptDrafts(calls, clock, drafts, box, taking);
  }

  public StringProperty reply() {
    return box.reply();
  }

  /// The message that the next one answers; absent for none.
  public ReadOnlyObjectProperty<@Nullable MessageDetails> answered() {
    return box.answered();
  }

  /// The file that goes with the next message; absent for none.
  public ReadOnlyObjectProperty<@Nullable Path> file() {
    return box.file();
  }

  public ReadOnlyBooleanProperty sending() {
    return delivery.underWay();
  }

  /// Why the last command did not go through; absent after the next one that does.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// The suggestion whose words are in the box; absent while the box is the writer's own.
  public ReadOnlyObjectProperty<@Nullable Suggestion> corrected() {
    return box.corrected();
  }

  /// How long a message can still be taken back; none sends at once.
  public void canBeTakenBackFor(Duration span) {
    taking.lasts(span);
  }

  /// Takes what was written before the program last ended, and keeps it from now on. Blocks.
  ///
  /// @return what was sent then and did not go
  public List<KeptDraft> keepIn(DraftKeeper place) {
    return kept.keepIn(place);
  }

  /// The message of the open conversation that can still be taken back.
  public ReadOnlyObjectProperty<@Nullable Held> held() {
    return taking.held();
  }

  /// What a ready reply left open and still stands in the box; nothing goes out with it.
  public ReadOnlyObjectProperty<List<String>> missing() {
    return box.missing();
  }

  void stillMissing(List<String> places) {
    box.stillMissing(places);
  }

  public void answer(@Nullable MessageDetails message) {
    box.answer(message);
  }

  public void attach(@Nullable Path chosen) {
    box.attach(chosen);
  }

  void open(UUID wanted) {
    failure.set(null);
    box.open(wanted);
    taking.show();
  }

  /// Puts a suggested answer into the box; what was being written waits until it is sent or left.
  public void correct(Suggestion suggestion) {
    box.correct(suggestion);
    taking.show();
  }

  /// Gives the box back to what was being written before.
  public void leaveCorrection() {
    Suggestion present = corrected().get();
    if (present != null && !sending().get()) {
      box.leaveCorrection(present);
    }
  }

  /// A suggestion waits no more: words that somebody had put in its place become his own.
  void over(Suggestion suggestion, SuggestionState became) {
    Suggestion present = corrected().get();
    boolean onItsWay = sending().get() && present != null && present.id().equals(suggestion.id());
    if (!onItsWay) {
      box.over(suggestion, became);
    }
  }

  /// The conversation has no suggestion any more, by what the server says.
  void nothingWaits(UUID id) {
    Corrections.Correction known = box.corrections().of(id);
    if (known != null) {
      over(known.suggestion(), SuggestionState.OVERTAKEN);
    }
  }

  /// Puts words into the box, after those that are there.
  public void use(String words) {
    box.use(words);
  }

  /// Whether there is nothing to send.
  public boolean isEmpty() {
    return box.isEmpty();
  }

  /// Sends what is in the box, now or when it can no longer be taken back.
  void send(ConversationSummary present) {
    Draft what = box.content().stripped();
    if (what.isEmpty() || sending().get() || !missing().get().isEmpty()) {
      return;
    }
    UUID id = present.id();
    Held one = taking.begin(id, present.assigneeId() == null, what);
    failure.set(null);
    if (taking.holds()) {
      taking.hold(one);
    } else {
      delivery.bring(one, message -> sent(id, one.outgoing(), message), why -> failed(id, why));
    }
  }

  private void sent(UUID id, Outgoing outgoing, MessageDetails message) {
    drafts.sent(id, outgoing);
    if (box.isOf(id)) {
      box.showKept(id);
      added.accept(message);
    }
  }

  /// The message that was sent last comes back into the box, before what was typed since.
  public void takeBack() {
    taking.takeBack();
  }

  /// The message that can still be taken back goes now.
  public void goNow() {
    taking.goNow();
  }

  /// Once a second.
  void tick() {
    taking.tick();
    kept.tick();
  }

  /// The program ends: what is held goes now, and what does not go is kept for the next start.
  /// Blocks.
  void close() {
    taking.close();
    kept.close();
  }

  /// Sends what is in the box in place of the suggestion.
  void sendCorrection(Suggestion suggestion, SuggestionModel model) {
    String words = reply().get().strip();
    UUID id = suggestion.conversationId();
    if (words.isEmpty() || sending().get()) {
      return;
    }
    box.corrections().trying(id);
    delivery.began();
    failure.set(null);
    model.edit(
        suggestion,
        words,
        after -> {
          delivery.ended();
          over(suggestion, SuggestionState.EDITED);
        },
        why -> {
          delivery.ended();
          if (SuggestionModel.isOver(why)) {
            over(suggestion, SuggestionState.OVERTAKEN);
          }
          failed(id, why);
        });
  }

  void began() {
    failure.set(null);
  }

  void failed(UUID id, ServerFailure why) {
    if (box.isOf(id)) {
      failure.set(why);
    }
  }

  /// Puts our sign on a message; the same sign again takes it back.
  public void react(MessageDetails message, String emoji) {
    boolean there =
        message.marks().reactions().stream()
            .anyMatch(one -> one.sender() != Sender.CUSTOMER && one.emoji().equals(emoji));
    var command = new ReactionRequest(commandIds.get(), there ? "" : emoji);
    failure.set(null);
    calls.ask(
        () -> api.writing().react(message.conversationId(), message.id(), command),
        added,
        why -> failed(message.conversationId(), why));
  }
}
