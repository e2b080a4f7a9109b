package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Which bodies count as WhatsApp's.
class SignatureTest {

  private static final JsonNode VECTORS =
      Json.read(
          new String(Sample.file("signature-vectors.json"), StandardCharsets.UTF_8),
          JsonNode.class);
  private static final String SECRET = VECTORS.path("app_secret").asText();

  /// Behaviour 2: all cases of the published vectors. Trap 10: a body that was read and written
  /// anew no longer fits, and Arabic, emoji, `@` and `/` do byte for byte.
  @TestFactory
  Stream<DynamicTest> acceptsAndRefusesAsWhatsAppSigns() {
    Signature signature = new Signature(List.of(SECRET));
    return StreamSupport.stream(VECTORS.path("cases").spliterator(), false)
        .map(vector ->
            DynamicTest.dynamicTest(
                vector.path("name").asText(),
                () ->
                    assertThat(
                            signature.fits(
                                Sample.file(vector.path("body_file").asText()),
                                vector.path("header").asText(null)))
                        .isEqualTo(!vector.path("expect").asText().equals("reject"))));
  }

  @Test
  void acceptsTheSecretBeforeTheLastChange() {
    JsonNode right = VECTORS.path("cases").path(0);

    boolean fits =
        new Signature(List.of("the new secret", SECRET))
            .fits(Sample.file(right.path("body_file").asText()), right.path("header").asText());

    assertThat(fits).isTrue();
  }

  @Test
  void refusesADeliveryWithoutSignature() {
    assertThat(new Signature(List.of(SECRET)).fits(new byte[0], null)).isFalse();
  }
}
