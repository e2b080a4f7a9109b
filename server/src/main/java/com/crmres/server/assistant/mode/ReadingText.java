package com.crmres.server.assistant.mode;

import com.crmres.common.wire.Json;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.ReplyPart;
import com.crmres.server.ordering.cart.CartCommand;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/// Readings as text, so that one can be kept and served later. Which kinds there are it takes from
/// the sealed types themselves: a new kind of proposal needs nothing here.
final class ReadingText {

  private static final Logger LOG = System.getLogger(ReadingText.class.getName());
  private static final ObjectMapper MAPPER = mapper();

  private ReadingText() {}

  static String write(Reading reading) {
    try {
      return MAPPER.writeValueAsString(reading);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a reading that cannot be kept", e);
    }
  }

  /// The reading; empty if an older server kept it, and there is no such thing any more.
  static Optional<Reading> read(String text) {
    try {
      return Optional.of(MAPPER.readValue(text, Reading.class));
    } catch (JsonProcessingException e) {
      LOG.log(Level.WARNING, "a kept reading is not understood any more: {0}", e.getClass());
      return Optional.empty();
    }
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper = Json.MAPPER.copy();
    for (Class<?> sealed : List.of(Proposal.class, ReplyPart.class, CartCommand.class)) {
      mapper.addMixIn(sealed, Kind.class);
      for (Class<?> kind : sealed.getPermittedSubclasses()) {
        mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
      }
    }
    return mapper;
  }

  /// Writes down which kind it is.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface Kind {}
}
