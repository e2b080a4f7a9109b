package com.crmres.desktop.inbox;

import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.MessageDetails;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What stands in the box of the open conversation: somebody's own words, or those he puts in place
/// of what the assistant suggests.
final class WritingBox {

  private final Drafts drafts;
  private final Corrections corrections = new Corrections();
  private final Runnable writes;
  private final StringProperty reply = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable MessageDetails> answered = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Suggestion> corrected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<String>> missing =
      new ReadOnlyObjectWrapper<>(List.of());
  private List<String> leftOpen = List.of();
  private @Nullable UUID conversationId;

  /// Begins closed.
  ///
  /// @param writes called while a person writes in the open conversation
  WritingBox(Drafts drafts, Runnable writes) {
    this.drafts = drafts;
    this.writes = writes;
    reply.subscribe(this::keep);
    reply.subscribe(this::typed);
    answered.subscribe(this::keep);
    file.subscribe(this::keep);
  }

  StringProperty reply() {
    return reply;
  }

  ReadOnlyObjectProperty<@Nullable MessageDetails> answered() {
    return answered;
  }

  ReadOnlyObjectProperty<@Nullable Path> file() {
    return file;
  }

  ReadOnlyObjectProperty<@Nullable Suggestion> corrected() {
    return corrected.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<String>> missing() {
    return missing.getReadOnlyProperty();
  }

  Corrections corrections() {
    return corrections;
  }

  /// The conversation whose box it is; absent for none.
  @Nullable UUID conversation() {
    return conversationId;
  }

  boolean isOf(UUID id) {
    return id.equals(conversationId);
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

  void answer(@Nullable MessageDetails message) {
    if (corrected.get() == null) {
      answered.set(message);
    }
  }

  void attach(@Nullable Path chosen) {
    if (corrected.get() == null) {
      file.set(chosen);
    }
  }

  void open(UUID wanted) {
    conversationId = null;
    Corrections.Correction correction = corrections.of(wanted);
    corrected.set(correction == null ? null : correction.suggestion());
    show(correction == null ? drafts.of(wanted) : new Draft(correction.text(), null, null));
    conversationId = wanted;
  }

  private void show(Draft draft) {
    reply.set(draft.text());
    answered.set(draft.answered());
    file.set(draft.file());
  }

  /// Shows what is kept for a conversation, if it is open and the box is the writer's own.
  void showKept(UUID id) {
    if (isOf(id) && corrected.get() == null) {
      show(drafts.of(id));
    }
  }

  private void keep() {
    UUID open = conversationId;
    if (open == null) {
      return;
    }
    if (corrected.get() != null) {
      corrections.keep(open, reply.get());
    } else {
      drafts.keep(open, content());
    }
  }

  private void typed(String before, String now) {
    lookForMissing();
    if (conversationId != null && !now.isBlank() && !now.equals(before)) {
      writes.run();
    }
  }

  boolean isEmpty() {
    return reply.get().isBlank() && file.get() == null;
  }

  Draft content() {
    return new Draft(reply.get(), answered.get(), file.get());
  }

  /// Puts words into the box, after those that are there.
  void use(String words) {
    reply.set(joined(reply.get(), words));
  }

  private static String joined(String before, String words) {
    if (before.contains(words)) {
      return before;
    }
    return before.isBlank() ? words : before.stripTrailing() + "\n" + words;
  }

  /// What was on its way comes back, before what was typed since.
  void giveBack(UUID id, Draft before) {
    Draft typed = drafts.of(id);
    drafts.keep(
        id,
        new Draft(
            before.textBefore(typed),
            before.answered() == null ? typed.answered() : before.answered(),
            before.file() == null ? typed.file() : before.file()));
    showKept(id);
  }

  /// Puts a suggested answer into the box; what was being written waits until it is sent or left.
  void correct(Suggestion suggestion) {
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
  void leaveCorrection(Suggestion present) {
    var _ = corrections.end(present);
    open(present.conversationId());
  }

  /// A suggestion waits no more: words that somebody had put in its place become his own.
  void over(Suggestion suggestion, SuggestionState became) {
    corrections
        .end(suggestion)
        .ifPresent(correction -> {
          UUID id = suggestion.conversationId();
          if (correction.isWorthKeeping(became)) {
            drafts.keep(id, withCorrection(correction, drafts.of(id)));
          }
          if (isOf(id)) {
            open(id);
          }
        });
  }

  private static Draft withCorrection(Corrections.Correction correction, Draft own) {
    return own.withText(joined(own.text(), correction.text()));
  }

  /// What somebody would miss of a conversation if the program were gone.
  Draft worthKeeping(UUID id) {
    Draft own = drafts.of(id);
    Corrections.Correction correction = corrections.of(id);
    return correction == null || !correction.isWorthKeeping(SuggestionState.OVERTAKEN)
        ? own
        : withCorrection(correction, own);
  }
}
