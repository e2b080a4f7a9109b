package com.crmres.bench.orders;

import com.crmres.bench.house.House;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// Watches what a server that nobody asks anything reads: what its clocks and queues look for must
/// not grow with what is past.
final class AtRest {

  /// Tables with so many rows grow with the past.
  private static final int LARGE = 5_000;

  private static final String SCANNED =
      """
      select relname, coalesce(seq_tup_read, 0) as rows
        from pg_stat_user_tables
       where n_live_tup >= %d
      """
          .formatted(LARGE);

  private final House house;

  AtRest(House house) {
    this.house = house;
  }

  /// Rows read by going through large tables from end to end in this time; empty if there were
  /// none.
  Map<String, Long> scanned(Duration time) throws SQLException, InterruptedException {
    Map<String, Long> before = read();
    Thread.sleep(time);
    Map<String, Long> grown = new TreeMap<>();
    read()
        .forEach(
            (table, rows) -> grown.merge(table, rows - before.getOrDefault(table, 0L), Long::sum));
    grown.values().removeIf(rows -> rows == 0);
    return grown;
  }

  private Map<String, Long> read() throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SCANNED)) {
      Map<String, Long> all = new TreeMap<>();
      while (rows.next()) {
        all.put(rows.getString(1), rows.getLong(2));
      }
      return all;
    }
  }
}
