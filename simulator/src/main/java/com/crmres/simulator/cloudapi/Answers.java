package com.crmres.simulator.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// JSON in and out of the Graph API.
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static ObjectNode read(ServerRequest request) {
    try {
      JsonNode body = JSON.readTree(request.content().as(byte[].class));
      if (body instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException broken) {
      throw GraphException.of(100, "The request body is not valid JSON.");
    }
    throw GraphException.of(100, "The request body must be a JSON object.");
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static void success(ServerResponse response) {
    send(response, 200, object().put("success", true));
  }

  static void send(ServerResponse response, int status, JsonNode body) {
    response
        .status(Status.create(status))
        .header(HeaderValues.CONTENT_TYPE_JSON)
        .send(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static void html(ServerResponse response) {
    response
        .status(Status.INTERNAL_SERVER_ERROR_500)
        .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
        .send("<!DOCTYPE html><html><body><h1>Sorry, something went wrong.</h1></body></html>");
  }
}
