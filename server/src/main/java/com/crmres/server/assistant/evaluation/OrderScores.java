package com.crmres.server.assistant.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/// How well the orders of one group of cases were read.
final class OrderScores {

  private final SlotScores slots = new SlotScores();
  private int cases;
  private int exact;
  private int carts;

  void add(SuiteMenu menu, OrderCase about, Got got, Verdict verdict) {
    cases++;
    exact += verdict.exact() ? 1 : 0;
    carts += verdict.cartRight() ? 1 : 0;
    slots.add(menu, about, got);
  }

  int cases() {
    return cases;
  }

  int exact() {
    return exact;
  }

  double exactPart() {
    return Figures.part(exact, cases);
  }

  double cartPart() {
    return Figures.part(carts, cases);
  }

  Tally slot(Slot slot) {
    return slots.of(slot);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cases", cases);
    json.put("exact", exact);
    json.put("exactMatch", Figures.rounded(exactPart()));
    json.put("cartMatch", Figures.rounded(cartPart()));
    json.put("slots", slots.json());
    return json;
  }
}
