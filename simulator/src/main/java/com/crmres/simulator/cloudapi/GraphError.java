package com.crmres.simulator.cloudapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An error of the Graph API, with the HTTP status and the words that Meta publishes for its code.
record GraphError(
    int status,
    int code,
    @Nullable Integer subcode,
    boolean isTransient,
    String title,
    String details) {

  private static final Map<Integer, GraphError> BY_CODE = read();
  private static final int TOKEN_INVALID = 190;

  /// A code that is not in the table is answered as a generic error of the caller.
  static GraphError of(int code) {
    GraphError known = BY_CODE.get(code);
    return known != null
        ? known
        : new GraphError(400, code, null, false, "Generic user error", "Unknown error.");
  }

  GraphError because(String why) {
    return new GraphError(status, code, subcode, isTransient, title, why);
  }

  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putObject("error");
    boolean aboutToken = code == TOKEN_INVALID;
    error
        .put("message", aboutToken ? title : "(#" + code + ") " + title)
        .put("type", "OAuthException")
        .put("code", code);
    if (!aboutToken) {
      error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
    }
    if (subcode != null) {
      error.put("error_subcode", subcode);
    }
    if (status >= 500 && isTransient) {
      error.put("is_transient", true);
    }
    error.put("fbtrace_id", "A" + Integer.toHexString(code) + "Simulated");
    return body;
  }

  private static Map<Integer, GraphError> read() {
    InputStream table = GraphError.class.getResourceAsStream("graph-errors.tsv");
    var reader = new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8);
    try (BufferedReader lines = new BufferedReader(reader)) {
      return lines
          .lines()
          .skip(1)
          .map(line -> parse(line.split("\t", -1)))
          .collect(Collectors.toUnmodifiableMap(GraphError::code, error -> error));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("graph-errors.tsv could not be read", unreadable);
    }
  }

  private static GraphError parse(String[] cells) {
    return new GraphError(
        Integer.parseInt(cells[1]),
        Integer.parseInt(cells[0]),
        cells[2].equals("-") ? null : Integer.valueOf(cells[2]),
        cells[3].equals("yes"),
        cells[4],
        cells[5]);
  }
}
