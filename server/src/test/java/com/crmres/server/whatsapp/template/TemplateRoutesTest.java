package com.crmres.server.whatsapp.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.Sender;
import com.crmres.common.identity.Role;
import com.crmres.common.template.CreatedTemplates;
import com.crmres.common.template.StandardTemplateState;
import com.crmres.common.template.TemplateOutcome;
import com.crmres.common.template.TemplatePreview;
import com.crmres.common.template.TemplateStatus;
import com.crmres.common.template.TemplateVersions;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.WireName;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import com.crmres.server.whatsapp.price.PriceRoutes;
import com.crmres.server.whatsapp.price.Prices;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplateRoutesTest {

  private static final Set<Role> READERS =
      Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR);
  private static final Set<Role> SPEAKERS = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT);
  private static final Set<Role> MAKERS = Set.of(Role.OWNER, Role.MANAGER);
  private static final Set<Role> COUNTERS = Set.of(Role.OWNER, Role.MANAGER, Role.AUDITOR);

  private static final String PAIR =
      """
      {"name": "order_ready", "category": "utility", "drafts": [
        {"language": "ar", "form": {"body": "هلا {{1}}، طلبك رقم {{2}} جاهز الآن.",
                                    "examples": ["نورة", "4711"]}},
        {"language": "en", "form": {"body": "Hi {{1}}, order {{2}} is ready now.",
                                    "examples": ["Noura", "4711"], "footer": "Noor"}}]}
      """;

  private final NoorTemplates house = new NoorTemplates();
  private final AtomicInteger wakeUps = new AtomicInteger();
  private final RunningServer server =
      new RunningServer(
          house.noor.clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new TemplateRoutes(
                      house.noor.database,
                      house.templates,
                      house.submissions,
                      house.noor.conversations,
                      house.noor.staff.access,
                      house.noor.clock,
                      wakeUps::incrementAndGet),
                  new PriceRoutes(
                      house.noor.database,
                      new Prices(house.noor.clock),
                      house.noor.staff.access,
                      house.noor.clock)));

  @AfterEach
  void stop() {
    server.close();
    house.close();
  }

  @Test
  void everyRouteIsForItsRolesOnly() throws Exception {
    UUID sara = house.noor.receive("966500000001", "hello");

    new RouteRights(server, house.noor.staff)
        .hold(
            List.of(
                new Route("GET", "/v1/templates", null, READERS),
                new Route("GET", "/v1/templates/nothing", null, READERS),
                new Route("GET", "/v1/templates/standard", null, READERS),
                new Route("POST", "/v1/templates/standard", null, MAKERS),
                new Route("POST", "/v1/templates", "{}", MAKERS),
                new Route("POST", "/v1/templates/sync", null, MAKERS),
                new Route("POST", "/v1/templates/preview", "{}", READERS),
                new Route("DELETE", "/v1/templates/nothing", null, MAKERS),
                new Route("POST", "/v1/conversations/" + sara + "/templates", "{}", SPEAKERS),
                new Route("GET", "/v1/channel/costs", null, COUNTERS),
                new Route("GET", "/v1/channel/rates", null, COUNTERS),
                new Route("PUT", "/v1/channel/rates", "{\"rates\":[]}", Set.of(Role.OWNER))));
  }

  @Test
  void anArabicAndEnglishPairIsMadeInOneCommandAndOnceOnly() throws Exception {
    house.noor.staff.hire(Role.OWNER);

    CreatedTemplates created = post("/v1/templates", PAIR).as(CreatedTemplates.class);
    CreatedTemplates again = post("/v1/templates", PAIR).as(CreatedTemplates.class);

    assertThat(created.outcomes())
        .extracting(TemplateOutcome::language)
        .containsExactly("ar", "en");
    assertThat(created.outcomes())
        .allSatisfy(outcome -> {
          assertThat(outcome.template()).isNotNull();
          assertThat(outcome.refusal()).isNull();
        });
    assertThat(again).isEqualTo(created);
    assertThat(house.whatsApp.created()).hasSize(2);
    assertThat(house.whatsApp.created().getFirst().path("category").asText()).isEqualTo("UTILITY");
    TemplateVersions versions = get("/v1/templates/order_ready").as(TemplateVersions.class);
    assertThat(versions.missing()).isEmpty();
    assertThat(versions.languages())
        .allSatisfy(version -> assertThat(version.status()).isEqualTo(TemplateStatus.PENDING));
    assertThat(get("/v1/templates?status=pending&name=ready").as(JsonNode.class).path("items"))
        .hasSize(2);
    assertThat(get("/v1/templates?status=approved").as(JsonNode.class).path("items")).isEmpty();
  }

  /// WhatsApp tells times in whole seconds, and may tell before its answer to the call is kept.
  @Test
  void aVerdictOfTheSecondInWhichATemplateWasMadeStands() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    Instant told = house.noor.clock.instant();
    house.event("message_template_status_update", told, "order_ready", "ar", "event", "APPROVED");
    house.noor.clock.forward(Duration.ofMillis(900));

    post("/v1/templates", PAIR);
    house.event("message_template_status_update", told, "order_ready", "en", "event", "APPROVED");

    assertThat(house.template("order_ready", "ar").status()).isEqualTo(TemplateStatus.APPROVED);
    assertThat(house.template("order_ready", "en").status()).isEqualTo(TemplateStatus.APPROVED);
  }

  @Test
  void theHousesOwnTemplatesAreSubmittedInOneCommandAndOnceOnly() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    int pairs = StandardTemplates.names().size();
    assertThat(standard()).hasSize(2 * pairs).containsOnly(StandardTemplateState.MISSING);

    JsonNode submitted = post("/v1/templates/standard", "").as(JsonNode.class).path("items");
    JsonNode again = post("/v1/templates/standard", "").as(JsonNode.class).path("items");

    assertThat(submitted).hasSize(pairs);
    assertThat(again).isEmpty();
    assertThat(house.whatsApp.created()).hasSize(2 * pairs);
    assertThat(house.whatsApp.created())
        .extracting(template -> template.path("category").asText())
        .containsOnly("UTILITY");
    assertThat(house.whatsApp.created())
        .extracting(template -> template.path("parameter_format").asText())
        .containsOnly("NAMED");
    assertThat(standard()).containsOnly(StandardTemplateState.PENDING);
  }

  @Test
  void theReceiptsTemplateBringsADocumentAndShowsReviewersOne() throws Exception {
    house.noor.staff.hire(Role.OWNER);

    post("/v1/templates/standard", "");

    List<JsonNode> receipts =
        house.whatsApp.created().stream()
            .filter(template -> template.path("name").asText().equals("receipt_ready"))
            .toList();
    assertThat(receipts)
        .extracting(template -> template.path("language").asText())
        .containsExactly("ar", "en");
    assertThat(receipts)
        .extracting(template -> template.path("components").path(0).toString())
        .containsOnly(
            """
            {"type":"HEADER","format":"DOCUMENT","example":{"header_handle":["4::aW"]}}\
            """);
    assertThat(house.whatsApp.samples())
        .singleElement()
        .satisfies(file -> assertThat(new String(file, StandardCharsets.UTF_8)).startsWith("%PDF"));
    assertThat(house.whatsApp.heard())
        .anyMatch(call -> call.contains("upload:MTph?sig=ARZ") && call.contains("OAuth token of"));
  }

  @Test
  void aSampleThatDoesNotArriveKeepsBackItsTemplateOnlyAndIsTriedAgain() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    house.whatsApp.loseSamples();

    post("/v1/templates/standard", "");

    assertThat(house.whatsApp.created())
        .hasSize(2 * StandardTemplates.names().size() - 2)
        .extracting(template -> template.path("name").asText())
        .doesNotContain("receipt_ready");
    assertThat(standard())
        .filteredOn(StandardTemplateState.MISSING::equals)
        .as("what is missing is submitted the next time")
        .hasSize(2);
  }

  @Test
  void theStateOfTheHousesOwnTemplatesIsThatOfWhatsApp() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    post("/v1/templates/standard", "");
    house.whatsApp.approveAll();
    house.noor.clock.forward(Duration.ofMinutes(16));
    house.syncAll();
    Instant later = house.noor.clock.instant().plusSeconds(5);
    String status = "message_template_status_update";
    house.event(
        status, later, "order_delivered", "ar", "event", "REJECTED", "reason", "INVALID_FORMAT");
    house.event(status, later, "order_confirmed", "en", "event", "PAUSED");
    house.event(
        "template_category_update", later, "order_expired", "ar", "new_category", "MARKETING");

    JsonNode items = get("/v1/templates/standard").as(JsonNode.class).path("items");

    assertThat(state(items, "order_preparing", "ar")).isEqualTo("approved null");
    assertThat(state(items, "order_delivered", "ar")).isEqualTo("rejected INVALID_FORMAT");
    assertThat(state(items, "order_confirmed", "en")).isEqualTo("stopped paused");
    assertThat(state(items, "order_expired", "ar")).isEqualTo("unfit marketing");
    assertThat(post("/v1/templates/standard", "").as(JsonNode.class).path("items")).isEmpty();
  }

  private static String state(JsonNode items, String name, String language) {
    for (JsonNode item : items) {
      if (item.path("name").asText().equals(name)
          && item.path("language").asText().equals(language)) {
        return item.path("state").asText() + " " + item.path("reason").asText("null");
      }
    }
    return "none";
  }

  private List<StandardTemplateState> standard() throws Exception {
    List<StandardTemplateState> states = new ArrayList<>();
    for (JsonNode item : get("/v1/templates/standard").as(JsonNode.class).path("items")) {
      states.add(WireName.parse(StandardTemplateState.class, item.path("state").asText()));
    }
    return states;
  }

  @Test
  void aRefusedLanguageIsNamedAndTheOtherStands() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    house.whatsApp.refuse(100);

    CreatedTemplates created = post("/v1/templates", PAIR).as(CreatedTemplates.class);

    assertThat(created.outcomes().getFirst().code()).isEqualTo(100);
    assertThat(created.outcomes().getFirst().refusal()).isEqualTo("(#100) no thanks");
    assertThat(created.outcomes().getLast().template()).isNotNull();
    assertThat(get("/v1/templates/order_ready").as(TemplateVersions.class).missing())
        .containsExactly("ar");
  }

  @Test
  void whatWhatsAppWouldRefuseIsNeverAsked() throws Exception {
    house.noor.staff.hire(Role.OWNER);

    Answer answer = post("/v1/templates", PAIR.replace("order_ready", "Order ready"));

    assertThat(answer.error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .containsExactly("name");
    assertThat(house.whatsApp.heard()).isEmpty();
  }

  @Test
  void whenWhatsAppTakesNoMoreItSaysWhenToComeAgain() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    house.whatsApp.refuse(80008);

    Answer refused = post("/v1/templates", PAIR);
    Answer tooSoon = post("/v1/templates", PAIR);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.response().headers().firstValue("Retry-After")).hasValue("60");
    assertThat(tooSoon.status()).isEqualTo(503);
    assertThat(house.whatsApp.heard()).as("asked once").hasSize(1);
    house.noor.clock.forward(Duration.ofSeconds(61));
    assertThat(post("/v1/templates", PAIR).status()).isEqualTo(200);
  }

  @Test
  void aPreviewShowsTheFilledWordsAndWhatIsMissing() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    house.whatsApp.add("order_ready", "ar", "UTILITY", "هلا {{1}}، طلبك رقم {{2}} جاهز الآن.");
    house.syncAll();

    TemplatePreview preview =
        post(
                "/v1/templates/preview",
                """
                {"name": "order_ready", "language": "ar", "parameters": [{"text": "نورة"}], "buttons": []}
                """)
            .as(TemplatePreview.class);

    assertThat(preview.body()).isEqualTo("هلا نورة، طلبك رقم {{2}} جاهز الآن.");
    assertThat(preview.faults()).containsExactly(new ErrorEnvelope.Fault("parameters.2", "مطلوب."));
  }

  @Test
  void aTemplateGoesOutAfterTheWindowAndOnce() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    UUID sara = house.noor.receive("966500000001", "hello");
    house.whatsApp.add("order_ready", "ar", "UTILITY", "هلا {{1}}، طلبك جاهز الآن.");
    house.syncAll();
    house.noor.clock.forward(Duration.ofMinutes(5));
    house.noor.system("update conversation set window_until = null");
    String command = send(house.noor.ids.next(), "نورة");

    Answer sent = post("/v1/conversations/" + sara + "/templates", command);
    house.event(
        "message_template_status_update",
        house.noor.clock.instant(),
        "order_ready",
        "ar",
        "event",
        "PAUSED",
        "reason",
        "LOW_QUALITY");
    Answer again = post("/v1/conversations/" + sara + "/templates", command);
    Answer another =
        post("/v1/conversations/" + sara + "/templates", send(house.noor.ids.next(), "نورة"));

    assertThat(sent.status()).isEqualTo(202);
    assertThat(again.response().body()).isEqualTo(sent.response().body());
    assertThat(house.noor.said(sara, Sender.STAFF)).containsExactly("هلا نورة، طلبك جاهز الآن.");
    assertThat(house.noor.conversation(sara).answerer()).isEqualTo(Answerer.STAFF);
    assertThat(house.count("outbox")).isEqualTo(1);
    assertThat(another.status()).isEqualTo(409);
    assertThat(another.error().code()).isEqualTo("TEMPLATE_REFUSED");
    assertThat(another.error().details())
        .containsExactly(new ErrorEnvelope.Fault("name", "القالب موقوف مؤقتًا: LOW_QUALITY"));
  }

  @Test
  void aDeletedTemplateIsGoneInAllLanguages() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    house.whatsApp.add("old", "ar", "UTILITY", "قديم");
    house.whatsApp.add("old", "en", "UTILITY", "old");
    house.syncAll();

    assertThat(send("DELETE", "/v1/templates/old", null).status()).isEqualTo(204);

    assertThat(get("/v1/templates/old").as(TemplateVersions.class).languages())
        .allSatisfy(version -> assertThat(version.status()).isEqualTo(TemplateStatus.DELETED));
    assertThat(send("DELETE", "/v1/templates/old", null).status()).isEqualTo(404);
  }

  @Test
  void aWishedSyncWakesWhoeverSyncs() throws Exception {
    house.noor.staff.hire(Role.OWNER);

    Answer answer = post("/v1/templates/sync", "");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.as(JsonNode.class).path("items").path(0).path("accountId").asText())
        .isEqualTo("104857600123456");
    assertThat(wakeUps).hasValue(1);
  }

  @Test
  void ratesAreDataOfTheOwner() throws Exception {
    house.noor.staff.hire(Role.OWNER);
    String rates =
        """
        {"rates": [{"market": "966", "category": "service", "currency": "SAR", "amount": 40000,
                    "validFrom": "2026-10-01"}]}
        """;

    assertThat(send("PUT", "/v1/channel/rates", rates).status()).isEqualTo(200);

    assertThat(get("/v1/channel/rates").as(JsonNode.class).path("rates")).hasSize(1);
    Answer faulty =
        send("PUT", "/v1/channel/rates", rates.replace("SAR", "riyal").replace("966", "KSA"));
    assertThat(faulty.error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .containsExactly("rates[0].market", "rates[0].currency");
    assertThat(get("/v1/channel/costs?by=day&from=2026-11-01&to=2026-11-22").status())
        .isEqualTo(200);
    assertThat(get("/v1/channel/costs?by=day,category").status()).isEqualTo(400);
    assertThat(get("/v1/channel/costs?from=yesterday").status()).isEqualTo(400);
  }

  private static String send(UUID command, String text) {
    return """
    {"commandId": "%s", "name": "order_ready", "language": "ar", "category": "utility",
     "parameters": [{"text": "%s"}], "buttons": []}
    """
        .formatted(command, text);
  }

  private Answer get(String path) throws Exception {
    return send("GET", path, null);
  }

  private Answer post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  private Answer send(String method, String path, @Nullable String body) throws Exception {
    String authorization = house.noor.staff.authorization(Role.OWNER);
    return server.send(
        method, path, body, request -> request.header("Authorization", authorization));
  }
}
