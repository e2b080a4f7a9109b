package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.crmres.server.assistant.Proposal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What the check of a tool call came to.
sealed interface Verdict {

  /// It may be proposed to the rules.
  record Accepted(List<Proposal> proposals) implements Verdict {
    public Accepted {
      proposals = List.copyOf(proposals);
    }
  }

  /// It counts for nothing; the model is told a terse code, never prose.
  record Rejected(Bucket bucket, String code) implements Verdict {}

  /// The three ways in which OpenRouter itself sorts bad calls, and the rules' own.
  enum Bucket {
    INVALID_JSON("InvalidJson"),
    UNKNOWN_NAME("UnknownName"),
    SCHEMA_MISMATCH("SchemaMismatch"),
    RULE("Rule");

    private final String label;

    Bucket(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /// What the model is told of it.
  default String told() {
    ObjectNode told = Json.MAPPER.createObjectNode();
    switch (this) {
      case Accepted _ -> told.put("ok", true);
      case Rejected(Bucket bucket, String code) ->
          told.put("ok", false).put("error", bucket.label()).put("code", code);
    }
    return told.toString();
  }
}
