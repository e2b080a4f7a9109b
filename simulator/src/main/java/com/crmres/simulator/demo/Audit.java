package com.crmres.simulator.demo;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.simulator.Ledger;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.payload.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks the server, over its REST interface, for everything the customers said and were told.
final class Audit {

  private static final Set<OrderStatus> NEVER_ACCEPTED =
      Set.of(OrderStatus.PENDING, OrderStatus.EXPIRED);

  private final StaffDesk desk;
  private final Transcript transcript;
  private final List<String> missing = new ArrayList<>();

  Audit(StaffDesk desk, Transcript transcript) {
    this.desk = desk;
    this.transcript = transcript;
  }

  /// Compares.
  ///
  /// @param orders the orders that came to the board this evening
  /// @param acceptedAt when staff accepted them
  Account balance(Ledger ledger, List<OrderSummary> orders, Map<UUID, Instant> acceptedAt)
      throws IOException, InterruptedException {
    int stored = 0;
    int answered = 0;
    for (Map.Entry<Person, List<Ledger.Entry>> customer : byCustomer(ledger).entrySet()) {
      List<MessageDetails> thread = threadOf(customer.getKey(), customer.getValue().size());
      stored += saidIn(thread);
      answered += answeredIn(thread, customer.getKey());
    }
    int unacknowledged = ledger.unacknowledged().size();
    note(unacknowledged > 0, "missing.unacknowledged", unacknowledged);
    note(!ledger.doubled().isEmpty(), "missing.doubled", ledger.doubled().size());
    List<OrderSummary> accepted =
        orders.stream().filter(order -> !NEVER_ACCEPTED.contains(order.status())).toList();
    int told = told(ledger.answered(), accepted, acceptedAt);
    note(accepted.size() < orders.size(), "missing.accepted", orders.size() - accepted.size());
    note(told < accepted.size(), "missing.told", accepted.size() - told);
    note(orders.isEmpty(), "missing.orders");
    return new Account(
        ledger.said().size(),
        stored,
        answered,
        ledger.doubled().size(),
        orders.size(),
        accepted.size(),
        told,
        missing);
  }

  private static Map<Person, List<Ledger.Entry>> byCustomer(Ledger ledger) {
    Map<Person, List<Ledger.Entry>> byCustomer = new LinkedHashMap<>();
    for (Ledger.Entry entry : ledger.said()) {
      byCustomer.computeIfAbsent(entry.said().customer(), person -> new ArrayList<>()).add(entry);
    }
    return byCustomer;
  }

  /// The customer's messages as the server shows them, oldest first.
  private List<MessageDetails> threadOf(Person person, int said)
      throws IOException, InterruptedException {
    List<MessageDetails> thread = new ArrayList<>();
    for (ConversationSummary conversation : conversationsOf(person)) {
      String path = "/v1/conversations/" + conversation.id() + "/messages?limit=200";
      thread.addAll(desk.all(path, "before", MessageDetails.class));
    }
    thread.sort(Comparator.comparingLong(MessageDetails::sequence));
    int stored = saidIn(thread);
    note(stored != said, "missing.stored", said, stored, String.valueOf(person.name()));
    return thread;
  }

  private List<ConversationSummary> conversationsOf(Person person)
      throws IOException, InterruptedException {
    String phone = String.valueOf(person.phone());
    String path = "/v1/conversations?limit=200&search=" + StaffDesk.encoded(phone);
    return desk.all(path, "after", ConversationSummary.class).stream()
        .filter(conversation -> phone.equals(conversation.customer().phone()))
        .toList();
  }

  private static int saidIn(List<MessageDetails> thread) {
    return (int) thread.stream().filter(Audit::isCustomers).count();
  }

  /// Everything before the last answer is answered; after it only what waits for a person may
  /// stand.
  private int answeredIn(List<MessageDetails> thread, Person person)
      throws IOException, InterruptedException {
    int open = 0;
    for (MessageDetails message : thread) {
      open = isCustomers(message) ? open + 1 : 0;
    }
    boolean withStaff = open > 0 && conversationsOf(person).stream().allMatch(Audit::isWithStaff);
    int unanswered = withStaff ? 0 : open;
    note(unanswered > 0, "missing.answered", unanswered, String.valueOf(person.name()));
    return saidIn(thread) - unanswered;
  }

  private static boolean isCustomers(MessageDetails message) {
    return message.sender() == Sender.CUSTOMER;
  }

  private static boolean isWithStaff(ConversationSummary conversation) {
    return conversation.answerer() == Answerer.STAFF
        || conversation.status() == ConversationStatus.ESCALATED;
  }

  /// A customer was told if a message after staff pressed "accept" names the order's number.
  private static int told(
      List<Send> sends, List<OrderSummary> orders, Map<UUID, Instant> acceptedAt) {
    return (int)
        orders.stream().filter(order -> isTold(sends, order, acceptedAt.get(order.id()))).count();
  }

  private static boolean isTold(
      List<Send> sends, OrderSummary order, @Nullable Instant acceptedAt) {
    return acceptedAt != null
        && sends.stream()
            .filter(send -> !send.at().isBefore(acceptedAt))
            .filter(send -> send.customer().key().equals(order.customer().phone()))
            .anyMatch(send -> send.text().contains(order.number()));
  }

  private void note(boolean isWrong, String key, Object... arguments) {
    if (isWrong) {
      missing.add(transcript.text(key, arguments));
    }
  }
}
