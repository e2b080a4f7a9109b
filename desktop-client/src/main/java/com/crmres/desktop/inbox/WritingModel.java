package com.crmres.desktop.inbox;

import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.advice.SuggestionModel;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What staff are about to say in the open conversation: words, a file, the message it answers; or
/// the words they put in place of what the assistant suggests.
public final class WritingModel {

  private final ServerApi api;
  private final Calls calls;
  private final Supplier<UUID> commandIds;
  private final Drafts drafts;
  private final HeldMessages held;
  private final Corrections corrections = new Corrections();
  private final Runnable writes;
  private final Consumer<MessageDetails> added;
  private final StringProperty reply = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable MessageDetails> answered = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Suggestion> corrected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<String>> missing =
      new ReadOnlyObjectWrapper<>(List.of());
  private List<String> leftOpen = List.of();
  private final ReadOnlyObjectWrapper<@Nullable Held> heldHere = new ReadOnlyObjectWrapper<>();
  private @Nullable UUID conversationId;

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
    this.drafts = new Drafts(commandIds);
    this.held = new HeldMessages(clock);
    this.added = added;
    this.writes = writes;
    reply.subscribe(this::keep);
    reply.subscribe(this::typed);
    answered.subscribe(this::keep);
    file.subscribe(this::keep);
  }

  public StringProperty reply() {
    return reply;
  }

  /// The message that the next one answers; absent for none.
  public ReadOnlyObjectProperty<@Nullable MessageDetails> answered() {
    return answered;
  }

  /// The file that goes with the next message; absent for none.
  public ReadOnlyObjectProperty<@Nullable Path> file() {
    return file;
  }

  public ReadOnlyBooleanProperty sending() {
    return sending.getReadOnlyProperty();
  }

  /// Why the last command did not go through; absent after the next one that does.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// The suggestion whose words are in the box; absent while the box is the writer's own.
  public ReadOnlyObjectProperty<@Nullable Suggestion> corrected() {
    return corrected.getReadOnlyProperty();
  }

  /// How long a message can still be taken back; none sends at once.
  public void canBeTakenBackFor(Duration span) {
    held.lasts(span);
  }

  /// The message of the open conversation that can still be taken back.
  public ReadOnlyObjectProperty<@Nullable Held> held() {
    return heldHere.getReadOnlyProperty();
  }

  /// What a ready reply left open and still stands in the box; nothing goes out with it.
  public ReadOnlyObjectProperty<List<String>> missing() {
    return missing.getReadOnlyProperty();
  }

  /// A ready reply was put into the box, with places that nobody could fill.
  void stillMissing(List<String> places) {
    leftOpen = places.stream().map("{%s}"::formatted).toList();
    lookForMissing();
  }

  private void lookForMissing() {
    String words = reply.get();
    missing.set(leftOpen.stream().filter(words::contains).toList());
  }

  public void answer(@Nullable MessageDetails message) {
    if (corrected.get() == null) {
      answered.set(message);
    }
  }

  public void attach(@Nullable Path chosen) {
    if (corrected.get() == null) {
      file.set(chosen);
    }
  }

  void open(UUID wanted) {
    conversationId = null;
    failure.set(null);
    Corrections.Correction correction = corrections.of(wanted);
    corrected.set(correction == null ? null : correction.suggestion());
    show(correction == null ? drafts.of(wanted) : new Draft(correction.text(), null, null));
    conversationId = wanted;
    showHeld();
  }

  private void showHeld() {
    UUID open = conversationId;
    heldHere.set(open == null ? null : held.of(open).orElse(null));
  }

  /// Puts a suggested answer into the box; what was being written waits until it is sent or left.
  public void correct(Suggestion suggestion) {
    UUID open = conversationId;
    if (open == null || !open.equals(suggestion.conversationId())) {
      return;
    }
    Corrections.Correction known = corrections.of(open);
    if (known == null || !known.suggestion().id().equals(suggestion.id())) {
      if (known != null) {
        over(known.suggestion(), SuggestionState.OVERTAKEN);
      }
      var _ = corrections.begin(suggestion);
      open(open);
    }
  }

  /// Gives the box back to what was being written before.
  public void leaveCorrection() {
    Suggestion present = corrected.get();
    if (present != null && !sending.get()) {
      var _ = corrections.end(present);
      open(present.conversationId());
    }
  }

  /// A suggestion waits no more: words that somebody had put in its place become his own.
  void over(Suggestion suggestion, SuggestionState became) {
    Suggestion present = corrected.get();
    boolean onItsWay = sending.get() && present != null && present.id().equals(suggestion.id());
    if (onItsWay) {
      return;
    }
    corrections
        .end(suggestion)
        .ifPresent(correction -> {
          UUID id = suggestion.conversationId();
          if (correction.isWorthKeeping(became)) {
            Draft own = drafts.of(id);
            drafts.keep(id, own.withText(joined(own.text(), correction.text())));
          }
          if (isOpen(id)) {
            open(id);
          }
        });
  }

  /// The conversation has no suggestion any more, by what the server says.
  void nothingWaits(UUID id) {
    Corrections.Correction known = corrections.of(id);
    if (known != null) {
      over(known.suggestion(), SuggestionState.OVERTAKEN);
    }
  }

  /// Puts words into the box, after those that are there.
  public void use(String words) {
    reply.set(joined(reply.get(), words));
  }

  private static String joined(String before, String words) {
    if (before.contains(words)) {
      return before;
    }
    return before.isBlank() ? words : before.stripTrailing() + "\n" + words;
  }

  private void show(Draft draft) {
    reply.set(draft.text());
    answered.set(draft.answered());
    file.set(draft.file());
  }

  private void keep() {
    UUID open = conversationId;
    if (open == null) {
      return;
    }
    if (corrected.get() != null) {
      corrections.keep(open, reply.get());
    } else {
      drafts.keep(open, new Draft(reply.get(), answered.get(), file.get()));
    }
  }

  private void typed(String before, String now) {
    lookForMissing();
    if (conversationId != null && !now.isBlank() && !now.equals(before)) {
      writes.run();
    }
  }

  /// Whether there is anything to send.
  public boolean isEmpty() {
    return reply.get().isBlank() && file.get() == null;
  }

  /// Sends what is in the box; takes over first if nobody of us has, so that there is one voice.
  void send(ConversationSummary present) {
    Draft what = new Draft(reply.get(), answered.get(), file.get()).stripped();
    if (what.isEmpty() || sending.get() || !missing.get().isEmpty()) {
      return;
    }
    UUID id = present.id();
    Held one = held.begin(id, present.assigneeId() == null, drafts.outgoing(id, what));
    failure.set(null);
    if (!held.holds()) {
      send(one);
      return;
    }
    // What was sent before goes before.
    goNow();
    if (held.of(id).isPresent()) {
      return;
    }
    held.keep(one);
    drafts.keep(id, Draft.NOTHING);
    show(Draft.NOTHING);
    showHeld();
  }

  private void send(Held one) {
    UUID id = one.conversationId();
    sending.set(true);
    calls.ask(
        () -> arrived(one),
        message -> sent(id, one.outgoing(), message),
        why -> {
          sending.set(false);
          failed(id, why);
        });
  }

  /// The message that was sent last comes back into the box, before what was typed since.
  public void takeBack() {
    UUID open = conversationId;
    if (open != null && corrected.get() == null) {
      held.take(open).ifPresent(this::intoTheBox);
      showHeld();
    }
  }

  private void intoTheBox(Held one) {
    UUID id = one.conversationId();
    Draft typed = drafts.of(id);
    Draft before = one.outgoing().what();
    Draft both =
        new Draft(
            before.textBefore(typed),
            before.answered() == null ? typed.answered() : before.answered(),
            before.file() == null ? typed.file() : before.file());
    drafts.keep(id, both);
    if (isOpen(id) && corrected.get() == null) {
      show(both);
    }
  }

  /// The message that can still be taken back goes now.
  public void goNow() {
    UUID open = conversationId;
    if (open != null) {
      held.of(open).ifPresent(this::go);
    }
  }

  /// Once a second: what cannot be taken back any more goes.
  void tick() {
    held.due().forEach(this::go);
  }

  /// Only one at a time: the next one goes with the next tick.
  private void go(Held one) {
    if (!sending.get()) {
      var _ = held.take(one.conversationId());
      showHeld();
      sending.set(true);
      calls.ask(() -> arrived(one), message -> heldWent(one, message), why -> heldFailed(one, why));
    }
  }

  private MessageDetails arrived(Held one) {
    if (one.alone()) {
      takeOver(one.conversationId());
    }
    return one.outgoing().send(api, one.conversationId());
  }

  /// Without network the words take it over when they arrive.
  private void takeOver(UUID id) {
    try {
      var _ = api.takeOver(id);
    } catch (ServerFailure why) {
      if (why.kind() != ServerFailure.Kind.UNREACHABLE) {
        throw why;
      }
    }
  }

  private void heldWent(Held one, MessageDetails message) {
    sending.set(false);
    UUID id = one.conversationId();
    drafts.gone(id, one.outgoing());
    if (!one.outgoing().carriedText()) {
      intoTheBox(one.wordsOnly());
    }
    if (isOpen(id)) {
      added.accept(message);
    }
  }

  /// Where nothing was written since, the words are in the box again as if never sent. Else the
  /// message stays by itself: with other words around it a second try would be a second message.
  private void heldFailed(Held one, ServerFailure why) {
    sending.set(false);
    UUID id = one.conversationId();
    held.take(id).ifPresent(this::intoTheBox);
    if (drafts.of(id).isEmpty()) {
      drafts.again(id, one.outgoing());
      intoTheBox(one);
    } else {
      held.keep(one.stuck());
    }
    showHeld();
    failed(id, why);
  }

  /// The program ends: what is held goes now. Blocks.
  ///
  /// @return those that did not go
  List<Held> close() {
    List<Held> left = new ArrayList<>();
    for (Held one : held.all()) {
      try {
        var _ = arrived(one);
      } catch (ServerFailure why) {
        left.add(one);
      }
    }
    return left;
  }

  /// Sends what is in the box in place of the suggestion.
  void sendCorrection(Suggestion suggestion, SuggestionModel model) {
    String words = reply.get().strip();
    UUID id = suggestion.conversationId();
    if (words.isEmpty() || sending.get()) {
      return;
    }
    corrections.trying(id);
    sending.set(true);
    failure.set(null);
    model.edit(
        suggestion,
        words,
        after -> {
          sending.set(false);
          over(suggestion, SuggestionState.EDITED);
        },
        why -> {
          sending.set(false);
          if (SuggestionModel.isOver(why)) {
            over(suggestion, SuggestionState.OVERTAKEN);
          }
          failed(id, why);
        });
  }

  private void sent(UUID id, Outgoing outgoing, MessageDetails message) {
    sending.set(false);
    drafts.sent(id, outgoing);
    if (isOpen(id)) {
      show(drafts.of(id));
      added.accept(message);
    }
  }

  void began() {
    failure.set(null);
  }

  void failed(UUID id, ServerFailure why) {
    if (isOpen(id)) {
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

  private boolean isOpen(UUID id) {
    return id.equals(conversationId);
  }
}
