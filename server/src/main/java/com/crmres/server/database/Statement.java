package com.crmres.server.database;

import com.crmres.common.money.Money;
import com.crmres.common.wire.WireName;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One SQL statement with its named parameters, run inside a transaction.
///
/// Parameters are written `:name`; a cast is written `cast(:name as uuid)`, since `::` would be
/// read as a parameter. Text goes to the server untyped, so that it fits uuid, jsonb and enum
/// columns.
public final class Statement {

  private final DbExecute execute;
  private final String sql;
  private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

  Statement(DbExecute execute, String sql) {
    this.execute = execute;
    this.sql = sql;
  }

  /// Gives a parameter its value: text, number, flag, instant, id, money, a constant with a wire
  /// name, bytes, or an array of `UUID`, `String` or `Long`; null is SQL's null.
  public Statement with(String name, @Nullable Object value) {
    parameters.put(name, sqlValue(value));
    return this;
  }

  /// All rows of the result.
  public <T> List<T> list(Function<Row, T> mapper) {
    return read(rows -> rows.toList(), mapper);
  }

  /// The first row, if there is one.
  public <T> Optional<T> first(Function<Row, T> mapper) {
    List<T> rows = list(mapper);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /// The only row.
  ///
  /// @throws IllegalStateException if there is none
  public <T> T one(Function<Row, T> mapper) {
    return first(mapper).orElseThrow(() -> new IllegalStateException("no row: " + sql));
  }

  /// Runs an insert, update or delete.
  ///
  /// @return how many rows it touched
  public long update() {
    return guarded(() -> execute.createDmlStatement(sql).params(parameters).execute());
  }

  private <T> List<T> read(Function<Stream<T>, List<T>> collect, Function<Row, T> mapper) {
    return guarded(() ->
        collect.apply(
            execute
                .createQuery(sql)
                .params(parameters)
                .execute()
                .map(row -> mapper.apply(new Row(row)))));
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (DbClientException e) {
      throw new DatabaseException("a statement failed", e);
    }
  }

  private static @Nullable Object sqlValue(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case UUID id -> id.toString();
      case Money money -> money.halalas();
      case WireName constant -> constant.wireName();
      default -> value;
    };
  }
}
