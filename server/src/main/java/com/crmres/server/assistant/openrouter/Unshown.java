package com.crmres.server.assistant.openrouter;

import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What only the embedded mind can propose, because a model is not shown it or has no tool for it:
/// places, telephones, branches, what is remembered, and which dishes an opinion is about.
final class Unshown {

  private final Reading own;

  Unshown(Reading own) {
    this.own = own;
  }

  /// Places, telephones and branches.
  List<Proposal> hidden(Collection<Proposal> proposed) {
    boolean chosen = proposed.stream().anyMatch(Unshown::choosesWay);
    return own.proposals().stream()
        .filter(proposal -> isHidden(proposal) || (choosesWay(proposal) && !chosen))
        .toList();
  }

  /// Whether no model could propose this.
  static boolean isHidden(Proposal proposal) {
    return proposal instanceof Proposal.FillCart
        || (proposal instanceof Proposal.ChangeCart(CartCommand command)
            && (command instanceof CartCommand.DeliverTo
                || command instanceof CartCommand.ContactBy
                || command instanceof CartCommand.ChooseBranch));
  }

  private static boolean choosesWay(Proposal proposal) {
    return proposal instanceof Proposal.ChangeCart(CartCommand.ChooseFulfilment _);
  }

  /// What is written down and said to nobody: what is remembered, and one opinion of both minds.
  ///
  /// @param accepted of the model
  List<Proposal> notes(List<Proposal> accepted) {
    List<Proposal> notes = new ArrayList<>();
    own.proposals().stream()
        .filter(proposal ->
            proposal instanceof Proposal.Remember || proposal instanceof Proposal.AllowRemembering)
        .forEach(notes::add);
    Optional<Proposal.RecordFeedback> mine = feedback(own.proposals());
    Optional<Proposal.RecordFeedback> models = feedback(accepted);
    models
        .map(heard -> mine.map(other -> together(heard, other)).orElse(heard))
        .or(() -> mine)
        .ifPresent(notes::add);
    return notes;
  }

  private static Optional<Proposal.RecordFeedback> feedback(List<Proposal> proposals) {
    return proposals.stream()
        .filter(Proposal.RecordFeedback.class::isInstance)
        .map(Proposal.RecordFeedback.class::cast)
        .findFirst();
  }

  /// A model hears better how it is meant; the words, the number and the dishes are as they were
  /// said.
  private static Proposal.RecordFeedback together(
      Proposal.RecordFeedback models, Proposal.RecordFeedback mine) {
    TreeSet<String> categories = new TreeSet<>(models.categories());
    categories.addAll(mine.categories());
    return new Proposal.RecordFeedback(
        mine.rating() == null ? models.rating() : mine.rating(),
        models.sentiment(),
        List.copyOf(categories),
        mine.itemIds(),
        mine.words());
  }
}
