package com.crmres.server.assistant.evaluation;

import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.wire.WireName;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What texts can be labelled with.
enum LabelKind {
  INTENT("intents"),
  SENTIMENT("sentiments"),
  HANDOVER("handover");

  static final String NO_HANDOVER = "none";

  private static final String NEUTRAL = "neutral";
  private static final String OTHER = "other";
  private static final String FEEDBACK = "feedback";

  /// Labels that only a file of few labels uses.
  private static final Set<String> COARSE = Set.of(OTHER, FEEDBACK);

  /// Labels that only a file of many labels uses.
  private static final Set<String> FINE =
      Set.of(
          "change_order",
          "confirm",
          "cancel",
          "order_status",
          "safety",
          "greeting",
          "thanks",
          "closing",
          "opt_out");

  /// Where ours go in a file of few labels: the first that it has.
  private static final Map<String, List<String>> COARSER =
      Map.ofEntries(
          Map.entry("change_order", List.of("order")),
          Map.entry("confirm", List.of("order")),
          Map.entry("cancel", List.of("order")),
          Map.entry("order_status", List.of("question")),
          Map.entry("complaint", List.of(FEEDBACK)),
          Map.entry("praise", List.of(FEEDBACK)),
          Map.entry("safety", List.of("complaint", FEEDBACK, "human")),
          Map.entry("greeting", List.of(OTHER, "unknown")),
          Map.entry("thanks", List.of(OTHER, "unknown")),
          Map.entry("closing", List.of(OTHER, "unknown")),
          Map.entry("opt_out", List.of(OTHER, "unknown")),
          Map.entry("unknown", List.of(OTHER)));

  private static final Map<String, String> INTENTS =
      Map.ofEntries(
          Map.entry("place_order", "order"),
          Map.entry("ordering", "order"),
          Map.entry("modify", "change_order"),
          Map.entry("modify_order", "change_order"),
          Map.entry("change", "change_order"),
          Map.entry("confirmation", "confirm"),
          Map.entry("cancel_order", "cancel"),
          Map.entry("cancellation", "cancel"),
          Map.entry("status", "order_status"),
          Map.entry("track_order", "order_status"),
          Map.entry("inquiry", "question"),
          Map.entry("enquiry", "question"),
          Map.entry("query", "question"),
          Map.entry("info", "question"),
          Map.entry("complain", "complaint"),
          Map.entry("compliment", "praise"),
          Map.entry("agent", "human"),
          Map.entry("human_agent", "human"),
          Map.entry("handoff", "human"),
          Map.entry("health", "safety"),
          Map.entry("allergy", "safety"),
          Map.entry("greet", "greeting"),
          Map.entry("hello", "greeting"),
          Map.entry("thank", "thanks"),
          Map.entry("goodbye", "closing"),
          Map.entry("bye", "closing"),
          Map.entry("unsubscribe", "opt_out"),
          Map.entry("stop", "opt_out"),
          Map.entry("none", "unknown"));

  private static final Map<String, String> SENTIMENTS =
      Map.ofEntries(
          Map.entry("pos", "positive"),
          Map.entry("p", "positive"),
          Map.entry("1", "positive"),
          Map.entry("+1", "positive"),
          Map.entry("إيجابي", "positive"),
          Map.entry("ايجابي", "positive"),
          Map.entry("neg", "negative"),
          Map.entry("n", "negative"),
          Map.entry("-1", "negative"),
          Map.entry("سلبي", "negative"),
          Map.entry("neu", NEUTRAL),
          Map.entry("neut", NEUTRAL),
          Map.entry("0", NEUTRAL),
          Map.entry("obj", NEUTRAL),
          Map.entry("objective", NEUTRAL),
          Map.entry("mixed", NEUTRAL),
          Map.entry("محايد", NEUTRAL));

  private final String word;

  LabelKind(String word) {
    this.word = word;
  }

  /// What files and folders of it are called.
  String word() {
    return word;
  }

  /// Every label that can be scored.
  Set<String> known() {
    return switch (this) {
      case INTENT -> with(names(Intent.values()), COARSE);
      case SENTIMENT -> names(Sentiment.values());
      case HANDOVER -> with(names(EscalationReason.values()), Set.of(NO_HANDOVER));
    };
  }

  /// Other words for them.
  Map<String, String> aliases() {
    return switch (this) {
      case INTENT -> INTENTS;
      case SENTIMENT -> SENTIMENTS;
      case HANDOVER -> Map.of();
    };
  }

  /// What a mind says of a turn.
  String of(Reading reading) {
    return switch (this) {
      case INTENT -> reading.intent().wireName();
      case SENTIMENT -> reading.sentiment().wireName();
      case HANDOVER ->
          reading.proposals().stream().flatMap(LabelKind::handover).findFirst().orElse(NO_HANDOVER);
    };
  }

  /// How sure it is of that.
  double confidence(Reading reading) {
    return switch (this) {
      case INTENT -> reading.judgement().intentConfidence();
      case SENTIMENT -> reading.judgement().sentimentConfidence();
      case HANDOVER -> reading.confidence();
    };
  }

  /// Where ours go if a file has only these labels.
  Map<String, String> coarser(Set<String> labels) {
    if (this != INTENT || labels.size() < 2 || labels.stream().anyMatch(FINE::contains)) {
      return Map.of();
    }
    return COARSER.entrySet().stream()
        .filter(entry -> !labels.contains(entry.getKey()))
        .filter(entry -> entry.getValue().stream().anyMatch(labels::contains))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue().stream().filter(labels::contains).findFirst().orElseThrow()));
  }

  private static Stream<String> handover(Proposal proposal) {
    return proposal instanceof Proposal.HandOver(EscalationReason reason)
        ? Stream.of(reason.wireName())
        : Stream.empty();
  }

  private static Set<String> names(WireName[] values) {
    return Stream.of(values).map(WireName::wireName).collect(Collectors.toSet());
  }

  private static Set<String> with(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
