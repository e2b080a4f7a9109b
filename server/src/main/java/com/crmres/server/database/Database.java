package com.crmres.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbTransaction;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Opens transactions, each bound to one restaurant by row-level security, or to the system.
///
/// The only class that sets the scope. Threads share one instance. Work inside must not call the
/// network: it holds a connection.
public final class Database implements AutoCloseable {

  private final HikariDataSource pool;
  private final ScopedPool scope;
  private final DbClient client;

  /// Opens a pool for the application role, which owns no table.
  ///
  /// @param poolSize connections kept, 2 to 100
  public Database(DatabaseAddress address, int poolSize) {
    this.pool = new HikariDataSource(configuration(address, poolSize));
    this.scope = new ScopedPool(pool);
    this.client = JdbcClientBuilder.create().connectionPool(scope).build();
  }

  /// One transaction that sees and changes only what belongs to the restaurant.
  ///
  /// @throws DatabaseException if it could not be committed; then nothing has happened
  public <T extends @Nullable Object> T inRestaurant(
      UUID restaurantId, Function<Transaction, T> work) {
    return run("restaurant", restaurantId.toString(), work);
  }

  /// As [#inRestaurant] for work without a result.
  public void changeRestaurant(UUID restaurantId, Consumer<Transaction> work) {
    this.<@Nullable Void>inRestaurant(restaurantId, done(work));
  }

  /// One transaction over the tables that belong to no restaurant, or whose rows of every
  /// restaurant a worker must find: deliveries, queues, sign-in names. It sees no customer's
  /// content.
  public <T extends @Nullable Object> T inSystem(Function<Transaction, T> work) {
    return run("system", "", work);
  }

  /// As [#inSystem] for work without a result.
  public void changeSystem(Consumer<Transaction> work) {
    this.<@Nullable Void>inSystem(done(work));
  }

  @Override
  public void close() {
    pool.close();
  }

  private <T extends @Nullable Object> T run(
      String kind, String restaurantId, Function<Transaction, T> work) {
    return scope.scoped(() -> {
      DbTransaction opened = client.transaction();
      Transaction transaction = new Transaction(opened);
      T result;
      try {
        setScope(transaction, kind, restaurantId);
        result = work.apply(transaction);
        opened.commit();
      } catch (DbClientException e) {
        throw new DatabaseException("a transaction failed", e);
      }
      transaction.runAfterCommit();
      return result;
    });
  }

  private static void setScope(Transaction transaction, String kind, String restaurantId) {
    transaction
        .sql(
            """
            select set_config('app.scope', :kind, true), set_config('app.restaurant', :restaurant, true)
            """)
        .with("kind", kind)
        .with("restaurant", restaurantId)
        .one(row -> true);
  }

  private static Function<Transaction, @Nullable Void> done(Consumer<Transaction> work) {
    return transaction -> {
      work.accept(transaction);
      return null;
    };
  }

  private static HikariConfig configuration(DatabaseAddress address, int poolSize) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(address.url());
    configuration.setUsername(address.user());
    configuration.setPassword(address.password());
    configuration.addDataSourceProperty("stringtype", "unspecified");
    configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
    configuration.addDataSourceProperty("ApplicationName", "crm-res");
    configuration.addDataSourceProperty("tcpKeepAlive", "true");
    // The detail of an error quotes values where no wall hides them, and errors end up in the log.
    configuration.addDataSourceProperty("logServerErrorDetail", "false");
    configuration.addDataSourceProperty("connectTimeout", "5");
    configuration.addDataSourceProperty("socketTimeout", "60");
    configuration.setMaximumPoolSize(poolSize);
    configuration.setConnectionTimeout(3_000);
    configuration.setMaxLifetime(1_500_000);
    configuration.setPoolName("crm");
    return configuration;
  }
}
