package com.crmres.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.console.Words;
import com.crmres.server.database.DatabaseAddress;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.http.RunningServer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.crmres.server.whatsapp.webhook.Inbox;
import com.crmres.server.whatsapp.webhook.Signature;
import com.crmres.server.whatsapp.webhook.WebhookRoutes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each fault of an installation is found, and each has a line that says what to do.
class DoctorTest {

  private static final String VERIFY_TOKEN = "a-verify-token";

  @TempDir Path folder;

  private final SickGraph graph;
  private @Nullable DatabaseAddress database;
  private List<String> secrets = List.of(SickGraph.SECRET);
  private Set<String> wanted = Set.of("hello ar");
  private Clock clock = Clock.systemUTC();
  private URI graphUrl;
  private int port;
  private int adminPort;

  DoctorTest() throws IOException {
    graph = new SickGraph();
    graphUrl = graph.url();
    port = freePort();
    adminPort = freePort();
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void findsNoFaultInAHealthyInstallation() throws Exception {
    assertThat(faults()).isEmpty();
    assertThat(keys())
        .contains(
            "token.good",
            "number.good",
            "subscription.good",
            "fields.good",
            "secret.good",
            "templates.good",
            "fonts.good",
            "clock.good",
            "database.embedded",
            "folder.good",
            "ports.free");
    assertThat(read("en_US.UTF-8", false)).last().isEqualTo("No fault found.");
  }

  @ParameterizedTest
  @CsvSource({
    "190, token.refused",
    "10, permission.refused",
    "200, permission.refused",
    "33, graph.unknown",
    "80007, graph.refused"
  })
  void tellsWhyTheTokenIsRefusedAndAsksNothingMore(int code, String key) throws Exception {
    graph.refuses(code, "why");

    assertThat(faults()).containsExactly(key);
  }

  @Test
  void seesThatATokenEndsSoonOrLacksAPermission() throws Exception {
    long soon = Instant.now().plus(Duration.ofDays(3)).getEpochSecond();
    graph.says(
        "debug_token",
        "{'data':{'expires_at':%d,'scopes':['whatsapp_business_messaging']}}".formatted(soon));

    assertThat(faults()).containsExactlyInAnyOrder("token.ends", "permission.missing");
  }

  @Test
  void seesThatWhatsAppCannotBeReached() throws Exception {
    graphUrl = URI.create("http://127.0.0.1:" + freePort());

    assertThat(faults()).containsExactly("graph.unreachable");
    assertThat(keys()).contains("clock.unknown");
  }

  @Test
  void seesWhatKeepsTheNumberFromSending() throws Exception {
    graph.number(
        "'status':'PENDING','quality_rating':'RED','name_status':'DECLINED','health_status':"
            + "{'can_send_message':'BLOCKED','entities':[{'errors':[{'error_description':'no card'}]}]}");

    assertThat(faults())
        .containsExactlyInAnyOrder(
            "number.status", "number.quality", "number.name", "number.blocked");
    assertThat(read("en_US.UTF-8", false)).anyMatch(line -> line.contains("no card"));
  }

  /// Trap 45.
  @Test
  void seesThatTheNumberIsOfAnotherAccount() throws Exception {
    graph.says(SickGraph.ACCOUNT + "/phone_numbers", "{'data':[{'id':'1'}]}");

    assertThat(faults()).containsExactly("number.elsewhere");
  }

  /// Trap 44.
  @Test
  void seesThatNoAppIsSubscribedToTheAccount() throws Exception {
    graph.says(SickGraph.ACCOUNT + "/subscribed_apps", "{'data':[]}");

    assertThat(faults()).containsExactly("subscription.none");
    assertThat(read("en_US.UTF-8", false))
        .anyMatch(line -> line.contains("POST /" + SickGraph.ACCOUNT + "/subscribed_apps"));
  }

  /// Trap 50: without `standby` one never learns that Meta's agent answers.
  @Test
  void seesThatAFieldIsNotSubscribed() throws Exception {
    graph.fields("messages,message_template_status_update,account_update,user_preferences");

    assertThat(faults()).containsExactly("fields.missing");
    assertThat(keys()).contains("fields.welcome");
    assertThat(read("en_US.UTF-8", false))
        .anyMatch(line -> line.contains("standby, messaging_handovers"));
  }

  @Test
  void seesThatTheSecretIsThatOfAnotherApp() throws Exception {
    graph.otherSecret();

    assertThat(faults()).containsExactly("secret.wrong");
  }

  @Test
  void knowsTwoSecretsAsAChangeUnderWayAndThreeAsTooMany() throws Exception {
    secrets = List.of(SickGraph.SECRET, "old");
    assertThat(faults()).isEmpty();
    assertThat(keys()).contains("secret.two", "secret.odd");

    secrets = List.of(SickGraph.SECRET, "old", "older");
    assertThat(faults()).containsExactly("secret.too.many");
  }

  @Test
  void namesEachTemplateOfTheHouseThatCannotBeSentAndWhatToDo() throws Exception {
    wanted = Set.of("hello ar", "a ar", "a en", "b ar", "c ar", "d ar");
    graph.says(
        SickGraph.ACCOUNT + "/message_templates",
        "{'data':[{'name':'hello','language':'ar','status':'APPROVED'},"
            + "{'name':'a','language':'ar','status':'APPROVED'},"
            + "{'name':'b','language':'ar','status':'PAUSED'},"
            + "{'name':'c','language':'ar','status':'REJECTED'},"
            + "{'name':'d','language':'ar','status':'PENDING'},"
            + "{'name':'other','language':'ar','status':'DISABLED'}]}");

    assertThat(faults())
        .containsExactly("templates.missing", "templates.rejected", "templates.paused");
    assertThat(keys()).contains("templates.pending", "templates.stopped");
    assertThat(read("en_US.UTF-8", false))
        .anyMatch(line -> line.endsWith("that are missing: a en"))
        .anyMatch(line -> line.contains("POST /v1/templates/standard"))
        .anyMatch(line -> line.endsWith("that were rejected: c ar"))
        .anyMatch(line -> line.contains("GET /v1/templates/standard says why"))
        .anyMatch(line -> line.endsWith("that are paused: b ar"));
  }

  @Test
  void seesThatTheClockIsWrong() throws Exception {
    clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(90));

    assertThat(faults()).containsExactly("clock.wrong");
  }

  /// Trap 52, trap 53: the handshake needs no login, and the body passes byte for byte.
  @Test
  void knocksAtBothDoorsAsWhatsAppWould() throws Exception {
    try (NoorHouse noor = new NoorHouse();
        RunningServer server = server(noor, SickGraph.SECRET, VERIFY_TOKEN)) {
      port = server.port();
      graph.deliversTo("'application':'http://127.0.0.1:%d/v1/webhooks/whatsapp'".formatted(port));

      assertThat(keys()).contains("webhook.own.good", "webhook.public.good");
    }
  }

  @Test
  void seesThatTheRunningServerHasAnotherSecret() throws Exception {
    try (NoorHouse noor = new NoorHouse();
        RunningServer server = server(noor, "another", VERIFY_TOKEN)) {
      port = server.port();

      assertThat(faults()).contains("webhook.own.changed");
    }
  }

  @Test
  void seesThatTheRunningServerHasAnotherVerifyToken() throws Exception {
    try (NoorHouse noor = new NoorHouse();
        RunningServer server = server(noor, SickGraph.SECRET, "another")) {
      port = server.port();

      assertThat(faults()).contains("webhook.token");
    }
  }

  /// Trap 43.
  @Test
  void seesThatWhatsAppDeliversElsewhere() throws Exception {
    graph.deliversTo("'application':'https://test.example/hook'");
    assertThat(faults()).containsExactly("webhook.elsewhere");

    graph.deliversTo(
        "'phone_number':'http://127.0.0.1:%d/v1/webhooks/whatsapp','application':'https://a.example/'"
            .formatted(freePort()));
    assertThat(faults()).containsExactly("webhook.public.away");
    assertThat(keys()).contains("webhook.overridden");
  }

  @Test
  void looksAtTheDatabase() throws Exception {
    try (TestDatabase healthy = TestDatabase.fresh()) {
      database = healthy.owner();
      assertThat(keys()).contains("database.good");

      try (var connection =
              DriverManager.getConnection(
                  healthy.owner().url(), healthy.owner().user(), healthy.owner().password());
          var statement = connection.createStatement()) {
        statement.execute("alter table outbox no force row level security");
        statement.execute(
            """
            delete from flyway_schema_history
             where installed_rank = (select max(installed_rank) from flyway_schema_history)
            """);
      }
      assertThat(faults()).containsExactly("database.open");
      assertThat(keys()).contains("database.pending");
      assertThat(read("en_US.UTF-8", false)).anyMatch(line -> line.contains("outbox"));
    }
    database = TestDatabase.empty();
    assertThat(keys()).contains("database.empty");
    database = new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + freePort() + "/crm", "a", "b");
    assertThat(faults()).containsExactly("database.unreachable");
  }

  @Test
  void seesThatTheDataFolderIsNoFolder() throws Exception {
    folder = Files.createFile(folder.resolve("file"));

    assertThat(faults()).containsExactly("folder.closed");
  }

  @Test
  void seesThatAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      adminPort = taken.getLocalPort();

      assertThat(faults()).containsExactly("ports.taken");
    }
  }

  @Test
  void tellsAProgramInJsonAndNeverTellsASecret() throws Exception {
    graph.says(SickGraph.ACCOUNT + "/subscribed_apps", "{'data':[]}");

    List<String> lines = read("en_US.UTF-8", true);
    JsonNode report = Json.read(lines.getFirst(), JsonNode.class);

    assertThat(report.path("healthy").asBoolean(true)).isFalse();
    assertThat(report.path("findings").findValuesAsText("do")).hasSize(1);
    assertThat(lines.getFirst()).doesNotContain(SickGraph.SECRET, SickGraph.TOKEN, VERIFY_TOKEN);
  }

  @Test
  void speaksArabicOnAnArabicMachine() throws Exception {
    graph.says(SickGraph.ACCOUNT + "/subscribed_apps", "{'data':[]}");

    assertThat(read("ar_SA.UTF-8", false))
        .anyMatch(line -> line.startsWith("خلل"))
        .last()
        .asString()
        .startsWith("هناك خلل");
  }

  @Test
  void bothLanguagesSayTheSameThingsAndEveryFaultHasAnAdvice() {
    Set<String> arabic = bundle(Locale.ROOT);
    Set<String> english = bundle(Locale.ENGLISH);

    assertThat(arabic).isEqualTo(english);
    assertThat(
            english.stream().filter(key -> key.endsWith(".do")).map(key -> key.replace(".do", "")))
        .allMatch(key -> key.equals("line") || key.equals("settings") || english.contains(key));
  }

  private static Set<String> bundle(Locale locale) {
    return new HashSet<>(
        ResourceBundle.getBundle(
                "doctor.findings",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .keySet());
  }

  private RunningServer server(NoorHouse noor, String secret, String verifyToken) {
    Inbox inbox = new Inbox(noor.testDatabase.application(), () -> {});
    inbox.start();
    return new RunningServer(
        noor.clock,
        failure -> false,
        routing ->
            routing.register(
                "/v1",
                new WebhookRoutes(inbox, new Signature(List.of(secret)), verifyToken, () -> {})));
  }

  private List<String> faults() throws InterruptedException {
    return doctor("en_US.UTF-8", new ArrayList<>()).look().stream()
        .filter(Finding::isFault)
        .map(Finding::key)
        .toList();
  }

  private List<String> keys() throws InterruptedException {
    return doctor("en_US.UTF-8", new ArrayList<>()).look().stream().map(Finding::key).toList();
  }

  private List<String> read(String language, boolean json) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    doctor(language, lines).examine(json);
    return lines;
  }

  private Doctor doctor(String language, List<String> lines) {
    Channel channel =
        new Channel(
            graphUrl,
            new GraphApi(graphUrl, "v26.0"),
            SickGraph.TOKEN,
            SickGraph.ACCOUNT,
            SickGraph.NUMBER,
            secrets,
            VERIFY_TOKEN);
    return new Doctor(
        new Doctor.Patient(channel, database, folder, port, adminPort, wanted),
        Words.of("doctor.findings", Map.of("LANG", language)),
        clock,
        lines::add);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
