package com.crmres.server.whatsapp.operator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operator wants to have done, and with what.
///
/// @param ids with these; or with none, and then with all from `since`
/// @param field for the inbox: only what came under this webhook field
/// @param states for sends: how they are stuck; failed ones if it is left out
/// @param dryRun whether only to say what would come of it
/// @param operator who asks
record Asked(
    @Nullable List<String> ids,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String field,
    @Nullable List<String> states,
    @Nullable Boolean dryRun,
    String operator) {

  List<String> chosen() {
    return ids == null ? List.of() : List.copyOf(ids);
  }

  boolean isDry() {
    return Boolean.TRUE.equals(dryRun);
  }
}
