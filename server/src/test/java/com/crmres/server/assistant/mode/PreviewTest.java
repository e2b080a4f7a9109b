package com.crmres.server.assistant.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.assistant.PreviewTurn;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Language;
import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.http.RunningServer.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewTest {

  private static final List<String> TABLES =
      List.of(
          "customer",
          "customer_identifier",
          "conversation",
          "message",
          "outbox",
          "cart",
          "orders",
          "turn",
          "assistant_memory",
          "live_event");

  private final SuggestingHouse house = new SuggestingHouse();
  private final NoorHouse noor = house.noor;

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void playsAConversationOverTheRealMenuAndKeepsNothing() throws Exception {
    house.says("السلام عليكم");
    List<Long> before = counts();

    List<PreviewTurn> turns =
        show(
            Personality.FORMAL,
            Language.SAUDI,
            "السلام عليكم",
            "ابغى ثنتين برجر دجاج",
            "وزود بطاطس",
            "كم الحساب");

    assertThat(turns).hasSize(4);
    assertThat(turns.getFirst().intent()).isEqualTo(Intent.GREETING);
    assertThat(Json.write(turns.get(1).answers())).contains("38");
    assertThat(Json.write(turns.get(2).answers())).contains("47");
    assertThat(counts()).isEqualTo(before);
    assertThat(
            noor.<Personality>in(
                transaction -> house.settings.of(transaction, noor.restaurantId).personality()))
        .isEqualTo(Personality.CASUAL);
  }

  @Test
  void eachPersonalitySpeaksInItsOwnWay() throws Exception {
    List<String> greetings = new ArrayList<>();
    for (Personality personality : Personality.values()) {
      greetings.add(
          Json.write(show(personality, Language.SAUDI, "السلام عليكم").getFirst().answers()));
    }

    assertThat(greetings).doesNotHaveDuplicates();
  }

  @Test
  void saysWhyItWouldHandOver() throws Exception {
    List<PreviewTurn> turns = show(Personality.CASUAL, Language.SAUDI, "ولدي جاه تسمم من الأكل");

    assertThat(turns.getFirst().handOver()).isEqualTo(EscalationReason.HEALTH_OR_SAFETY);
    assertThat(turns.getFirst().answers()).isNotEmpty();
  }

  @Test
  void everySampleCanBePlayed() throws Exception {
    for (String language : List.of("ar", "en")) {
      JsonNode page =
          house.get("/v1/assistant/preview/samples?language=" + language).as(JsonNode.class);
      assertThat(page.path("items").size()).isGreaterThanOrEqualTo(5);
      for (JsonNode item : page.path("items")) {
        PreviewSample sample = Json.read(item.toString(), PreviewSample.class);
        assertThat(String.join(" ", sample.said())).doesNotContain("{");
        List<PreviewTurn> turns =
            show(Personality.MODERN, sample.language(), sample.said().toArray(String[]::new));
        assertThat(turns).hasSameSizeAs(sample.said());
        assertThat(turns)
            .as("%s %s", language, sample.id())
            .allSatisfy(turn -> assertThat(turn.answers()).isNotEmpty());
      }
    }
  }

  @Test
  void everyFaultIsNamed() throws Exception {
    Answer answer =
        ask(
            new PreviewRequest(
                Personality.CASUAL,
                noor.ids.next(),
                Language.ENGLISH,
                Collections.nCopies(13, " ")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .extracting("field")
        .contains("said", "said[0]", "said[12]", "branchId");
  }

  private List<PreviewTurn> show(Personality personality, Language language, String... said)
      throws Exception {
    Answer answer = ask(new PreviewRequest(personality, noor.staff.olaya, language, List.of(said)));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    List<PreviewTurn> turns = new ArrayList<>();
    for (JsonNode item : answer.as(JsonNode.class).path("items")) {
      turns.add(Json.read(item.toString(), PreviewTurn.class));
    }
    return turns;
  }

  private Answer ask(PreviewRequest request) throws Exception {
    return house.as(Role.OWNER, "POST", "/v1/assistant/preview", Json.write(request));
  }

  private List<Long> counts() {
    return noor.in(transaction ->
        TABLES.stream()
            .map(table ->
                transaction.sql("select count(*) as n from " + table).one(row -> row.number("n")))
            .toList());
  }
}
