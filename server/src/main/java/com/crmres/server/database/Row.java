package com.crmres.server.database;

import com.crmres.common.money.Money;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.WireName;
import io.helidon.dbclient.DbRow;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a result, read by column name; the `…OrNull` ways are for columns that may be empty.
public final class Row {

  private final DbRow row;

  Row(DbRow row) {
    this.row = row;
  }

  public UUID uuid(String column) {
    return present(column, uuidOrNull(column));
  }

  public @Nullable UUID uuidOrNull(String column) {
    return value(column, UUID.class);
  }

  public String text(String column) {
    return present(column, textOrNull(column));
  }

  public @Nullable String textOrNull(String column) {
    return value(column, String.class);
  }

  /// A number of SQL type `integer`.
  public int integer(String column) {
    return present(column, value(column, Integer.class));
  }

  /// A number of SQL type `integer` that may be missing.
  public @Nullable Integer integerOrNull(String column) {
    return value(column, Integer.class);
  }

  /// A number of SQL type `bigint`.
  public long number(String column) {
    return present(column, value(column, Long.class));
  }

  /// A number of SQL type `bigint` that may be missing.
  public @Nullable Long numberOrNull(String column) {
    return value(column, Long.class);
  }

  /// A number of SQL type `double precision`.
  public double decimal(String column) {
    return present(column, value(column, Double.class));
  }

  /// A number of SQL type `double precision` that may be missing.
  public @Nullable Double decimalOrNull(String column) {
    return value(column, Double.class);
  }

  public boolean flag(String column) {
    return present(column, value(column, Boolean.class));
  }

  /// An amount kept as halalas in a `bigint`.
  public Money money(String column) {
    return new Money(number(column));
  }

  public Instant instant(String column) {
    return present(column, instantOrNull(column));
  }

  public @Nullable Instant instantOrNull(String column) {
    Timestamp timestamp = value(column, Timestamp.class);
    return timestamp == null ? null : timestamp.toInstant();
  }

  /// A constant kept under its wire name.
  public <E extends Enum<E> & WireName> E named(String column, Class<E> type) {
    return WireName.parse(type, text(column));
  }

  public <E extends Enum<E> & WireName> @Nullable E namedOrNull(String column, Class<E> type) {
    String name = textOrNull(column);
    return name == null ? null : WireName.parse(type, name);
  }

  public <T> T json(String column, Class<T> type) {
    return Json.read(text(column), type);
  }

  /// A column of type `uuid[]`.
  public List<UUID> uuids(String column) {
    return List.of((UUID[]) array(column));
  }

  /// A column of type `text[]`.
  public List<String> texts(String column) {
    return List.of((String[]) array(column));
  }

  /// A column of type `bytea`.
  public byte[] bytes(String column) {
    return present(column, value(column, byte[].class));
  }

  private Object array(String column) {
    try {
      return present(column, value(column, Array.class)).getArray();
    } catch (SQLException e) {
      throw new DatabaseException("column " + column + " could not be read", e);
    }
  }

  private <T> @Nullable T value(String column, Class<T> type) {
    return row.column(column).get(type);
  }

  private static <T> T present(String column, @Nullable T value) {
    return Objects.requireNonNull(value, () -> "column " + column + " is empty");
  }
}
