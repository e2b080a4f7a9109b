package com.crmres.simulator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The key, its money, the catalogue and the audit of single answers.
class AccountTest {

  private final OpenRouterSimulator router =
      OpenRouterSimulator.start(RouterClient.KEY, Behaviour.credit("0.5"));
  private final RouterClient client = RouterClient.of(router);

  @AfterEach
  void close() {
    router.close();
  }

  @Test
  void theKeyTellsWhatIsLeft() throws Exception {
    assertThat(client.get("/key").at("/data/limit_remaining")).isEqualTo("0.5");

    router.behave(Behaviour.credit("12.25"));

    assertThat(client.get("/key").at("/data/limit_remaining")).isEqualTo("12.25");
    JsonNode credits = client.get("/credits").json().path("data");
    assertThat(
            credits
                .path("total_credits")
                .decimalValue()
                .subtract(credits.path("total_usage").decimalValue()))
        .isEqualByComparingTo("12.25");
  }

  @Test
  void anEmptyKeyPaysForNothing() throws Exception {
    router.script(Reply.priced("0.6", Reply.text("تم")));

    assertThat(client.ask(RouterClient.question("هلا")).status()).isEqualTo(200);
    var refused = client.ask(RouterClient.question("هلا"));

    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.at("/error/metadata/error_type")).isEqualTo("payment_required");
  }

  @Test
  void everyAnswerCanBeAuditedLater() throws Exception {
    router.script(Reply.text("تم"));
    JsonNode answer = client.ask(RouterClient.question("هلا").put("session_id", "s-1")).json();

    JsonNode audit = client.get("/generation?id=" + answer.path("id").asText()).json().path("data");

    assertThat(audit.path("total_cost")).isEqualTo(answer.at("/usage/cost"));
    assertThat(audit.path("model")).isEqualTo(answer.path("model"));
    assertThat(audit.path("session_id").asText()).isEqualTo("s-1");
    assertThat(client.get("/generation?id=gen-none").status()).isEqualTo(404);
  }

  @Test
  void theCatalogueCanBeSetAndAskedForWhatIsNeeded() throws Exception {
    router.behave(
        Behaviour.catalogue(
            ModelCard.of("a/b", "0.1", "0.4").expiring(LocalDate.of(2026, 12, 1)),
            ModelCard.of("c/d", "1", "2").withoutTools()));

    JsonNode all = client.get("/models").json().path("data");
    JsonNode able = client.get("/models?supported_parameters=tools,structured_outputs").json();

    assertThat(all).hasSize(2);
    assertThat(all.at("/0/pricing/prompt").asText()).isEqualTo("0.0000001");
    assertThat(all.at("/0/expiration_date").asText()).isEqualTo("2026-12-01");
    assertThat(able.path("data")).hasSize(1);
  }

  @Test
  void aPathThatIsNotThereIsNotFound() throws Exception {
    assertThat(client.get("/nowhere").status()).isEqualTo(404);
  }
}
