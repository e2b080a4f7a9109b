package com.crmres.simulator;

import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Said;
import com.crmres.simulator.webhook.Delivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What customers said and what they were answered, so that nothing lost and nothing doubled can be
/// proven.
public record Ledger(List<Entry> said, List<Send> answered) {

  public Ledger {
    said = List.copyOf(said);
    answered = List.copyOf(answered);
  }

  /// Messages for which the business never answered 200: it need not know them.
  public List<Entry> unacknowledged() {
    return said.stream().filter(entry -> !entry.isAcknowledged()).toList();
  }

  /// Sends that carry the same `biz_opaque_callback_data`: one message of ours that went out twice.
  public Map<String, List<Send>> doubled() {
    return answered.stream()
        .filter(send -> send.callbackData() != null)
        .collect(
            Collectors.groupingBy(
                send -> String.valueOf(send.callbackData()),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .filter(group -> group.getValue().size() > 1)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Customers who wrote and never heard anything.
  public List<String> unanswered() {
    var heard = answered.stream().map(send -> send.customer().key()).collect(Collectors.toSet());
    return said.stream()
        .map(entry -> entry.said().customer().key())
        .distinct()
        .filter(customer -> !heard.contains(customer))
        .toList();
  }

  /// A message of a customer and what became of its delivery; absent if it was never posted.
  public record Entry(Said said, Optional<Delivery> delivery) {

    public boolean isAcknowledged() {
      return delivery.filter(Delivery::isAcknowledged).isPresent();
    }
  }
}
