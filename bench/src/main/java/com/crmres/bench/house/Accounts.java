package com.crmres.bench.house;

import com.crmres.simulator.Ledger;
import com.crmres.simulator.Simulator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What must be true after every trial, whatever it was about: nothing lost, nothing doubled,
/// nothing left undone.
public final class Accounts {

  private static final Duration SETTLED = Duration.ofMillis(2_500);
  private static final int SHOWN = 5;

  /// Work that is still to be done; each line is one thing.
  private static final String UNDER_WAY =
      """
      select 'delivery ' || id from webhook_delivery where set_aside is null
      union all
      select 'unit ' || lane || '/' || delivery_id || ' attempts ' || attempts
        from webhook_unit where set_aside is null
      union all
      select 'turn ' || id || ' attempts ' || attempts from turn where state = 'open'
      union all
      select 'outbox ' || message_id || ' ' || state from outbox
       where state in ('pending', 'sending', 'in_doubt')
      """;

  /// Two answered turns of one conversation that end with the same message, or run backwards.
  private static final String ANSWERED_TWICE =
      """
      select 'turn ' || id from (
        select id, last_sequence,
               lag(last_sequence) over (partition by conversation_id order by answered_at, id) as before
          from turn where state = 'answered') t
       where before >= last_sequence
      """;

  /// The assistant spoke in more transactions than it answered turns.
  private static final String SPOKEN_TOO_OFTEN =
      """
      select 'conversation ' || c.id
        from conversation c
       where (select count(distinct e.transaction_id) from live_event e
               where e.event -> 'message' ->> 'conversationId' = c.id::text
                 and e.event -> 'message' ->> 'sender' = 'ai'
                 and e.event ? 'conversation')
           > (select count(*) from turn t where t.conversation_id = c.id and t.state = 'answered')
      """;

  /// What a customer said to the assistant and no turn reached.
  private static final String UNANSWERED =
      """
      select 'message ' || m.id
        from message m join conversation c on c.id = m.conversation_id
       where m.sender = 'customer' and c.answerer = 'assistant' and c.status = 'active'
         and m.sequence > coalesce((select a.answered_through from assistant_memory a
                                     where a.conversation_id = c.id), 0)
      """;

  private static final String SET_ASIDE =
      """
      select 'delivery ' || id || ': ' || set_aside from webhook_delivery where set_aside is not null
      union all
      select 'unit ' || lane || '/' || delivery_id || ': ' || set_aside
        from webhook_unit where set_aside is not null
      """;

  private static final String FAILED_SENDS =
      """
      select 'outbox ' || message_id || ' ' || state || ' code ' || coalesce(error_code, 0)
        from outbox
       where state = 'failed' or state = 'held' and when_in_doubt = 'send_again'
      """;

  private final House house;
  private final Simulator simulator;
  private final List<String> faults = new ArrayList<>();

  public Accounts(House house, Simulator simulator) {
    this.house = house;
    this.simulator = simulator;
  }

  /// Everything found wrong so far.
  public List<String> faults() {
    return List.copyOf(faults);
  }

  public void fault(String sentence) {
    faults.add(sentence);
  }

  /// Waits until WhatsApp has nothing more to tell and the server nothing more to do.
  public void awaitQuiet(Duration limit) throws SQLException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      if (simulator.awaitQuiet(Duration.ofSeconds(20), SETTLED) && rows(UNDER_WAY).isEmpty()) {
        return;
      }
    }
  }

  /// What the server's own tables say of work done, left undone and given up.
  public void compareWork() throws SQLException {
    none("still under way", rows(UNDER_WAY));
    none("answered twice", rows(ANSWERED_TWICE));
    none("spoken too often", rows(SPOKEN_TOO_OFTEN));
    none("not answered", rows(UNANSWERED));
    none("set aside", rows(SET_ASIDE));
    none("not sent", rows(FAILED_SENDS));
  }

  /// Every message whose delivery was answered 200 is there once, and nothing else is.
  public int compareMessages(Ledger ledger) throws SQLException {
    Set<String> said =
        ledger.said().stream().map(entry -> entry.said().messageId()).collect(Collectors.toSet());
    List<String> stored = rows("select wamid from message where sender = 'customer'");
    Set<String> known = Set.copyOf(stored);
    none(
        "never answered 200",
        ledger.unacknowledged().stream().map(entry -> entry.said().messageId()).toList());
    none("lost on the way in", said.stream().filter(id -> !known.contains(id)).toList());
    none("nobody said this", known.stream().filter(id -> !said.contains(id)).toList());
    if (stored.size() != known.size()) {
      faults.add("stored twice: " + (stored.size() - known.size()));
    }
    return stored.size();
  }

  /// Every message of ours that WhatsApp has, it has once, and of each we know it.
  public int compareSends(Ledger ledger) throws SQLException {
    none("sent twice", List.copyOf(ledger.doubled().keySet()));
    Map<String, Long> received =
        ledger.answered().stream()
            .collect(
                Collectors.groupingBy(
                    send -> String.valueOf(send.callbackData()), Collectors.counting()));
    Set<String> accepted =
        Set.copyOf(rows("select message_id from outbox where state = 'accepted'"));
    none("lost on the way out", accepted.stream().filter(id -> !received.containsKey(id)).toList());
    none(
        "sent but not known as sent",
        received.keySet().stream().filter(id -> !accepted.contains(id)).toList());
    return number("select count(*) from outbox where state = 'held'");
  }

  /// Nothing of this kind may have been found.
  public void none(String what, List<String> found) {
    if (!found.isEmpty()) {
      faults.add(
          "%s: %d, for example %s"
              .formatted(what, found.size(), found.subList(0, Math.min(SHOWN, found.size()))));
    }
  }

  /// What a query answers with one number.
  public int number(String sql) throws SQLException {
    return Integer.parseInt(rows(sql).getFirst());
  }

  /// The first column of a query.
  public List<String> rows(String sql) throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(String.valueOf(rows.getString(1)));
      }
      return all;
    }
  }

  /// The two columns of a query that counts.
  public Map<String, Integer> counts(String sql) throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Map<String, Integer> all = new TreeMap<>();
      while (rows.next()) {
        all.put(String.valueOf(rows.getString(1)), rows.getInt(2));
      }
      return all;
    }
  }
}
