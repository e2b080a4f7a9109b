package com.crmres.desktop.connection;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.NoticeKind;
import com.crmres.common.conversation.Sender;
import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.util.Map;

/// Reads what a server says that may be newer than this program: a constant that is not known here
/// becomes the nearest that is, so that one new word does not cost a whole list.
final class Wire {

  static final ObjectMapper MAPPER = Json.MAPPER.copy().addHandler(new NewerWords());

  private Wire() {}

  static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
    }
  }

  private static final class NewerWords extends DeserializationProblemHandler {

    private static final Map<Class<?>, Enum<?>> NEAREST =
        Map.of(
            Sender.class, Sender.SYSTEM,
            MediaKind.class, MediaKind.DOCUMENT,
            MediaFailure.class, MediaFailure.WRONG_TYPE,
            NoticeKind.class, NoticeKind.OTHER,
            ChannelNoticeKind.class, ChannelNoticeKind.OTHER,
            NoticeSeverity.class, NoticeSeverity.WARNING);

    @Override
    public Object handleWeirdStringValue(
        DeserializationContext context, Class<?> target, String value, String failure) {
      Enum<?> nearest = NEAREST.get(target);
      return nearest == null ? NOT_HANDLED : nearest;
    }
  }
}
