package com.crmres.server.doctor;

import com.crmres.server.database.DatabaseAddress;
import com.crmres.server.database.DatabaseCondition;
import com.crmres.server.database.DatabaseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the database can be reached, is new enough and migrated, and keeps restaurants apart.
///
/// @param owner an external database; null for the embedded one, which the server looks after
record DatabaseCheck(@Nullable DatabaseAddress owner) implements Check {

  private static final String ABOUT = "database";

  @Override
  public List<Finding> look() {
    DatabaseAddress address = owner;
    if (address == null) {
      return List.of(Finding.good(ABOUT, "database.embedded"));
    }
    try {
      return read(DatabaseCondition.of(address));
    } catch (DatabaseException e) {
      return List.of(Finding.fault(ABOUT, "database.unreachable", address.url(), reason(e)));
    }
  }

  private static List<Finding> read(DatabaseCondition condition) {
    List<Finding> findings = new ArrayList<>();
    String version = condition.version();
    if (!condition.isNewEnough()) {
      findings.add(Finding.fault(ABOUT, "database.old", version));
    }
    if (condition.isEmpty()) {
      findings.add(Finding.note(ABOUT, "database.empty"));
      return findings;
    }
    if (condition.roleBypassesWalls()) {
      findings.add(Finding.fault(ABOUT, "database.role"));
    }
    if (!condition.openTables().isEmpty()) {
      findings.add(
          Finding.fault(ABOUT, "database.open", String.join(", ", condition.openTables())));
    }
    if (!condition.pending().isEmpty()) {
      findings.add(Finding.note(ABOUT, "database.pending", String.join(", ", condition.pending())));
    }
    if (!condition.failed().isEmpty()) {
      findings.add(Finding.fault(ABOUT, "database.failed", String.join(", ", condition.failed())));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.good(ABOUT, "database.good", version));
    }
    return findings;
  }

  private static String reason(DatabaseException failure) {
    Throwable cause = failure.getCause();
    return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
  }
}
