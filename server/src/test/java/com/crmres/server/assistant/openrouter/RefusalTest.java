package com.crmres.server.assistant.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

  @ParameterizedTest
  @CsvSource({
    "model_not_found,400,CONFIG",
    "wrong_endpoint,400,CONFIG",
    "no_endpoints,404,CONFIG",
    "model_deprecated,404,CONFIG",
    "model_unavailable_upstream,404,CONFIG",
    "privacy_restricted,404,CONFIG",
    "constraint_filtered,404,CONFIG",
    "free_variant_ended,404,CONFIG",
    "capacity_exhausted,429,RATE",
    "temporarily_unavailable,503,OVERLOADED",
    "region_restricted,403,BLOCKED"
  })
  void availabilitySaysWhatIsTheMatterWithoutACode(String code, int status, Kind kind) {
    Outcome.Failure failure =
        Refusal.of(
            error(
                "{\"message\":\"x\",\"error_type\":\"y\",\"http_status\":%d,\"availability\":{\"code\":\"%s\",\"retryable\":%b,\"retry_after\":40}}"
                    .formatted(status, code, kind == Kind.RATE)),
            200,
            null);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.type()).isEqualTo(code);
    assertThat(failure.retryable()).isEqualTo(kind == Kind.RATE);
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(40));
  }

  @ParameterizedTest
  @CsvSource({
    "server_error,PROVIDER",
    "429,RATE",
    "rate_limit_exceeded,RATE",
    "authentication,AUTH",
    "payment_required,CREDIT",
    "something_new,PROVIDER"
  })
  void aCodeMayBeAWord(String code, Kind kind) {
    assertThat(Refusal.of(error("{\"code\":\"%s\"}".formatted(code)), 200, null).kind())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"content_policy_violation", "refusal"})
  void aRefusedPromptIsBlockedAndNotMerelyBad(String type) {
    assertThat(
            Refusal.of(
                    error("{\"code\":400,\"metadata\":{\"error_type\":\"%s\"}}".formatted(type)),
                    400,
                    null)
                .kind())
        .isEqualTo(Kind.BLOCKED);
  }

  @Test
  void theHeaderCountsBeforeTheBody() {
    Outcome.Failure failure =
        Refusal.of(
            error(
                "{\"code\":429,\"availability\":{\"code\":\"capacity_exhausted\",\"retry_after\":40}}"),
            429,
            Duration.ofSeconds(3));

    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whatIsLoggedQuotesNobody() {
    Outcome.Failure failure =
        Refusal.of(
            error(
                "{\"code\":403,\"message\":\"flagged: my name is Noura\",\"metadata\":{\"error_type\":\"Noura said 055\"}}"),
            403,
            null);

    assertThat(failure.words()).doesNotContain("Noura", "055");
  }

  private static JsonNode error(String json) {
    return Json.read(json, JsonNode.class);
  }
}
