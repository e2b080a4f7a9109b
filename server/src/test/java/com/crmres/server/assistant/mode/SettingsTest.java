package com.crmres.server.assistant.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.assistant.UsageLine;
import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Set<Role> READERS =
      Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR);
  private static final Set<Role> SPEAKERS = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT);
  private static final Set<Role> DECIDERS = Set.of(Role.OWNER, Role.MANAGER);
  private static final Set<Role> AUDITORS = Set.of(Role.OWNER, Role.MANAGER, Role.AUDITOR);

  private final SuggestingHouse house = new SuggestingHouse();
  private final NoorHouse noor = house.noor;

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void everyRouteIsForItsRolesOnly() throws Exception {
    String thread = "/v1/conversations/" + noor.receive(SuggestingHouse.SARA, "hello");
    String settings = Json.write(new AssistantSettings(Personality.CASUAL, List.of(), 10, 0, 99));
    String preview = "{\"personality\":\"modern\",\"language\":\"en\",\"said\":[]}";
    String decision = "{\"commandId\":\"%s\",\"decision\":\"approve\"}".formatted(noor.ids.next());

    new RouteRights(house.server, noor.staff)
        .hold(
            List.of(
                new Route("GET", "/v1/assistant/settings", null, AUDITORS),
                new Route("PUT", "/v1/assistant/settings", settings, DECIDERS),
                new Route("GET", thread + "/suggestion", null, READERS),
                new Route(
                    "POST", "/v1/suggestions/" + noor.ids.next() + "/decision", decision, SPEAKERS),
                new Route("GET", "/v1/assistant/corrections", null, AUDITORS),
                new Route("POST", "/v1/assistant/preview", preview, DECIDERS),
                new Route("GET", "/v1/assistant/preview/samples", null, DECIDERS),
                new Route("GET", thread + "/turns", null, AUDITORS),
                new Route("GET", "/v1/assistant/usage", null, AUDITORS)));
  }

  @Test
  void aHouseThatDecidedNothingIsAnsweredAutomatically() throws Exception {
    AssistantSettings settings = settings();

    assertThat(settings.modes()).isEmpty();
    assertThat(settings.version()).isZero();
    assertThat(settings.personality()).isEqualTo(Personality.CASUAL);
    assertThat(house.answers(house.says("السلام عليكم"))).isNotEmpty();
  }

  @Test
  void aChangeIsKeptWithItsPersonalityAndHoldsAtOnce() throws Exception {
    Answer answer =
        put(
            new AssistantSettings(
                Personality.FORMAL,
                List.of(new ModeRule(null, Intent.ORDER, AssistantMode.SUGGEST)),
                30,
                150,
                0));

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(settings()).isEqualTo(answer.as(AssistantSettings.class));
    assertThat(settings().version()).isEqualTo(1);
    assertThat(settings().personality()).isEqualTo(Personality.FORMAL);
    UUID thread = house.says("السلام عليكم");
    assertThat(house.answers(thread)).hasSize(1);
    house.says("ابغى برجر دجاج");
    assertThat(house.answers(thread)).hasSize(1);
  }

  @Test
  void aBranchesRuleHoldsInItsConversations() {
    house.rules(
        SuggestingHouse.rule(noor.staff.malaz, null, AssistantMode.SUGGEST),
        SuggestingHouse.rule(null, null, AssistantMode.AUTOMATIC));
    UUID thread = house.says("السلام عليكم");
    assertThat(house.answers(thread)).hasSize(1);

    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.belongsTo(transaction, noor.restaurantId, thread, noor.staff.malaz));
    house.says("كم سعر البرجر؟");

    assertThat(house.answers(thread)).hasSize(1);
  }

  @Test
  void whoChangesWhatSomebodyElseChangedIsTold() throws Exception {
    AssistantSettings seen = settings();
    assertThat(put(seen).status()).isEqualTo(200);

    Answer late = put(seen);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.error().code()).isEqualTo("CHANGED_MEANWHILE");
    assertThat(put(settings()).status()).isEqualTo(200);
    assertThat(settings().version()).isEqualTo(2);
  }

  @Test
  void everyFaultIsNamedAtOnce() throws Exception {
    UUID nowhere = noor.ids.next();

    Answer answer =
        put(
            new AssistantSettings(
                Personality.CASUAL,
                List.of(
                    new ModeRule(nowhere, null, AssistantMode.OFF),
                    new ModeRule(null, Intent.ORDER, AssistantMode.OFF),
                    new ModeRule(null, Intent.ORDER, AssistantMode.SUGGEST)),
                2,
                -1,
                0));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .extracting("field")
        .containsExactly("undoSeconds", "centsPerDay", "modes[0].branchId", "modes[2]");
    assertThat(settings().version()).isZero();
  }

  @Test
  void theLogTellsWhatEachTurnWas() throws Exception {
    UUID thread = house.says("السلام عليكم");
    house.says("ابغى برجر دجاج");

    JsonNode page = house.get("/v1/conversations/" + thread + "/turns?limit=1").as(JsonNode.class);
    TurnRecord newest = Json.read(page.at("/items/0").toString(), TurnRecord.class);
    JsonNode older =
        house
            .get("/v1/conversations/" + thread + "/turns?after=" + page.path("next").asText())
            .as(JsonNode.class);

    assertThat(newest.intent()).isEqualTo(Intent.ORDER);
    assertThat(newest.answeredAt()).isEqualTo(noor.clock.instant());
    assertThat(newest.mind()).startsWith("embedded");
    assertThat(older.path("items")).hasSize(1);
    assertThat(older.at("/items/0/intent").asText()).isEqualTo("greeting");
  }

  @Test
  void theUsageOfADayIsALineForEachMind() throws Exception {
    house.says("السلام عليكم");
    house.says("ابغى برجر دجاج");

    JsonNode page = house.get("/v1/assistant/usage?days=1").as(JsonNode.class);

    assertThat(page.path("items")).hasSize(1);
    UsageLine line = Json.read(page.at("/items/0").toString(), UsageLine.class);
    assertThat(line.day()).isEqualTo(LocalDate.parse("2026-11-22"));
    assertThat(line.turns()).isEqualTo(2);
    assertThat(line.microDollars()).isZero();
    assertThat(house.get("/v1/assistant/usage?days=93").status()).isEqualTo(400);
  }

  private AssistantSettings settings() throws Exception {
    return house.get("/v1/assistant/settings").as(AssistantSettings.class);
  }

  private Answer put(AssistantSettings settings) throws Exception {
    return house.as(Role.OWNER, "PUT", "/v1/assistant/settings", Json.write(settings));
  }
}
