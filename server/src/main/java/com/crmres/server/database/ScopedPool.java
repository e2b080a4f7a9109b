package com.crmres.server.database;

import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.jdbc.JdbcConnectionPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Lends the database client one connection per transaction and takes it back whatever happens.
///
/// The client does not give a connection back when a statement fails, so it must never be the
/// owner.
final class ScopedPool implements JdbcConnectionPool {

  private static final ScopedValue<AtomicReference<@Nullable Connection>> LENT =
      ScopedValue.newInstance();

  private final DataSource source;

  ScopedPool(DataSource source) {
    this.source = source;
  }

  /// Runs `work`; the connection it borrows is closed afterwards, which rolls back what is
  /// unfinished.
  <T> T scoped(Supplier<T> work) {
    if (LENT.isBound()) {
      throw new IllegalStateException("a transaction is open already: hand it on instead");
    }
    var lent = new AtomicReference<@Nullable Connection>();
    try {
      return ScopedValue.where(LENT, lent).call(work::get);
    } finally {
      giveBack(lent.get());
    }
  }

  @Override
  public Connection connection() {
    if (!LENT.isBound() || LENT.get().get() != null) {
      throw new DbClientException("the database is used outside its one transaction");
    }
    try {
      Connection connection = source.getConnection();
      LENT.get().set(connection);
      return connection;
    } catch (SQLException e) {
      throw new DbClientException("no connection to the database", e);
    }
  }

  @Override
  public String dbType() {
    return "jdbc:postgresql";
  }

  private static void giveBack(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new DatabaseException("a connection could not be given back", e);
      }
    }
  }
}
