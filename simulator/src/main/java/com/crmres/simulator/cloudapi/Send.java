package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message of the business that was accepted: the customer has it, whatever the business was
/// told.
///
/// @param text what the customer reads, interactive parts and templates written out
/// @param callbackData the business's own `biz_opaque_callback_data`
/// @param answered whether the business got its 200; not if the answer was lost on the way
public record Send(
    String messageId,
    BusinessNumber number,
    Person customer,
    String type,
    String text,
    List<Option> options,
    @Nullable String callbackData,
    JsonNode request,
    Instant at,
    boolean answered) {

  public Send {
    options = List.copyOf(options);
  }

  public boolean asksForLocation() {
    return request.path("interactive").path("type").asText().equals("location_request_message");
  }

  /// The option with this id or title.
  public Optional<Option> option(String idOrTitle) {
    return options.stream()
        .filter(option -> option.id().equals(idOrTitle) || option.title().equals(idOrTitle))
        .findFirst();
  }
}
