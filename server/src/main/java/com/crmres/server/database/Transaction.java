package com.crmres.server.database;

import io.helidon.dbclient.DbTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// An open transaction, handed from room to room: what is done with it happens together or not at
/// all.
public final class Transaction {

  private final DbTransaction transaction;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Transaction(DbTransaction transaction) {
    this.transaction = transaction;
  }

  /// A statement of this transaction.
  public Statement sql(String sql) {
    return new Statement(transaction, sql);
  }

  /// Does something, and keeps it only if what came of it is wanted; else it has never happened,
  /// and the rest of the transaction goes on.
  ///
  /// @return what came of it, kept or not
  public <T> T attempt(Supplier<T> work, Predicate<T> isWanted) {
    int wakeUps = afterCommit.size();
    sql("savepoint attempt").update();
    T result = work.get();
    if (!isWanted.test(result)) {
      sql("rollback to savepoint attempt").update();
      afterCommit.subList(wakeUps, afterCommit.size()).clear();
    }
    sql("release savepoint attempt").update();
    return result;
  }

  /// Runs `wakeUp` once this transaction has been committed, for example to wake a waiting worker.
  ///
  /// It may be lost if the process dies, so it must only ever save time.
  public void afterCommit(Runnable wakeUp) {
    afterCommit.add(wakeUp);
  }

  void runAfterCommit() {
    afterCommit.forEach(Runnable::run);
  }
}
