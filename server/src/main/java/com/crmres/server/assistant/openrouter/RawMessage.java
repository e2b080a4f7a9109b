package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Cuts the assistant's message out of an answer without touching a byte of it.
final class RawMessage {

  private RawMessage() {}

  /// The text of `choices[0].message`; the body has been parsed before, so it is JSON.
  static String of(String body) {
    try (JsonParser parser = Json.MAPPER.createParser(body)) {
      parser.nextToken();
      enter(parser, "choices");
      parser.nextToken();
      enter(parser, "message");
      int start = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      return body.substring(start, (int) parser.currentLocation().getCharOffset());
    } catch (IOException e) {
      throw new UncheckedIOException("an answer that was parsed before", e);
    }
  }

  /// Goes to the value of a member of the object that the parser stands at.
  private static void enter(JsonParser parser, String member) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(member);
      parser.nextToken();
      if (found) {
        return;
      }
      parser.skipChildren();
    }
    throw new IOException("no member " + member);
  }
}
