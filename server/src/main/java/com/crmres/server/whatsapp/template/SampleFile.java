package com.crmres.server.whatsapp.template;

import com.crmres.common.wire.Json;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// A file of the house that shows WhatsApp's reviewers what a template will bring: they want a
/// handle of it instead of a sentence (whatsapp-cloud-api.md 9.1).
///
/// @param name as the template's draft calls it, for example `receipt.pdf`
record SampleFile(String name) {

  private static final String FOLDER = "/whatsapp/samples/";

  /// Uploads it for the app to which a token belongs.
  ///
  /// @return done with the handle as `h`
  GraphAnswer upload(GraphApi graph, String token) throws InterruptedException {
    GraphAnswer described = graph.get("debug_token", Map.of("input_token", token), token);
    if (!(described instanceof GraphAnswer.Done(JsonNode body))) {
      return described;
    }
    byte[] bytes = bytes();
    String app = body.path("data").path("app_id").asText("");
    GraphAnswer begun = graph.post(app + "/uploads", announced(bytes.length), token);
    return begun instanceof GraphAnswer.Done(JsonNode session)
        ? graph.resume(session.path("id").asText(""), bytes, token)
        : begun;
  }

  private JsonNode announced(int length) {
    return Json.MAPPER
        .createObjectNode()
        .put("file_name", name)
        .put("file_length", length)
        .put("file_type", "application/pdf");
  }

  private byte[] bytes() {
    try (InputStream in = SampleFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the house has no sample " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
