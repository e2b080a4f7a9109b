package com.crmres.desktop.advice;

import com.crmres.common.assistant.Suggestion;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.identity.StaffMember;
import com.crmres.desktop.connection.AdviceApi;
import com.crmres.desktop.connection.Calls;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Everything the assistant says about the conversation that is open, kept with it.
public final class Advice {

  private final SuggestionModel suggestion;
  private final HandoverModel handover;
  private final TurnsModel turns;
  private final PreferencesModel preferences;

  /// Begins closed.
  ///
  /// @param nothingWaits told when the server says that a conversation has no suggestion
  public Advice(
      AdviceApi api,
      Calls calls,
      StaffMember me,
      Supplier<UUID> commandIds,
      Consumer<UUID> nothingWaits) {
    this.suggestion = new SuggestionModel(api, calls, me, commandIds, nothingWaits);
    this.handover = new HandoverModel(api, calls);
    this.turns = new TurnsModel(api, calls, me);
    this.preferences = new PreferencesModel(api, calls, me);
  }

  public SuggestionModel suggestion() {
    return suggestion;
  }

  public HandoverModel handover() {
    return handover;
  }

  public TurnsModel turns() {
    return turns;
  }

  public PreferencesModel preferences() {
    return preferences;
  }

  public void open(ConversationSummary conversation) {
    suggestion.open(conversation.id());
    handover.follow(conversation);
    turns.open(conversation.id());
    preferences.open(conversation.customer().id());
  }

  /// The open conversation went on.
  public void changed(ConversationSummary conversation) {
    handover.follow(conversation);
    turns.reload();
  }

  /// The assistant suggests an answer in any conversation, or something became of one.
  public void happened(Suggestion news) {
    suggestion.happened(news);
  }

  public void close() {
    suggestion.close();
    handover.follow(null);
    turns.open(null);
    preferences.open(null);
  }

  /// The connection is back: what was missed is asked for.
  public void reload() {
    suggestion.reload();
    handover.reload();
    turns.reload();
    preferences.reload();
  }
}
