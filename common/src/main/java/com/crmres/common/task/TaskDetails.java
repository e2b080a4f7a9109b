package com.crmres.common.task;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a person has to do.
///
/// @param facts what it is about, by name; without anything of a customer
/// @param proof what whoever did it wrote
public record TaskDetails(
    UUID id,
    TaskKind kind,
    UUID branchId,
    @Nullable UUID orderId,
    @Nullable String orderNumber,
    Map<String, String> facts,
    Instant madeAt,
    @Nullable Instant doneAt,
    @Nullable UUID doneBy,
    @Nullable String proof) {
  public TaskDetails {
    facts = Map.copyOf(facts);
  }
}
