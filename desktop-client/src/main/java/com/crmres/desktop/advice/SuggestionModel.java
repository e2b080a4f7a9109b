package com.crmres.desktop.advice;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.desktop.connection.AdviceApi;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerFailure;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The answer that the assistant would give in the open conversation, and what staff do with it.
public final class SuggestionModel {

  /// How it stands here.
  public enum Face {
    /// The assistant suggests nothing.
    NONE,
    LOADING,
    FAILED,
    WAITING,
    /// A decision of this screen is under way.
    SENDING,
    /// It waits no more: decided here or elsewhere, gone out, or overtaken.
    DECIDED
  }

  private final AdviceApi api;
  private final Calls calls;
  private final StaffMember me;
  private final SuggestionCommands commands;
  private final Consumer<UUID> nothingWaits;
  private final ReadOnlyObjectWrapper<@Nullable Suggestion> suggestion =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.NONE);
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private @Nullable UUID conversationId;

  /// Counts the questions and the news, so that a late answer does not replace what is newer.
  private int turn;

  /// Begins closed.
  ///
  /// @param nothingWaits told when the server says that a conversation has no suggestion
  SuggestionModel(
      AdviceApi api,
      Calls calls,
      StaffMember me,
      Supplier<UUID> commandIds,
      Consumer<UUID> nothingWaits) {
    this.nothingWaits = nothingWaits;
    this.api = api;
    this.calls = calls;
    this.me = me;
    this.commands = new SuggestionCommands(commandIds);
  }

  /// The last one of the open conversation; absent if there is none to speak of.
  public ReadOnlyObjectProperty<@Nullable Suggestion> suggestion() {
    return suggestion.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Face> face() {
    return face.getReadOnlyProperty();
  }

  /// Why the last decision did not go through; absent after the next one that does.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  public boolean mayDecide() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AGENT;
  }

  public boolean isMine(Suggestion decided) {
    return me.name().equals(decided.decidedBy());
  }

  /// Whether a decision can be made now.
  public boolean isWaiting() {
    return face.get() == Face.WAITING && mayDecide();
  }

  void open(UUID wanted) {
    close();
    conversationId = wanted;
    reload();
  }

  void close() {
    turn++;
    conversationId = null;
    clear();
  }

  private void clear() {
    failure.set(null);
    suggestion.set(null);
    face.set(Face.NONE);
  }

  /// Asks again; what is shown stays until the answer is here.
  public void reload() {
    UUID open = conversationId;
    if (open == null) {
      return;
    }
    int mine = ++turn;
    if (suggestion.get() == null) {
      face.set(Face.LOADING);
    }
    calls.ask(
        () -> api.suggestion(open),
        found -> {
          if (mine == turn) {
            came(open, found);
          }
        },
        why -> {
          if (mine == turn && suggestion.get() == null) {
            face.set(Face.FAILED);
          }
        });
  }

  private void came(UUID asked, Optional<Suggestion> found) {
    found.ifPresentOrElse(
        this::take,
        () -> {
          // One that was decided stays to be read; one that waited is gone without our hearing.
          if (face.get() != Face.DECIDED && face.get() != Face.SENDING) {
            clear();
            nothingWaits.accept(asked);
          }
        });
  }

  /// News of any conversation's suggestion. What comes live is worded for the whole branch; asking
  /// gives the words of this screen's language.
  void happened(Suggestion news) {
    if (news.conversationId().equals(conversationId)) {
      turn++;
      take(news);
      if (face.get() == Face.WAITING) {
        reload();
      }
    }
  }

  private void take(Suggestion news) {
    if (isOlder(news)) {
      return;
    }
    Suggestion present = suggestion.get();
    boolean same = present != null && present.id().equals(news.id());
    if (!same) {
      failure.set(null);
    }
    suggestion.set(news);
    if (news.state() != SuggestionState.WAITING) {
      face.set(Face.DECIDED);
    } else if (!same || face.get() != Face.SENDING) {
      face.set(Face.WAITING);
    }
  }

  /// What is decided never waits again, and a new suggestion is not replaced by the one before it.
  private boolean isOlder(Suggestion news) {
    Suggestion present = suggestion.get();
    if (present == null) {
      return false;
    }
    return present.id().equals(news.id())
        ? face.get() == Face.DECIDED && news.state() == SuggestionState.WAITING
        : news.madeAt().isBefore(present.madeAt());
  }

  /// Sends the answer as it is.
  public void approve() {
    decide(Decision.APPROVE, null, null);
  }

  /// Nothing is said, and the conversation is ours.
  ///
  /// @param why what was wrong with it; blank for no reason
  public void refuse(String why) {
    decide(Decision.REFUSE, null, why.isBlank() ? null : why.strip());
  }

  private void decide(Decision decision, @Nullable String text, @Nullable String why) {
    Suggestion present = suggestion.get();
    if (present != null && isWaiting()) {
      decide(present, commands.of(present, decision, text, why), after -> {}, failure::set);
    }
  }

  /// Sends other words in its place.
  ///
  /// @param done called once they are on their way
  /// @param failed called with why they are not; [#isOver] tells whether trying again can help
  public void edit(
      Suggestion edited, String text, Consumer<Suggestion> done, Consumer<ServerFailure> failed) {
    decide(edited, commands.of(edited, Decision.EDIT, text, null), done, failed);
  }

  private void decide(
      Suggestion decided,
      DecideSuggestionRequest request,
      Consumer<Suggestion> done,
      Consumer<ServerFailure> failed) {
    failure.set(null);
    if (isShown(decided)) {
      face.set(Face.SENDING);
    }
    calls.ask(
        () -> api.decide(decided.id(), request),
        after -> {
          happened(after);
          done.accept(after);
        },
        why -> {
          refused(decided, why);
          failed.accept(why);
        });
  }

  private void refused(Suggestion decided, ServerFailure why) {
    if (isShown(decided) && face.get() == Face.SENDING) {
      face.set(isOver(why) ? Face.DECIDED : Face.WAITING);
    }
    if (isOver(why)) {
      reload();
    }
  }

  /// Whether it waits no more, so that no decision will ever go through.
  public static boolean isOver(ServerFailure why) {
    return why.code().equals("SUGGESTION_OVERTAKEN")
        || why.code().equals("SUGGESTION_DECIDED")
        || why.code().equals("NOT_FOUND");
  }

  private boolean isShown(Suggestion one) {
    Suggestion present = suggestion.get();
    return present != null && present.id().equals(one.id());
  }

  /// Takes away what is over and was read.
  public void dismiss() {
    if (face.get() == Face.DECIDED) {
      clear();
    }
  }
}
