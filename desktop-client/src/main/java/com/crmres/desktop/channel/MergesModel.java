package com.crmres.desktop.channel;

import com.crmres.common.customer.CustomerMerge;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.MergeApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Customers who may be one person, and what a manager decides about them.
public final class MergesModel {

  private final MergeApi api;
  private final Calls calls;
  private final StaffMember me;
  private final Supplier<UUID> commandIds;
  private final ObservableList<MergeProposal> proposals = FXCollections.observableArrayList();
  private final ObservableList<MergeProposal> readableProposals =
      FXCollections.unmodifiableObservableList(proposals);
  private final ReadOnlyObjectWrapper<@Nullable CustomerMerge> last = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /// By proposal: the same command as long as nobody knows what became of it.
  private final Map<UUID, UUID> commands = new HashMap<>();

  public MergesModel(MergeApi api, Calls calls, StaffMember me, Supplier<UUID> commandIds) {
    this.api = api;
    this.calls = calls;
    this.me = me;
    this.commandIds = commandIds;
  }

  public boolean mayDecide() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER;
  }

  /// Newest first.
  public ObservableList<MergeProposal> proposals() {
    return readableProposals;
  }

  /// The last merge made here, also after it was taken back; absent before the first.
  public ReadOnlyObjectProperty<@Nullable CustomerMerge> last() {
    return last.getReadOnlyProperty();
  }

  /// Why the last decision did not go through; absent after the next one that does.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// A list that cannot be had now comes with the next question.
  public void reload() {
    if (mayDecide()) {
      calls.ask(api::proposals, this::came, why -> {});
    }
  }

  private void came(Page<MergeProposal> page) {
    if (!page.items().equals(proposals)) {
      proposals.setAll(page.items());
    }
  }

  /// Whoever merged or parted customers elsewhere has decided a proposal with it.
  public void happened(List<LiveEvent> events) {
    if (events.stream().anyMatch(LiveEvent.ThreadsRearranged.class::isInstance)) {
      reload();
    }
  }

  /// The two are one person: the one stays, with everything of both.
  public void merge(MergeProposal proposal) {
    UUID command = commands.computeIfAbsent(proposal.id(), id -> commandIds.get());
    var request = new MergeRequest(command, proposal.one().id());
    decide(
        () -> api.merge(proposal.other().id(), request),
        merge -> {
          last.set(merge);
          commands.remove(proposal.id());
          proposals.remove(proposal);
        });
  }

  /// The two are two people.
  public void dismiss(MergeProposal proposal) {
    decide(
        () -> {
          api.dismiss(proposal.id());
          return proposal;
        },
        proposals::remove);
  }

  /// Takes the last merge back.
  public void undo() {
    CustomerMerge made = last.get();
    if (made != null && made.undoneAt() == null) {
      decide(() -> api.undo(made.id()), last::set);
    }
  }

  private <T> void decide(Callable<T> question, Consumer<T> done) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    failure.set(null);
    calls.ask(
        question,
        answer -> {
          busy.set(false);
          done.accept(answer);
          reload();
        },
        why -> {
          busy.set(false);
          failure.set(why);
          reload();
        });
  }
}
