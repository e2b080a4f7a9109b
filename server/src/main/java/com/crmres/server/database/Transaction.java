package com.crmres.server.database;

import io.helidon.dbclient.DbTransaction;
import java.util.ArrayList;
import java.util.List;

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
