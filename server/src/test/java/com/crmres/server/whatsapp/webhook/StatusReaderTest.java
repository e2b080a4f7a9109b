package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusReaderTest {

  @ParameterizedTest
  @CsvSource({
    "st-sent, sent, SENT, 0",
    "st-sent-free-entry-point-with-conversation, sent, SENT, 0",
    "st-delivered, delivered, DELIVERED, 0",
    "st-read, read, READ, 0",
    "st-played, played, READ, 0",
    "st-failed-131026-undeliverable, failed, FAILED, 131026",
    "st-failed-131047-window-closed, failed, FAILED, 131047",
    "st-failed-131049-marketing-limit, failed, FAILED, 131049",
    "st-failed-131053-media, failed, FAILED, 131053",
    "st-failed-bsuid-recipient-no-phone, failed, FAILED, 131000"
  })
  void readsRecordedStatuses(String sample, String word, DeliveryStatus rank, int code) {
    StatusReader.Status status = StatusReader.read(payload(sample));

    assertThat(status.wamid()).startsWith("wamid.");
    assertThat(status.word()).isEqualTo(word);
    assertThat(status.status()).isEqualTo(rank);
    assertThat(status.code()).isEqualTo(code == 0 ? null : code);
    assertThat(status.failure() != null).isEqualTo(code != 0);
  }

  private static JsonNode payload(String sample) {
    JsonNode delivery =
        Json.read(
            new String(Sample.file(sample + ".json"), StandardCharsets.UTF_8), JsonNode.class);
    ObjectNode payload = Json.MAPPER.createObjectNode();
    payload.set("status", delivery.at("/entry/0/changes/0/value/statuses/0"));
    return payload;
  }
}
