package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Mind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How many conversations went as they must, from the first turn to the last.
final class ConversationSection implements Section {

  private final List<Failure> failures = new ArrayList<>();
  private int conversations;
  private int right;
  private int turns;
  private int rightTurns;

  void play(Mind mind, Suite.Case<Conversation> one) {
    Rehearsal rehearsal = new Rehearsal(mind, one.menu(), one.about());
    boolean good = true;
    int number = 0;
    for (Conversation.Exchange exchange : one.about().turns()) {
      number++;
      Rehearsal.Answer answer = rehearsal.next(exchange);
      List<String> faults = answer.faults(one.menu(), exchange.expect());
      turns++;
      rightTurns += faults.isEmpty() ? 1 : 0;
      good &= faults.isEmpty();
      if (!faults.isEmpty()) {
        String said = exchange.tap() == null ? exchange.said().toString() : "tap " + exchange.tap();
        failures.add(
            new Failure(
                one.about().id(), number, said, faults, answer.reply(), answer.cart().toString()));
      }
    }
    conversations++;
    right += good ? 1 : 0;
  }

  boolean isEmpty() {
    return conversations == 0;
  }

  @Override
  public String name() {
    return "conversations";
  }

  @Override
  public String title() {
    return String.format(
        Locale.ROOT,
        "Conversations: %s right from end to end (%d of %d), %s of %d turns",
        Figures.percent(Figures.part(right, conversations)),
        right,
        conversations,
        Figures.percent(Figures.part(rightTurns, turns)),
        turns);
  }

  @Override
  public List<String> lines() {
    return List.of();
  }

  @Override
  public List<String> failures() {
    return failures.stream().map(Failure::text).toList();
  }

  @Override
  public Object json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("conversations", conversations);
    json.put("right", right);
    json.put("turns", turns);
    json.put("rightTurns", rightTurns);
    json.put("failures", failures);
    return json;
  }

  /// A turn that did not go as it must.
  record Failure(String id, int turn, String said, List<String> faults, String reply, String cart) {
    Failure {
      faults = List.copyOf(faults);
    }

    String text() {
      return id
          + " turn "
          + turn
          + "\n    said      "
          + said
          + "\n    wrong     "
          + String.join("; ", faults)
          + "\n    cart      "
          + cart
          + "\n    reply     "
          + reply.replace("\n", "\n              ");
    }
  }
}
