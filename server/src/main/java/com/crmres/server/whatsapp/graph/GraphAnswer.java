package com.crmres.server.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What came of a request to the Graph API.
public sealed interface GraphAnswer {

  /// It did what was asked.
  record Done(JsonNode body) implements GraphAnswer {}

  /// It said no, so nothing has happened (whatsapp-cloud-api.md 8.1).
  ///
  /// @param code WhatsApp's error code, what one decides by
  /// @param subcode its finer code; null if there is none
  /// @param details WhatsApp's words
  /// @param trace `fbtrace_id`, to be named to WhatsApp's support; null if there is none
  /// @param passing whether it came as a 5xx, or WhatsApp called it transient
  record Refused(
      int code, @Nullable Integer subcode, String details, @Nullable String trace, boolean passing)
      implements GraphAnswer {}

  /// It was never written, so nothing has happened.
  record NotSent(String reason) implements GraphAnswer {}

  /// It was written, and no answer came that one could understand: it may have happened.
  record InDoubt(String reason) implements GraphAnswer {}
}
