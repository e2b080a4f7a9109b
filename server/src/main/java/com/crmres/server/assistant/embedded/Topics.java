package com.crmres.server.assistant.embedded;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Proposal.Fact;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a text is about besides items: questions, pickup or delivery, yes and no.
final class Topics {

  private final List<Tag> tags;
  private final Turn turn;

  Topics(List<Tag> tags, Turn turn) {
    this.tags = tags;
    this.turn = turn;
  }

  private boolean has(String value) {
    return tags.stream().anyMatch(tag -> tag.means(value));
  }

  boolean cancels() {
    for (int t = 0; t < tags.size(); t++) {
      if (tags.get(t).means("CANCEL_ORDER") && !Sentence.cancelsItem(tags, t)) {
        return !has("Q:HOURS");
      }
    }
    return false;
  }

  boolean finishes() {
    return saysDone() || has("CHECKOUT") || has("SHOW_CART");
  }

  /// "بس" ends an order only where nothing follows it.
  private boolean saysDone() {
    for (int t = 0; t < tags.size(); t++) {
      if (tags.get(t).means("DONE") && onlyCourtesyAfter(t)) {
        return true;
      }
    }
    return false;
  }

  private boolean onlyCourtesyAfter(int t) {
    return tags.subList(t + 1, tags.size()).stream().allMatch(Topics::isEmptyTalk);
  }

  private static boolean isEmptyTalk(Tag tag) {
    return tag.isOf("courtesy")
        || tag.isOf("filler")
        || tag.isOf("yes")
        || tag.isOf("done")
        || tag.isOf("greeting")
        || tag.isOf("stop")
        || tag.isOf("intensifier");
  }

  Optional<Fulfilment> fulfilment() {
    if (has("Q:DELIVERY_AREA") || has("Q:DELIVERY_TIME")) {
      return Optional.empty();
    }
    boolean no = false;
    Fulfilment found = null;
    for (int t = 0; t < tags.size(); t++) {
      Tag tag = tags.get(t);
      no |= tag.isOf("no") || tag.isOf("negation") || tag.means("MOD:WITHOUT");
      if (tag.means("FUL:DELIVERY")
          && !(t > 0
              && (tags.get(t - 1).isOf("negation") || tags.get(t - 1).means("MOD:WITHOUT")))) {
        found = Fulfilment.DELIVERY;
      } else if (tag.means("FUL:PICKUP")
          || tag.means("FUL:TAKEAWAY")
          || tag.means("FUL:CURBSIDE")) {
        found = Fulfilment.PICKUP;
      }
    }
    boolean refused = no;
    return Optional.ofNullable(found).filter(way -> !isQuestionAbout(way) || !refused);
  }

  private boolean isQuestionAbout(Fulfilment fulfilment) {
    return fulfilment == Fulfilment.DELIVERY && has("Q:AVAILABLE");
  }

  boolean asks() {
    return !questions(false).isEmpty();
  }

  /// @param answered whether items' prices are told already
  List<Proposal> questions(boolean answered) {
    Set<Proposal> asked = new LinkedHashSet<>();
    for (Tag tag : tags) {
      if (tag.mention() == null && tag.match() != null) {
        tag.match().meanings().stream()
            .map(meaning -> question(meaning, answered))
            .flatMap(Optional::stream)
            .forEach(asked::add);
      }
    }
    return new ArrayList<>(asked);
  }

  private Optional<Proposal> question(Meaning meaning, boolean answered) {
    return Optional.ofNullable(
        switch (meaning.value()) {
          case "Q:HOURS" -> tell(Fact.HOURS);
          case "Q:WHERE" -> has("Q:ORDER_STATUS") || has("CHANGE") ? null : tell(Fact.LOCATION);
          case "Q:DELIVERY_AREA" -> tell(Fact.DELIVERY);
          case "Q:DELIVERY_TIME" -> has("Q:ORDER_STATUS") ? null : tell(Fact.DELIVERY);
          case "Q:PAYMENT", "PAY:CARD", "PAY:CASH", "PAY:ONLINE" -> tell(Fact.PAYMENT);
          case "Q:OFFERS" -> tell(Fact.OFFERS);
          case "Q:ORDER_STATUS" -> new Proposal.TellOrderStatus();
          case "Q:MENU", "Q:RECOMMEND" -> answered ? null : new Proposal.ShowMenu(List.of(), 0);
          case "Q:PRICE" -> pricesOfAll(answered);
          default -> null;
        });
  }

  private Proposal tell(Fact fact) {
    return new Proposal.Tell(fact);
  }

  /// "الاسعار" without an item asks for the whole menu; beside an item, or as a command, it does
  /// not.
  private @Nullable Proposal pricesOfAll(boolean answered) {
    boolean command = tags.stream().anyMatch(tag -> tag.means("CHANGE") || tag.isOf("money"));
    boolean items = tags.stream().anyMatch(tag -> tag.mention() != null);
    boolean other = has("Q:DELIVERY_AREA") || has("SHOW_CART");
    return answered || command || items || other ? null : new Proposal.ShowMenu(List.of(), 0);
  }

  boolean onlyCourtesyOrAnswer() {
    return tags.stream().allMatch(tag -> isEmptyTalk(tag) || tag.isOf("no") || tag.isOf("yes"));
  }

  /// What yes, no, "that is all" and the like mean after our question.
  Optional<Proposal> answer() {
    boolean yes = says("yes") || has("CHECKOUT");
    boolean no = says("no");
    if (turn.pending() instanceof PendingQuestion.ConfirmCart asked) {
      if (yes && !no && !hesitates()) {
        return Optional.of(new Proposal.ConfirmCart(asked.cartId(), asked.version()));
      }
      if (no) {
        return Optional.of(new Proposal.DeclineCart());
      }
    }
    if (finishes() || (no && askedForMore())) {
      return Optional.of(new Proposal.ReadBack());
    }
    if (has("FUL:DINE_IN") || has("CHANGE")) {
      return Optional.empty();
    }
    return answersPlainly(yes, no);
  }

  private Optional<Proposal> answersPlainly(boolean yes, boolean no) {
    if (yes && turn.pending() == null && !turn.cart().isEmpty()) {
      return Optional.of(new Proposal.ReadBack());
    }
    boolean browse = (yes && turn.cart().isEmpty()) || (yes && askedForMore());
    if (browse || wantsToOrder()) {
      return Optional.of(new Proposal.ShowMenu(List.of(), 0));
    }
    return no && turn.pending() instanceof PendingQuestion.WhichItem
        ? Optional.of(new Proposal.DeclineCart())
        : Optional.empty();
  }

  private boolean askedForMore() {
    return turn.pending() instanceof PendingQuestion.AnythingElse
        || turn.pending() instanceof PendingQuestion.HowToGet;
  }

  /// "ابغى اطلب" and nothing else.
  private boolean wantsToOrder() {
    return tags.stream().anyMatch(tag -> tag.isOf("order_verb"))
        && tags.stream()
            .noneMatch(tag -> tag.isUnknown() || tag.isOf("money") || tag.number() != null);
  }

  /// A yes with reservations is none: "ايه بس ...", or with words that we do not know.
  private boolean hesitates() {
    long unknown = tags.stream().filter(Tag::isUnknown).count();
    boolean but =
        tags.stream()
            .anyMatch(tag -> tag.means("MOD:ONLY") && !onlyCourtesyAfter(tags.indexOf(tag)));
    return but
        || unknown > 0
        || tags.stream()
            .anyMatch(tag ->
                tag.isOf("negation")
                    || tag.isOf("money")
                    || tag.number() != null
                    || tag.means("CHANGE")
                    || tag.means("Q:PRICE"));
  }

  private boolean says(String kind) {
    return tags.stream().anyMatch(tag -> tag.isOf(kind));
  }
}
