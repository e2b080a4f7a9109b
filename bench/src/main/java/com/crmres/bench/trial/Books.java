package com.crmres.bench.trial;

import com.crmres.bench.house.Accounts;
import com.crmres.bench.house.House;
import com.crmres.simulator.Ledger;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Errand;
import com.crmres.simulator.customers.Visit;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares what customers said and heard with what the database holds.
final class Books {

  private static final String ORDERS_BY_PHONE =
      """
      select k.customer_phone, count(*)
        from orders o join customer_card k on k.customer_id = o.customer_id
       group by 1
      """;

  private static final String ACCEPTED_OFTEN =
      """
      select 'order ' || order_id from order_event where to_status = 'confirmed'
       group by order_id having count(*) > 1
      """;

  /// Where the thread of a customer who was left alone stands.
  private static final String THREAD =
      """
      select concat_ws(' ', c.status, c.answerer, 'reason', coalesce(c.reason, 'none'),
               'created', c.created_at, '| turns',
               (select string_agg(concat_ws('/', t.state, t.last_sequence, t.intent, t.attempts,
                                            t.answered_at), ', ' order by t.opened_at)
                  from turn t where t.conversation_id = c.id), '| messages',
               (select string_agg(concat_ws('/', m.sequence, m.sender, o.state, m.received_at), ', '
                                  order by m.sequence)
                  from message m left join outbox o on o.message_id = m.id
                 where m.conversation_id = c.id))
        from conversation c join customer_card k on k.customer_id = c.customer_id
       where k.customer_phone = ':phone'
      """;

  private final Simulator simulator;
  private final Accounts accounts;

  Books(House house, Simulator simulator) {
    this.simulator = simulator;
    this.accounts = new Accounts(house, simulator);
  }

  void awaitQuiet(Duration limit) throws SQLException, InterruptedException {
    accounts.awaitQuiet(limit);
  }

  /// The verdict.
  ///
  /// @param accepted the numbers of the orders that staff accepted
  Verdict balance(TrialPlan plan, int kills, int senders, List<Visit> visits, Set<String> accepted)
      throws SQLException {
    Ledger ledger = simulator.ledger();
    accounts.compareWork();
    accounts.none("accepted more than once", accounts.rows(ACCEPTED_OFTEN));
    int stored = accounts.compareMessages(ledger);
    int held = accounts.compareSends(ledger);
    int orders = compareOrders(visits);
    compareNotices(ledger, accepted, held);
    return new Verdict(
        plan,
        kills,
        senders,
        visits.size(),
        ledger.said().size(),
        stored,
        accounts.number("select count(*) from turn where state = 'answered'"),
        ledger.answered().size(),
        orders,
        accepted.size(),
        held,
        accounts.faults());
  }

  /// Whoever was told that the order is placed has exactly one, and nobody else has any.
  private int compareOrders(List<Visit> visits) throws SQLException {
    Map<String, Integer> orders = accounts.counts(ORDERS_BY_PHONE);
    Map<String, Visit> byPhone =
        visits.stream()
            .collect(
                Collectors.toMap(
                    visit -> String.valueOf(visit.customer().phone()), Function.identity()));
    for (Map.Entry<String, Visit> one : byPhone.entrySet()) {
      String phone = one.getKey();
      Visit visit = one.getValue();
      int expected = visit.errand() == Errand.ORDER ? 1 : 0;
      int there = orders.getOrDefault(phone, 0);
      if (there != expected || !visit.satisfied()) {
        accounts.fault(
            "%s has %d orders instead of %d, was %ssatisfied; heard %d; the thread: %s"
                .formatted(
                    phone,
                    there,
                    expected,
                    visit.satisfied() ? "" : "not ",
                    simulator.sends().to(visit.customer()).size(),
                    accounts.rows(THREAD.replace(":phone", phone))));
      }
    }
    return orders.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Whoever's order was accepted heard of it once; a notice that is held was heard of by people.
  private void compareNotices(Ledger ledger, Set<String> accepted, int held) throws SQLException {
    Set<String> notices =
        Set.copyOf(
            accounts.rows(
                """
                select o.message_id from outbox o join message m on m.id = o.message_id
                 where m.sender = 'system' and o.state = 'accepted'
                """));
    List<Send> told =
        ledger.answered().stream()
            .filter(send -> notices.contains(String.valueOf(send.callbackData())))
            .toList();
    int confirmed =
        accounts.number("select count(*) from order_event where to_status = 'confirmed'");
    if (confirmed != accepted.size() || told.size() + held != confirmed) {
      accounts.fault(
          "accepted %d, confirmed %d, told %d, held %d"
              .formatted(accepted.size(), confirmed, told.size(), held));
    }
  }
}
