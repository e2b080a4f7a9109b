package com.crmres.server.doctor;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Whether WhatsApp takes the access token, for how long, and for what.
record TokenCheck(Channel channel, Clock clock) implements Check {

  private static final String ABOUT = "token";
  private static final Duration SOON = Duration.ofDays(14);
  private static final List<String> NEEDED =
      List.of("whatsapp_business_messaging", "whatsapp_business_management");

  @Override
  public List<Finding> look() throws InterruptedException {
    GraphAnswer answer = channel.get(channel.phoneNumberId(), Map.of("fields", "id"));
    if (!(answer instanceof GraphAnswer.Done)) {
      return List.of(Channel.fault(ABOUT, answer));
    }
    GraphAnswer described = channel.get("debug_token", Map.of("input_token", channel.token()));
    return described instanceof GraphAnswer.Done(JsonNode body)
        ? read(body.path("data"))
        : List.of(Finding.good(ABOUT, "token.good"));
  }

  private List<Finding> read(JsonNode token) {
    List<Finding> findings = new ArrayList<>();
    List<String> scopes =
        StreamSupport.stream(token.path("scopes").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    if (token.has("scopes") && !scopes.containsAll(NEEDED)) {
      String missing =
          String.join(", ", NEEDED.stream().filter(scope -> !scopes.contains(scope)).toList());
      findings.add(Finding.fault(ABOUT, "permission.missing", missing));
    }
    long end = token.path("expires_at").asLong(0);
    if (end == 0) {
      findings.add(Finding.good(ABOUT, "token.good"));
    } else {
      findings.add(ending(Instant.ofEpochSecond(end)));
    }
    return findings;
  }

  private Finding ending(Instant end) {
    return end.isBefore(clock.instant().plus(SOON))
        ? Finding.fault(ABOUT, "token.ends", end.toString())
        : Finding.note(ABOUT, "token.ends", end.toString());
  }
}
