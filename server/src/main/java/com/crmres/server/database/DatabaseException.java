package com.crmres.server.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The database refused or could not be reached.
public final class DatabaseException extends RuntimeException {

  private static final String UNIQUE_VIOLATION = "23505";

  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }

  /// PostgreSQL's five-letter state of the error; null where the cause was not the database's word.
  public @Nullable String state() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getSQLState();
      }
    }
    return null;
  }

  /// Whether a row with that key was there already.
  public boolean isDuplicate() {
    return UNIQUE_VIOLATION.equals(state());
  }

  /// Whether trying again may help: no connection, a deadlock, a serialisation failure, a shutdown.
  public boolean isPassing() {
    String state = state();
    return state == null
        || state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.equals("55P03");
  }
}
