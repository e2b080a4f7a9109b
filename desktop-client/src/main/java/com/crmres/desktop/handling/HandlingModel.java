package com.crmres.desktop.handling;

import com.crmres.common.conversation.AssignRequest;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.PriorityRequest;
import com.crmres.common.conversation.SnoozeRequest;
import com.crmres.common.conversation.UnreadRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.HandlingApi;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Does errands with one conversation or with several, one after the other, and says with which it
/// did not go through.
public final class HandlingModel {

  private final ServerApi api;
  private final Calls calls;
  private final UUID branchId;
  private final StaffMember me;
  private final Consumer<ConversationSummary> changed;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();

  /// @param changed told of each conversation with which it went through
  public HandlingModel(
      ServerApi api,
      Calls calls,
      UUID branchId,
      StaffMember me,
      Consumer<ConversationSummary> changed) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    this.me = me;
    this.changed = changed;
  }

  public boolean mayArrange() {
    return speaks(me.role());
  }

  public StaffMember me() {
    return me;
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// Of the last errand that is worth telling of: with several, or one that did not go through.
  public ReadOnlyObjectProperty<@Nullable Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /// Whoever did it has read what became of it.
  public void outcomeRead() {
    outcome.set(null);
  }

  public void run(List<ConversationSummary> about, Errand errand) {
    run(about, errand, done -> {});
  }

  /// Runs the errand for all of them.
  ///
  /// @param afterwards told what became of it
  public void run(List<ConversationSummary> about, Errand errand, Consumer<Outcome> afterwards) {
    List<ConversationSummary> those = List.copyOf(about);
    if (those.isEmpty() || busy.get() || !mayArrange()) {
      return;
    }
    busy.set(true);
    outcome.set(null);
    calls.ask(
        () -> each(those, errand),
        result -> over(result, those.size(), afterwards),
        why -> over(allFailed(those, why), those.size(), afterwards));
  }

  private void over(Outcome result, int asked, Consumer<Outcome> afterwards) {
    busy.set(false);
    result.done().forEach(changed);
    if (asked > 1 || !result.failed().isEmpty()) {
      outcome.set(result);
    }
    afterwards.accept(result);
  }

  private static Outcome allFailed(List<ConversationSummary> those, ServerFailure why) {
    return new Outcome(List.of(), those.stream().map(one -> new Outcome.Failed(one, why)).toList());
  }

  /// Without a connection nothing more is tried: each try would take its time.
  private Outcome each(List<ConversationSummary> those, Errand errand) {
    List<ConversationSummary> done = new ArrayList<>();
    List<Outcome.Failed> failed = new ArrayList<>();
    @Nullable ServerFailure gone = null;
    for (ConversationSummary one : those) {
      if (gone != null) {
        failed.add(new Outcome.Failed(one, gone));
        continue;
      }
      try {
        done.add(with(one.id(), errand));
      } catch (ServerFailure why) {
        if (why.kind() == ServerFailure.Kind.SIGNED_OUT) {
          throw why;
        }
        failed.add(new Outcome.Failed(one, why));
        gone = why.kind() == ServerFailure.Kind.UNREACHABLE ? why : null;
      }
    }
    return new Outcome(done, failed);
  }

  private ConversationSummary with(UUID id, Errand errand) {
    HandlingApi handling = api.handling();
    return switch (errand) {
      case Errand.TakeOver() -> api.takeOver(id);
      case Errand.HandBack() -> api.handBack(id);
      case Errand.Resolve() -> api.resolve(id);
      case Errand.Assign(var staff) -> handling.assign(id, new AssignRequest(staff));
      case Errand.Snooze(var minutes) -> handling.snooze(id, new SnoozeRequest(minutes));
      case Errand.Prioritise(var priority) ->
          handling.prioritise(id, new PriorityRequest(priority));
      case Errand.Mark(var unread) -> handling.mark(id, new UnreadRequest(unread));
      case Errand.Label(var add, var remove) -> handling.label(id, new LabelRequest(add, remove));
    };
  }

  /// Those who see the branch's conversations and speak to customers, the caller first. Blocks.
  public List<Colleague> colleagues() {
    List<Colleague> those = new ArrayList<>();
    for (Colleague one : api.handling().colleagues().items()) {
      if (speaks(one.role()) && one.branchIds().contains(branchId)) {
        those.add(one.id().equals(me.id()) ? 0 : those.size(), one);
      }
    }
    return those;
  }

  /// All that conversations have. Blocks.
  public List<String> labels() {
    return api.handling().labels().items();
  }

  private static boolean speaks(Role role) {
    return role == Role.OWNER || role == Role.MANAGER || role == Role.AGENT;
  }
}
