package com.crmres.server.whatsapp.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.ChannelNumber;
import com.crmres.common.channel.NewNumberRequest;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.channel.TokenRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.Page;
import com.crmres.server.NoorHouse;
import com.crmres.server.database.Ids;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.whatsapp.notice.NoticeRoutes;
import com.crmres.server.whatsapp.outbox.SendingHouse;
import com.crmres.server.whatsapp.webhook.Sample;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRoutesTest {

  private static final String NEW_NUMBER = "309876543210987";
  private static final String GOOD = "EAAG-good-token";
  private static final Set<Role> READERS = EnumSet.of(Role.OWNER, Role.MANAGER, Role.AUDITOR);

  private final SendingHouse house = new SendingHouse();
  private final NoorHouse noor = house.noor;
  private final NumberWatch watch =
      new NumberWatch(
          noor.database,
          house.graphApi(Duration.ofSeconds(5)),
          house.tokens,
          house.pauses,
          house.notices,
          new Rates(null),
          noor.clock);
  private final NewNumbers newNumbers =
      new NewNumbers(
          noor.database,
          house.graphApi(Duration.ofSeconds(5)),
          noor.numbers,
          house.tokens,
          house.pauses,
          watch);
  private final RunningServer server =
      new RunningServer(
          noor.clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new NumberRoutes(noor.database, noor.numbers, newNumbers, noor.staff.access),
                  new NoticeRoutes(noor.database, house.notices, noor.staff.access)));

  @BeforeEach
  void describeNumbers() {
    house.graph.acceptTokens(token -> token.equals(GOOD) || token.equals(SendingHouse.TOKEN));
    house.graph.answerLookups(NumberRoutesTest::answer);
  }

  private static Object answer(URI question) {
    if (question.getPath().endsWith("/phone_numbers")) {
      return question.getPath().contains(NoorHouse.ACCOUNT)
          ? Map.of("data", List.of(Map.of("id", NoorHouse.NUMBER), Map.of("id", NEW_NUMBER)))
          : Map.of("error", Map.of("code", 100));
    }
    if (question.getPath().endsWith("/subscribed_apps")) {
      return Map.of("data", List.of());
    }
    try {
      return Json.MAPPER.readTree(Sample.file("resp-phone-number.json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    house.close();
  }

  @Test
  void anOwnerAddsANumberWithATokenThatNobodyReadsAgain() throws Exception {
    noor.staff.hire(Role.OWNER);

    Answer added = add(NoorHouse.ACCOUNT, NEW_NUMBER, GOOD);

    assertThat(added.status()).isEqualTo(200);
    ChannelNumber number = added.as(ChannelNumber.class);
    assertThat(number.ownToken()).isTrue();
    assertThat(number.displayPhone()).isEqualTo("966115550199");
    assertThat(number.verifiedName()).isEqualTo("مطعم الديرة");
    assertThat(number.quality()).isEqualTo("GREEN");
    assertThat(number.messagesPerSecond()).isEqualTo(60);
    Answer listed = send(Role.OWNER, "GET", "/v1/channel/numbers", null);
    assertThat(listed.as(JsonNode.class).path("items")).hasSize(2);
    assertThat(added.response().body() + listed.response().body()).doesNotContain(GOOD);
    assertThat(house.tokens.of(NEW_NUMBER)).isEqualTo(GOOD);
    assertThat(house.tokens.of(NoorHouse.NUMBER)).isEqualTo(SendingHouse.TOKEN);
    assertThat(stored()).doesNotContain(GOOD);
  }

  /// trap 45: ids of accounts and numbers, and numbers themselves, look alike.
  @ParameterizedTest
  @CsvSource({
    NoorHouse.NUMBER + ", " + NEW_NUMBER + ", " + GOOD + ", accountId",
    NoorHouse.ACCOUNT + ", " + NoorHouse.ACCOUNT + ", " + GOOD + ", phoneNumberId",
    NoorHouse.ACCOUNT + ", 966115550199, " + GOOD + ", phoneNumberId",
    NoorHouse.ACCOUNT + ", " + NEW_NUMBER + ", another, accessToken",
    NoorHouse.ACCOUNT + ", " + NEW_NUMBER + ", 'two words', accessToken",
    "'../me', " + NEW_NUMBER + ", " + GOOD + ", accountId"
  })
  void whatWhatsAppDoesNotConfirmIsNotKept(
      String account, String number, String token, String field) throws Exception {
    noor.staff.hire(Role.OWNER);

    Answer refused = add(account, number, token);

    assertThat(refused.error().code()).isEqualTo("INVALID_INPUT");
    assertThat(refused.error().details())
        .singleElement()
        .extracting(fault -> fault.field())
        .isEqualTo(field);
    assertThat(noor.numbers.restaurantOf(NEW_NUMBER)).isEmpty();
  }

  @Test
  void aNumberOfAnotherRestaurantIsRefused() throws Exception {
    noor.staff.hire(Role.OWNER);
    UUID other = Ids.timeOrdered().next();
    noor.database.changeRestaurant(
        other,
        transaction ->
            transaction
                .sql(
                    """
                    insert into restaurant (restaurant_id, name_ar, name_en, created_at)
                    values (:id, 'x', 'x', now())
                    """)
                .with("id", other)
                .update());
    noor.numbers.assign(other, NoorHouse.ACCOUNT, NEW_NUMBER);

    assertThat(add(NoorHouse.ACCOUNT, NEW_NUMBER, GOOD).error().code()).isEqualTo("INVALID_INPUT");
    assertThat(noor.numbers.restaurantOf(NEW_NUMBER)).contains(other);
    assertThat(
            send(
                    Role.OWNER,
                    "PUT",
                    "/v1/channel/numbers/" + NEW_NUMBER + "/token",
                    Json.write(new TokenRequest(GOOD)))
                .error()
                .code())
        .isEqualTo("NOT_FOUND");
  }

  /// trap 44: an account without a subscription gets no events, though all looks right.
  @Test
  void anAccountNobodySubscribedToIsAnAlarm() throws Exception {
    watch.look();

    assertThat(house.told())
        .singleElement()
        .asString()
        .startsWith("account_alert critical")
        .contains("subscribed_apps");
  }

  /// trap 43: a second app, such as a test's, hears and answers what is production's.
  @Test
  void anAccountWithSeveralAppsIsAWarning() throws Exception {
    house.graph.answerLookups(question ->
        question.getPath().endsWith("/subscribed_apps")
            ? Map.of("data", List.of(Map.of("name", "ours"), Map.of("name", "test")))
            : answer(question));

    watch.look();

    assertThat(house.told()).singleElement().asString().startsWith("account_alert warning");
  }

  @Test
  void whatWhatsAppSaysOfANumberIsReadAtStartAndEveryHour() throws Exception {
    house.graph.answerLookups(question ->
        question.getPath().endsWith("/subscribed_apps")
            ? Map.of("data", List.of(Map.of()))
            : Map.of(
                "quality_rating",
                "YELLOW",
                "throughput",
                Map.of("level", "HIGH"),
                "whatsapp_business_manager_messaging_limit",
                "TIER_2K"));
    watch.look();
    ChannelNumber number = number();
    assertThat(number.messagesPerSecond()).isEqualTo(750);
    assertThat(number.messagingLimit()).isEqualTo(2_000);
    assertThat(house.told()).isEmpty();

    house.graph.answerLookups(question ->
        question.getPath().endsWith("/subscribed_apps")
            ? Map.of("data", List.of(Map.of()))
            : Map.of("quality_rating", "RED", "is_on_biz_app", true));
    watch.look();
    assertThat(number().quality()).as("not before the hour is over").isEqualTo("YELLOW");
    noor.system("update whatsapp_number set checked_at = now() - interval '61 minutes'");
    watch.look();

    assertThat(number().messagesPerSecond()).as("shared with the app").isEqualTo(15);
    assertThat(house.told())
        .singleElement()
        .asString()
        .startsWith("quality_changed critical")
        .contains("YELLOW", "RED");
  }

  @Test
  void noticesComeNewestFirstAndInParts() throws Exception {
    noor.staff.hire(Role.MANAGER);
    for (int i = 0; i < 5; i++) {
      tell(i);
    }

    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      Page<ChannelNotice> page =
          Json.MAPPER.readValue(
              send(Role.MANAGER, "GET", "/v1/channel/notices?limit=2" + after, null)
                  .response()
                  .body(),
              new TypeReference<>() {});
      page.items().forEach(notice -> seen.add(notice.facts().getOrDefault("n", "")));
      after = page.next() == null ? "" : "&after=" + page.next();
    } while (!after.isEmpty());

    assertThat(seen).containsExactly("4", "3", "2", "1", "0");
  }

  @Test
  void onlyOwnersChangeNumbersAndOnlyManagersAndAuditorsReadThem() throws Exception {
    String number = Json.write(new NewNumberRequest(NoorHouse.ACCOUNT, NEW_NUMBER, GOOD));
    new RouteRights(server, noor.staff)
        .hold(
            List.of(
                new RouteRights.Route("GET", "/v1/channel/numbers", null, READERS),
                new RouteRights.Route("GET", "/v1/channel/notices", null, READERS),
                new RouteRights.Route("POST", "/v1/channel/numbers", number, Set.of(Role.OWNER)),
                new RouteRights.Route(
                    "PUT",
                    "/v1/channel/numbers/" + NoorHouse.NUMBER + "/token",
                    Json.write(new TokenRequest(GOOD)),
                    Set.of(Role.OWNER))));
  }

  @Test
  void requestsWithTokensSayNothingOfThem() {
    assertThat(new NewNumberRequest("1", "2", GOOD).toString() + new TokenRequest(GOOD))
        .doesNotContain(GOOD);
    assertThat(house.tokens).hasToString("Tokens[***]");
  }

  private void tell(int n) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            house.notices.tell(
                transaction,
                noor.restaurantId,
                null,
                ChannelNoticeKind.OTHER,
                NoticeSeverity.INFORMATION,
                Map.of("n", Integer.toString(n)),
                noor.clock.instant()));
  }

  private ChannelNumber number() {
    return noor.in(transaction -> noor.numbers.list(transaction, noor.restaurantId)).getFirst();
  }

  private String stored() {
    return noor.in(transaction ->
        transaction
            .sql("select string_agg(cast(n as text), ' ') as found from whatsapp_number n")
            .one(row -> row.text("found")));
  }

  private Answer add(String account, String number, String token) throws Exception {
    return send(
        Role.OWNER,
        "POST",
        "/v1/channel/numbers",
        Json.write(Map.of("accountId", account, "phoneNumberId", number, "accessToken", token)));
  }

  private Answer send(Role role, String method, String path, @Nullable String body)
      throws Exception {
    return server.send(
        method,
        path,
        body,
        request -> request.header("Authorization", noor.staff.authorization(role)));
  }
}
