package com.crmres.desktop;

import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.assistant.WritePreferenceRequest;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.ServerFailure;
import com.sun.net.httpserver.HttpExchange;
import java.util.UUID;

/// The routes of docs/api.md about the assistant.
final class FakeMinds {

  private final Restaurant restaurant;

  FakeMinds(Restaurant restaurant) {
    this.restaurant = restaurant;
  }

  Object answer(HttpExchange exchange, String body, StaffMember person) {
    String[] parts = exchange.getRequestURI().getPath().split("/", -1);
    if (parts[2].equals("assistant")) {
      return assistant(exchange, parts, body);
    }
    UUID id = UUID.fromString(parts[3]);
    FakeAdvice advice = restaurant.advice();
    return switch (parts[4]) {
      case "suggestion" -> advice.suggestion(id).orElseThrow(FakeMinds::nothing);
      case "decision" ->
          restaurant.decide(id, Json.read(body, DecideSuggestionRequest.class), person.name());
      case "handover" -> advice.handover(id).orElseThrow(FakeMinds::nothing);
      case "turns" -> new Page<>(advice.turns(id), null);
      case "preferences" -> preferences(exchange, id, parts, body);
      default -> throw nothing();
    };
  }

  private Object preferences(HttpExchange exchange, UUID id, String[] parts, String body) {
    FakeAdvice advice = restaurant.advice();
    return switch (exchange.getRequestMethod()) {
      case "POST" -> advice.remember(id, Json.read(body, WritePreferenceRequest.class));
      case "DELETE" -> advice.forget(id, UUID.fromString(parts[5]));
      default -> new Page<>(advice.preferences(id), null);
    };
  }

  private Object assistant(HttpExchange exchange, String[] parts, String body) {
    FakeAssistant assistant = restaurant.assistant();
    String query = exchange.getRequestURI().getRawQuery();
    return switch (parts[parts.length - 1]) {
      case "settings" ->
          body.isEmpty()
              ? assistant.settings()
              : assistant.save(Json.read(body, AssistantSettings.class));
      case "usage" -> new Page<>(assistant.usage(), null);
      case "corrections" -> new Page<>(assistant.corrections(), null);
      case "samples" ->
          new Page<>(assistant.samples(query.substring(query.indexOf('=') + 1)), null);
      case "preview" -> new Page<>(assistant.preview(Json.read(body, PreviewRequest.class)), null);
      default -> throw nothing();
    };
  }

  private static ServerFailure nothing() {
    return Restaurant.refusal("NOT_FOUND", "غير موجود");
  }
}
