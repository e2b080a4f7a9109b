package com.crmres.server.assistant.openrouter;

import com.crmres.server.assistant.Adjustment;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Weighs what a model proposes against what the embedded mind read in the same words. How sure a
/// model says it is counts for nothing; whether two minds agree, and how much of what the customer
/// said is accounted for, does.
///
/// From 0.85 a line is taken; from 0.60 it is taken, since the desk echoes every change and a
/// change can be undone; below that, and wherever the two read different items in the same words,
/// the customer is asked.
final class SecondOpinion {

  private static final double SAME = 1;
  private static final double OTHER_OPTIONS = 0.92;
  private static final double OTHER_QUANTITY = 0.7;
  private static final double ALONE = 0.78;
  private static final double LEAST = 0.6;
  private static final double SURE_READING = 0.9;
  private static final int MOST_UNASKED = 20;

  private final Reading own;
  private final Calls calls;
  private final double weight;
  private final List<Double> scores = new ArrayList<>();

  /// What is proposed in the end, and how surely.
  record Opinion(List<Proposal> proposals, double confidence) {}

  SecondOpinion(Reading own, Calls calls) {
    this.own = own;
    this.calls = calls;
    this.weight = (0.8 + 0.2 * calls.coverage()) * (1 - Math.min(0.3, 0.1 * calls.rejections()));
  }

  Opinion weigh() {
    Unshown unshown = new Unshown(own);
    Optional<Proposal> handOver =
        calls.accepted().stream().filter(Proposal.HandOver.class::isInstance).findFirst();
    Set<Proposal> proposals = new LinkedHashSet<>();
    if (handOver.isPresent()) {
      proposals.add(handOver.get());
      proposals.addAll(unshown.notes(calls.accepted()));
      return new Opinion(List.copyOf(proposals), 1);
    }
    calls.accepted().forEach(proposal -> proposals.addAll(weighed(proposal)));
    proposals.addAll(overlooked(List.copyOf(proposals)));
    proposals.addAll(unshown.notes(calls.accepted()));
    proposals.addAll(unshown.hidden(proposals));
    double mean = scores.stream().mapToDouble(score -> score).average().orElse(ALONE);
    double confidence = calls.unclear() ? Math.min(LEAST, mean * weight) : mean * weight;
    return new Opinion(List.copyOf(proposals), confidence);
  }

  private List<Proposal> weighed(Proposal proposal) {
    return switch (proposal) {
      case Proposal.ChangeCart(CartCommand.Add add) when add.evidence() != null ->
          List.of(added(add));
      case Proposal.AskWhich which -> asked(which);
      case Proposal.ChangeCart(CartCommand.Clear _) ->
          List.of(agreedOr(proposal, new Proposal.ReadBack()));
      case Proposal.Cancel _ -> List.of(agreedOr(proposal, new Proposal.ReadBack()));
      case Proposal.ChangeCart(CartCommand command) -> {
        scores.add(own.proposals().contains(proposal) || !touches(command) ? SAME : ALONE);
        yield List.of(proposal);
      }
      // Noted together with what the embedded mind heard.
      case Proposal.RecordFeedback _ -> List.of();
      case Proposal.ConfirmCart _,
          Proposal.DeclineCart _,
          Proposal.ReadBack _,
          Proposal.FillCart _,
          Proposal.AskQuantity _,
          Proposal.Repeat _,
          Proposal.ChangeOrder _,
          Proposal.NotOnMenu _,
          Proposal.ShowMenu _,
          Proposal.TellPrice _,
          Proposal.Tell _,
          Proposal.TellOrderStatus _,
          Proposal.Remember _,
          Proposal.AllowRemembering _,
          Proposal.MakeElsewhere _,
          Proposal.CallBack _,
          Proposal.HandOver _ ->
          List.of(proposal);
    };
  }

  /// Where a model is in doubt among items of which the embedded mind surely read one, nobody is
  /// asked.
  private List<Proposal> asked(Proposal.AskWhich which) {
    List<Proposal> sure =
        adds(own.proposals()).stream()
            .filter(add -> own.confidence() >= SURE_READING)
            .filter(add -> which.itemIds().contains(add.itemId()))
            .<Proposal>map(Proposal.ChangeCart::new)
            .toList();
    scores.add(sure.isEmpty() ? LEAST : ALONE);
    return sure.isEmpty() ? List.of(which) : sure;
  }

  /// What cannot be undone is done only if both minds read it; else the cart is shown, with its
  /// buttons.
  private Proposal agreedOr(Proposal proposal, Proposal otherwise) {
    boolean agreed =
        own.proposals().stream()
            .anyMatch(other ->
                other instanceof Proposal.Cancel
                    || other instanceof Proposal.ChangeCart(CartCommand.Clear _));
    scores.add(agreed ? SAME : LEAST);
    return agreed ? proposal : otherwise;
  }

  private static boolean touches(CartCommand command) {
    return command instanceof CartCommand.ChangeOptions
        || command instanceof CartCommand.ChangeQuantity
        || command instanceof CartCommand.Remove;
  }

  private Proposal added(CartCommand.Add add) {
    List<CartCommand.Add> same =
        adds(own.proposals()).stream()
            .filter(other -> other.itemId().equals(add.itemId()))
            .toList();
    if (own.proposals().stream().anyMatch(other -> asksNumberOf(other, add.itemId()))) {
      scores.add(LEAST);
      return new Proposal.AskQuantity(add.itemId(), add.quantity(), add.optionIds());
    }
    Proposal.AskWhich doubt = doubt(add);
    if (same.isEmpty() && doubt != null) {
      scores.add(LEAST);
      return new Proposal.AskWhich(doubt.itemIds(), add.quantity(), add.optionIds());
    }
    List<UUID> others = same.isEmpty() ? othersInTheSameWords(add) : List.of();
    double score = same.isEmpty() ? others.isEmpty() ? ALONE : 0 : best(add, same);
    scores.add(score);
    if (score * weight >= LEAST) {
      return usual(counted(add, same), same);
    }
    Set<UUID> meant = new LinkedHashSet<>(List.of(add.itemId()));
    meant.addAll(others);
    return new Proposal.AskWhich(List.copyOf(meant), add.quantity(), add.optionIds());
  }

  /// A number that only a model heard, and that nobody orders, may be a slip.
  private static Proposal usual(CartCommand.Add add, List<CartCommand.Add> same) {
    boolean agreed = same.stream().anyMatch(other -> other.quantity() == add.quantity());
    return add.quantity() > MOST_UNASKED && !agreed
        ? new Proposal.AskQuantity(add.itemId(), add.quantity(), add.optionIds())
        : new Proposal.ChangeCart(add);
  }

  /// One is what a number is when none was heard, and no options are what they are then: the mind
  /// that heard a number or options is believed.
  private CartCommand.Add counted(CartCommand.Add add, List<CartCommand.Add> same) {
    if (same.size() != 1) {
      return add;
    }
    CartCommand.Add other = same.getFirst();
    boolean plain = add.optionIds().isEmpty() && add.note() == null;
    return new CartCommand.Add(
        add.itemId(),
        add.quantity() == 1 ? other.quantity() : add.quantity(),
        plain && own.confidence() >= SURE_READING ? other.optionIds() : add.optionIds(),
        add.note(),
        add.person() == null ? other.person() : add.person(),
        add.evidence());
  }

  private static boolean asksNumberOf(Proposal proposal, UUID itemId) {
    return proposal instanceof Proposal.AskQuantity asked && asked.itemId().equals(itemId);
  }

  private static double best(CartCommand.Add add, List<CartCommand.Add> same) {
    return same.stream().mapToDouble(other -> alike(add, other)).max().orElse(ALONE);
  }

  private static double alike(CartCommand.Add one, CartCommand.Add other) {
    if (one.quantity() != other.quantity()) {
      return OTHER_QUANTITY;
    }
    return Set.copyOf(one.optionIds()).equals(Set.copyOf(other.optionIds())) ? SAME : OTHER_OPTIONS;
  }

  /// The embedded mind found several items in the words, this one among them: a model that picks
  /// one guesses.
  private Proposal.@Nullable AskWhich doubt(CartCommand.Add add) {
    return own.proposals().stream()
        .filter(Proposal.AskWhich.class::isInstance)
        .map(Proposal.AskWhich.class::cast)
        .filter(which -> which.itemIds().size() > 1 && which.itemIds().contains(add.itemId()))
        .findFirst()
        .orElse(null);
  }

  private List<UUID> othersInTheSameWords(CartCommand.Add add) {
    Set<UUID> proposed = new HashSet<>();
    adds(calls.accepted()).forEach(one -> proposed.add(one.itemId()));
    return adds(own.proposals()).stream()
        .filter(other -> !proposed.contains(other.itemId()))
        .filter(other -> overlap(add.evidence(), other.evidence()))
        .map(CartCommand.Add::itemId)
        .distinct()
        .toList();
  }

  /// What only the embedded mind heard counts like what only the model heard. In words that the
  /// model took for something else, the customer is asked; where they were options or a wish, they
  /// are accounted for.
  private List<Proposal> overlooked(List<Proposal> proposed) {
    if (!isAboutOrder()) {
      return List.of();
    }
    List<Proposal> rest = new ArrayList<>(missing(proposed));
    for (CartCommand.Add add : adds(own.proposals())) {
      boolean heard =
          proposed.stream().anyMatch(proposal -> names(proposal, add.itemId()))
              || doubtAbout(proposed, add.itemId());
      List<CartCommand.Add> over =
          adds(proposed).stream()
              .filter(other -> overlap(other.evidence(), add.evidence()))
              .toList();
      boolean consumed =
          over.stream().anyMatch(other -> !other.optionIds().isEmpty() || other.note() != null);
      if (add.evidence() == null || heard || consumed) {
        continue;
      }
      double score = over.isEmpty() ? ALONE * own.confidence() : 0;
      scores.add(Math.max(score, LEAST));
      rest.add(
          score >= LEAST
              ? new Proposal.ChangeCart(add)
              : new Proposal.AskWhich(List.of(add.itemId()), add.quantity(), add.optionIds()));
    }
    return rest;
  }

  /// Dishes that we do not have, in words that the model made nothing of.
  private List<Proposal> missing(List<Proposal> proposed) {
    if (proposed.stream().anyMatch(Proposal.NotOnMenu.class::isInstance)) {
      return List.of();
    }
    List<String> accounted =
        adds(proposed).stream()
            .map(CartCommand.Add::evidence)
            .filter(Objects::nonNull)
            .map(evidence -> PhraseList.normal(evidence.words()))
            .toList();
    return own.proposals().stream()
        .filter(proposal ->
            proposal instanceof Proposal.NotOnMenu(String words)
                && accounted.stream().noneMatch(one -> one.contains(PhraseList.normal(words))))
        .toList();
  }

  private static boolean names(Proposal proposal, UUID itemId) {
    return switch (proposal) {
      case Proposal.ChangeCart(CartCommand.Add add) -> add.itemId().equals(itemId);
      // "The same, but three Pepsi" orders no other Pepsi.
      case Proposal.Repeat(Proposal.Which _, List<Adjustment> changes) ->
          changes.stream().anyMatch(change -> names(change, itemId));
      default -> false;
    };
  }

  private static boolean names(Adjustment change, UUID itemId) {
    return switch (change) {
      case Adjustment.Options options -> itemId.equals(options.itemId());
      case Adjustment.Quantity quantity -> itemId.equals(quantity.itemId());
      case Adjustment.Without without -> itemId.equals(without.itemId());
    };
  }

  private static boolean doubtAbout(List<Proposal> proposed, UUID itemId) {
    return proposed.stream()
        .anyMatch(proposal ->
            (proposal instanceof Proposal.AskWhich which && which.itemIds().contains(itemId))
                || (proposal instanceof Proposal.AskQuantity asked
                    && asked.itemId().equals(itemId)));
  }

  /// A dish that is named in a complaint is no order.
  private boolean isAboutOrder() {
    return calls
        .judged()
        .map(judged ->
            switch (judged.intent()) {
              case COMPLAINT, PRAISE, SAFETY, HUMAN, CANCEL, CHANGE_ORDER, OPT_OUT -> false;
              default -> true;
            })
        .orElse(true);
  }

  private static List<CartCommand.Add> adds(List<Proposal> proposals) {
    List<CartCommand.Add> adds = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (proposal instanceof Proposal.ChangeCart(CartCommand.Add add)) {
        adds.add(add);
      }
    }
    return adds;
  }

  private static boolean overlap(@Nullable Evidence one, @Nullable Evidence other) {
    return one != null
        && other != null
        && Objects.equals(one.messageId(), other.messageId())
        && one.from() < other.to()
        && other.from() < one.to();
  }
}
