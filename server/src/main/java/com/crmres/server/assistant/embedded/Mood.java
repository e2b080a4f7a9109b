package com.crmres.server.assistant.embedded;

import com.crmres.common.assistant.Intent;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading.Courtesy;
import com.crmres.server.language.Lexicon.Meaning;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a customer speaks: courtesies, praise, complaints, and whether people must answer.
final class Mood {

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

  /// Whatever else a message says, in this order.
  private static final List<EscalationReason> ALWAYS_FOR_PEOPLE =
      List.of(EscalationReason.LEGAL, EscalationReason.ANGER, EscalationReason.PAYMENT);

  private final List<Tag> tags;
  private final List<Word> words;
  private final Calls calls;

  Mood(List<Tag> tags, List<Word> words) {
    this.tags = tags;
    this.words = words;
    this.calls = new Calls(words);
  }

  private boolean has(String value) {
    return tags.stream().anyMatch(tag -> tag.means(value));
  }

  void notice(Findings findings) {
    for (int t = 0; t < tags.size(); t++) {
      Tag tag = tags.get(t);
      if (tag.mention() == null && tag.match() != null) {
        tag.match().meanings().stream()
            .map(Mood::courtesy)
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
        && !calls.isHarmless(tag.from(), tag.to())
        && isOnly(tag, tag.isOf("complaint") ? "complaint" : "escalate");
  }

  private static boolean isOnly(Tag tag, String kind) {
    return tag.match() != null
        && tag.match().meanings().stream()
            .noneMatch(
                meaning -> !meaning.kind().equals(kind) && ALSO_ORDINARY.contains(meaning.kind()));
  }

  Optional<Proposal> handOver(boolean orders, boolean asks, Findings findings) {
    Optional<EscalationReason> reason = reason(orders, asks, findings);
    reason.ifPresent(found -> findings.intent = intent(found));
    return reason.map(Proposal.HandOver::new);
  }

  private static Intent intent(EscalationReason reason) {
    return switch (reason) {
      case HEALTH_OR_SAFETY -> Intent.SAFETY;
      case ASKED_FOR_PERSON, LOW_CONFIDENCE -> Intent.HUMAN;
      default -> Intent.COMPLAINT;
    };
  }

  /// Health and safety go before everything, inside an order too.
  private Optional<EscalationReason> reason(boolean orders, boolean asks, Findings findings) {
    if (calls.has(EscalationReason.HEALTH_OR_SAFETY)
        || grave("ESC:SAFETY")
        || (grave("Q:ALLERGY") && !isHarmless())) {
      return Optional.of(EscalationReason.HEALTH_OR_SAFETY);
    }
    for (EscalationReason reason : ALWAYS_FOR_PEOPLE) {
      if (calls.has(reason)) {
        return Optional.of(reason);
      }
    }
    if (escalates("ESC:ABUSE")) {
      return Optional.of(EscalationReason.ANGER);
    }
    if (has("NEG:PAYMENT") && complains("NEG:PAYMENT")) {
      return Optional.of(EscalationReason.PAYMENT);
    }
    if (calls.has(EscalationReason.POLICY) || grave("ESC:REFUND") || has("Q:JOBS")) {
      return Optional.of(EscalationReason.POLICY);
    }
    boolean complains = calls.has(EscalationReason.COMPLAINT) && !orders;
    // "The staff was rude" asks for nobody.
    if (calls.has(EscalationReason.ASKED_FOR_PERSON) || (grave("HUMAN") && !complains)) {
      return Optional.of(EscalationReason.ASKED_FOR_PERSON);
    }
    if (complains || escalates("ESC:LEGAL") || complains(orders, asks, findings)) {
      return Optional.of(EscalationReason.COMPLAINT);
    }
    return has("Q:RESERVE") ? Optional.of(EscalationReason.LOW_CONFIDENCE) : Optional.empty();
  }

  /// Whether a word stands here in its grave sense.
  private boolean grave(String value) {
    return tags.stream()
        .anyMatch(tag -> tag.means(value) && !calls.isHarmless(tag.from(), tag.to()));
  }

  /// Words that name a thing of the address or the law alike count only away from addresses.
  private boolean escalates(String value) {
    for (int t = 0; t < tags.size(); t++) {
      if (tags.get(t).means(value)
          && !calls.isHarmless(tags.get(t).from(), tags.get(t).to())
          && (t == 0 || !tags.get(t - 1).isOf("address"))) {
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

  private boolean complains(boolean orders, boolean asks, Findings findings) {
    boolean grave = false;
    for (int t = 0; t < tags.size(); t++) {
      Tag tag = tags.get(t);
      if (isComplaint(tag) && !negated(t) && tag.match() != null) {
        grave |=
            tag.match().meanings().stream().anyMatch(meaning -> GRAVE.contains(meaning.value()));
      }
    }
    if (has("Q:ORDER_STATUS") && findings.feeling > -2) {
      return false;
    }
    return (grave && !orders)
        || (grave && findings.feeling < -2)
        || (findings.feeling < -0.5 && !orders && !asks);
  }
}
