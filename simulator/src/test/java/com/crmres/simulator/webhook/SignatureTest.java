package com.crmres.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.simulator.Samples;
import com.crmres.simulator.payload.EscapedJson;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// Signatures are those of the recorded vectors, over the bytes that Meta would send.
class SignatureTest {

  private static final JsonNode VECTORS = Samples.json("signature-vectors.json");
  private static final String HEADER = VECTORS.path("cases").path(0).path("header").asText();

  private final Signature signature = new Signature(VECTORS.path("app_secret").asText());

  @Test
  void signsTheRecordedBodyAsRecorded() {
    assertThat(signature.of(Samples.bytes("sig-01-body.json"))).isEqualTo(HEADER);
  }

  @Test
  void signsTheSameJsonInOtherBytesDifferently() {
    assertThat(signature.of(Samples.bytes("sig-02-body-reserialised.json"))).isNotEqualTo(HEADER);
  }

  @Test
  void anotherSecretGivesTheOtherRecordedSignature() {
    assertThat(new Signature("another").of(Samples.bytes("sig-01-body.json"))).isNotEqualTo(HEADER);
  }

  @Test
  void writesJsonInTheVeryBytesOfTheRecordedBody() {
    byte[] written = EscapedJson.bytes(Samples.json("sig-02-body-reserialised.json"));

    assertThat(written).isEqualTo(Samples.bytes("sig-01-body.json"));
  }
}
