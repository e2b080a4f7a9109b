package com.crmres.server.database;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/// Makes the keys of rows: UUIDv7, so that they grow with time.
@FunctionalInterface
public interface Ids {

  UUID next();

  /// Keys for the running server.
  static Ids timeOrdered() {
    var generator = Generators.timeBasedEpochGenerator();
    return generator::generate;
  }
}
