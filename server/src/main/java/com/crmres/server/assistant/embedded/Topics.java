package com.crmres.server.assistant.embedded;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Proposal.Fact;
import com.crmres.server.assistant.Reading.Courtesy;
import com.crmres.server.assistant.Reading.Intent;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon.Meaning;
import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a text is about besides items: courtesies, complaints, questions, yes and no.
final class Topics {

  private static final Set<String> GRAVE =
      Set.of(
          "NEG:DELAY",
          "NEG:WRONG_ORDER",
          "NEG:MISSING",
          "NEG:HYGIENE",
          "NEG:COOKED",
          "NEG:SERVICE",
          "NEG:COURIER",
          "NEG:PACKAGING",
          "NEG:COLD");
  private static final Set<String> ALSO_ORDINARY =
      Set.of(
          "modifier",
          "size",
          "spice",
          "temp",
          "sugar",
          "cook",
          "unit",
          "food",
          "question",
          "negation",
          "no",
          "yes",
          "stop",
          "and",
          "cart_op",
          "time",
          "measure",
          "number");

  private final List<Tag> tags;
  private final List<Word> words;
  private final Turn turn;

  Topics(List<Tag> tags, List<Word> words, Turn turn) {
    this.tags = tags;
    this.words = words;
    this.turn = turn;
  }

  private boolean has(String value) {
    return tags.stream().anyMatch(tag -> tag.means(value));
  }

  // --- courtesy and feeling ---

  void notice(Findings findings) {
    for (int t = 0; t < tags.size(); t++) {
      Tag tag = tags.get(t);
      if (tag.mention() == null && tag.match() != null) {
        tag.match().meanings().stream()
            .map(Topics::courtesy)
            .flatMap(Optional::stream)
            .forEach(findings.courtesies::add);
        findings.feeling += feeling(t);
      }
    }
    findings.praise = findings.feeling > 0.5;
    settle(findings.courtesies);
  }

  /// One phrase may be read as several formulas; the weightiest is meant.
  private static void settle(Set<Courtesy> courtesies) {
    if (courtesies.contains(Courtesy.RAMADAN)) {
      courtesies.remove(Courtesy.EID);
    }
    if (courtesies.contains(Courtesy.BLESSING) || courtesies.contains(Courtesy.STRENGTH)) {
      courtesies.remove(Courtesy.THANKS);
    }
    if (courtesies.contains(Courtesy.SALAM)
        || courtesies.contains(Courtesy.HOW_ARE_YOU)
        || courtesies.contains(Courtesy.GOOD_MORNING)
        || courtesies.contains(Courtesy.GOOD_EVENING)
        || courtesies.contains(Courtesy.STRENGTH)) {
      courtesies.remove(Courtesy.HELLO);
    }
  }

  private static Optional<Courtesy> courtesy(Meaning meaning) {
    return Optional.ofNullable(
        switch (meaning.value()) {
          case "GREET:SALAM" -> Courtesy.SALAM;
          case "GREET:HELLO" -> Courtesy.HELLO;
          case "GREET:MORNING" -> Courtesy.GOOD_MORNING;
          case "GREET:EVENING" -> Courtesy.GOOD_EVENING;
          case "GREET:HOWRU" -> Courtesy.HOW_ARE_YOU;
          case "GREET:EID" -> Courtesy.EID;
          case "GREET:RAMADAN" -> Courtesy.RAMADAN;
          case "BLESS:AFYA" -> Courtesy.STRENGTH;
          case "THANKS" -> Courtesy.THANKS;
          case "BLESSING" -> Courtesy.BLESSING;
          case "BYE" -> Courtesy.GOODBYE;
          default -> null;
        });
  }

  private double feeling(int t) {
    Tag tag = tags.get(t);
    double weight = isComplaint(tag) ? -1.5 : isPraise(tag) ? 1 : 0;
    return negated(t) ? -weight : weight;
  }

  private boolean negated(int t) {
    for (int i = Math.max(0, t - 2); i < t; i++) {
      if (tags.get(i).isOf("negation") || tags.get(i).means("MOD:WITHOUT")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPraise(Tag tag) {
    return tag.isOf("praise") && isOnly(tag, "praise");
  }

  private boolean isComplaint(Tag tag) {
    return (tag.isOf("complaint") || tag.isOf("escalate"))
        && isOnly(tag, tag.isOf("complaint") ? "complaint" : "escalate");
  }

  private static boolean isOnly(Tag tag, String kind) {
    return tag.match() != null
        && tag.match().meanings().stream()
            .noneMatch(
                meaning -> !meaning.kind().equals(kind) && ALSO_ORDINARY.contains(meaning.kind()));
  }

  // --- people must answer ---

  Optional<Proposal> handOver(boolean orders, Findings findings) {
    Optional<EscalationReason> reason = reason(orders, findings);
    reason.ifPresent(r -> findings.intent = intent(r));
    return reason.map(Proposal.HandOver::new);
  }

  private static Intent intent(EscalationReason reason) {
    return switch (reason) {
      case HEALTH_OR_SAFETY -> Intent.SAFETY;
      case ASKED_FOR_PERSON, LOW_CONFIDENCE -> Intent.HUMAN;
      default -> Intent.COMPLAINT;
    };
  }

  private Optional<EscalationReason> reason(boolean orders, Findings findings) {
    if (has("ESC:SAFETY") || (has("Q:ALLERGY") && !isHarmless())) {
      return Optional.of(EscalationReason.HEALTH_OR_SAFETY);
    }
    if (has("HUMAN")) {
      return Optional.of(EscalationReason.ASKED_FOR_PERSON);
    }
    if (has("ESC:REFUND") || (has("NEG:PAYMENT") && complains("NEG:PAYMENT"))) {
      return Optional.of(EscalationReason.PAYMENT);
    }
    if (escalates("ESC:ABUSE")) {
      return Optional.of(EscalationReason.ANGER);
    }
    if (escalates("ESC:LEGAL")) {
      return Optional.of(EscalationReason.COMPLAINT);
    }
    if (complains(orders, findings)) {
      return Optional.of(EscalationReason.COMPLAINT);
    }
    return has("Q:RESERVE") || has("Q:JOBS")
        ? Optional.of(EscalationReason.LOW_CONFIDENCE)
        : Optional.empty();
  }

  /// Words that name a thing of the address or the law alike count only away from addresses.
  private boolean escalates(String value) {
    for (int t = 0; t < tags.size(); t++) {
      if (tags.get(t).means(value) && (t == 0 || !tags.get(t - 1).isOf("address"))) {
        return true;
      }
    }
    return false;
  }

  /// Vegetarian or halal is a question of taste or faith, not of health.
  private boolean isHarmless() {
    return tags.stream()
        .filter(tag -> tag.means("Q:ALLERGY"))
        .allMatch(tag -> Set.of("نباتي", "حلال").contains(words.get(tag.from()).text()));
  }

  private boolean complains(String value) {
    return tags.stream().anyMatch(tag -> tag.means(value) && isComplaint(tag));
  }

  private boolean complains(boolean orders, Findings findings) {
    boolean grave = false;
    for (int t = 0; t < tags.size(); t++) {
      Tag tag = tags.get(t);
      if (isComplaint(tag) && !negated(t) && tag.match() != null) {
        grave |= tag.match().meanings().stream().anyMatch(m -> GRAVE.contains(m.value()));
      }
    }
    if (has("Q:ORDER_STATUS") && findings.feeling > -2) {
      return false;
    }
    return (grave && !orders)
        || (grave && findings.feeling < -2)
        || (findings.feeling < -0.5 && !orders && !asks());
  }

  // --- the cart as a whole ---

  boolean cancels() {
    return has("CANCEL_ORDER") && !has("Q:HOURS");
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
    return Optional.ofNullable(found).filter(f -> !isQuestionAbout(f) || !refused);
  }

  private boolean isQuestionAbout(Fulfilment fulfilment) {
    return fulfilment == Fulfilment.DELIVERY && has("Q:AVAILABLE");
  }

  // --- questions ---

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
  private @org.jspecify.annotations.Nullable Proposal pricesOfAll(boolean answered) {
    boolean command = tags.stream().anyMatch(tag -> tag.means("CHANGE") || tag.isOf("money"));
    boolean items = tags.stream().anyMatch(tag -> tag.mention() != null);
    boolean other = has("Q:DELIVERY_AREA") || has("SHOW_CART");
    return answered || command || items || other ? null : new Proposal.ShowMenu(List.of(), 0);
  }

  // --- short answers ---

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
