package com.crmres.server.whatsapp.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.channel.ChannelNumber;
import com.crmres.common.channel.PauseReason;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.whatsapp.ChannelEvent;
import com.crmres.server.whatsapp.outbox.SendingHouse;
import com.crmres.server.whatsapp.webhook.NoorIntake;
import com.crmres.server.whatsapp.webhook.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountEventsTest {

  private static final String PHONE = "966115550199";
  private static final String OTHER_NUMBER = "209876543210987";

  private final SendingHouse house = new SendingHouse();
  private final NoorHouse noor = house.noor;
  private final AccountEvents events = events(new Rates(null));

  @BeforeEach
  void addAnotherNumber() {
    noor.numbers.assign(noor.restaurantId, NoorHouse.ACCOUNT, OTHER_NUMBER);
    noor.system(
        "update whatsapp_number set display_phone = '%s' where phone_number_id = '%s'"
            .formatted(PHONE, NoorHouse.NUMBER));
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void aThroughputUpgradeRaisesTheRateOfTheNumberThatPeopleDialAndTheLimitOfAll() {
    happen("wh-phone-number-quality-throughput-upgrade.json");

    assertThat(number(NoorHouse.NUMBER).throughput()).isEqualTo("HIGH");
    assertThat(number(NoorHouse.NUMBER).messagesPerSecond()).isEqualTo(750);
    assertThat(number(OTHER_NUMBER).messagesPerSecond()).isEqualTo(60);
    assertThat(number(OTHER_NUMBER).messagingLimit()).as("unlimited").isNull();
    assertThat(house.told())
        .singleElement()
        .asString()
        .startsWith("throughput_changed information");
  }

  @Test
  void anOperatorsPaceIsNotOverruled() {
    noor.in(transaction -> {
      events(new Rates(20.0))
          .handle(
              transaction,
              noor.restaurantId,
              event("wh-phone-number-quality-throughput-upgrade.json"));
      return true;
    });

    assertThat(number(NoorHouse.NUMBER).messagesPerSecond()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({
    "DOWNGRADE, TIER_250, 250, limit_changed warning",
    "UPGRADE, TIER_2K, 2000, limit_changed information",
    "UPGRADE, TIER_100K, 100000, limit_changed information",
    "ONBOARDING, TIER_10K, 10000, limit_changed information",
    "FLAGGED, TIER_2K, 2000, quality_changed critical",
    "UNFLAGGED, TIER_2K, 2000, quality_changed information"
  })
  void aTierChangesTheLimitOfTheWholeAccount(String event, String tier, int limit, String told) {
    happen(
        "phone_number_quality_update",
        """
        {"display_phone_number": "+966 11 555 0199", "event": "%s", "current_limit": "%s"}
        """
            .formatted(event, tier));

    assertThat(number(NoorHouse.NUMBER).messagingLimit()).isEqualTo(limit);
    assertThat(number(OTHER_NUMBER).messagingLimit()).isEqualTo(limit);
    assertThat(house.told()).singleElement().asString().startsWith(told);
  }

  @Test
  void aCapabilityUnderEitherOfItsNamesChangesTheLimit() {
    happen("wh-business-capability-update.json");
    assertThat(number(NoorHouse.NUMBER).messagingLimit()).isEqualTo(2_000);

    happen(
        "business_capability_update",
        """
        {"max_daily_conversations_per_business": 10000, "max_phone_numbers_per_waba": 20}
        """);
    assertThat(number(NoorHouse.NUMBER).messagingLimit()).isEqualTo(10_000);
  }

  @Test
  void anApprovedNameIsKept() {
    happen("wh-phone-number-name-update.json");

    assertThat(number(NoorHouse.NUMBER).verifiedName()).isEqualTo("مطعم الديرة");
    assertThat(house.told()).singleElement().asString().startsWith("display_name information");
  }

  @Test
  void aRestrictionOfWhatWeBeginLetsAnswersGoOn() {
    happen("wh-account-update-restriction.json");

    assertThat(number(NoorHouse.NUMBER).pause()).isNull();
    assertThat(text("initiative_from")).startsWith("2026-11-2");
    assertThat(house.told())
        .singleElement()
        .asString()
        .startsWith("account_restricted critical")
        .contains("RESTRICTED_BIZ_INITIATED_MESSAGING", "until");
  }

  @Test
  void aRestrictionOfAnswersStopsTheNumbersUntilItExpires() throws Exception {
    Instant end = noor.clock.instant().plus(Duration.ofDays(3));
    happen(
        "account_update",
        """
        {"event": "ACCOUNT_RESTRICTION", "restriction_info": [
          {"restriction_type": "RESTRICTED_CUSTOMER_INITIATED_MESSAGING", "expiration": %d}]}
        """
            .formatted(end.getEpochSecond()));
    assertThat(pause(NoorHouse.NUMBER)).isEqualTo(PauseReason.RESTRICTED);
    assertThat(pause(OTHER_NUMBER)).isEqualTo(PauseReason.RESTRICTED);

    noor.system("update whatsapp_number set paused_until = now() - interval '1 second'");
    watch().look();

    assertThat(number(NoorHouse.NUMBER).pause()).isNull();
    assertThat(number(OTHER_NUMBER).pause()).isNull();
  }

  @Test
  void anOffboardedAccountRestsUntilItIsReconnectedWhateverWasRefusedMeanwhile() {
    happen("account_update", "{\"event\": \"ACCOUNT_OFFBOARDED\"}");
    assertThat(pause(NoorHouse.NUMBER)).isEqualTo(PauseReason.OFFBOARDED);

    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            house.pauses.pause(
                transaction, noor.restaurantId, NoorHouse.NUMBER, PauseReason.TOKEN, 190, null));
    assertThat(pause(NoorHouse.NUMBER)).isEqualTo(PauseReason.OFFBOARDED);

    happen("account_update", "{\"event\": \"ACCOUNT_RECONNECTED\"}");
    assertThat(number(NoorHouse.NUMBER).pause()).isNull();
    assertThat(number(OTHER_NUMBER).pause()).isNull();
  }

  @Test
  void aBanStopsTheAccountAndItsEndStartsIt() {
    happen(
        "account_update",
        "{\"event\": \"DISABLED_UPDATE\", \"ban_info\": {\"waba_ban_state\": \"DISABLE\"}}");
    assertThat(pause(OTHER_NUMBER)).isEqualTo(PauseReason.BANNED);

    happen(
        "account_update",
        "{\"event\": \"DISABLED_UPDATE\", \"ban_info\": {\"waba_ban_state\": \"REINSTATE\"}}");
    assertThat(number(OTHER_NUMBER).pause()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account_update|{\"event\":\"ACCOUNT_DELETED\"}|account_restricted critical",
        "account_update|{\"event\":\"ACCOUNT_VIOLATION\",\"violation_info\":{\"violation_type\":\"SCAM\"}}|account_restricted critical",
        "account_update|{\"event\":\"PARTNER_ADDED\"}|account_updated information",
        "account_alerts|{\"alert_severity\":\"CRITICAL\",\"alert_type\":\"OBA\"}|account_alert critical",
        "account_alerts|{\"alert_severity\":\"INFORMATIONAL\"}|account_alert information",
        "account_review_update|{\"decision\":\"APPROVED\"}|account_updated information",
        "account_review_update|{\"decision\":\"REJECTED\"}|account_updated critical",
        "account_settings_update|{\"type\":\"phone_number_settings\"}|account_updated information",
        "security|{\"display_phone_number\":\"966115550199\",\"event\":\"PIN_CHANGED\"}|security warning",
        "flows|{\"event\":\"FLOW_STATUS_CHANGE\",\"flow_id\":\"1\"}|other warning"
      })
  void everyEventIsShownWithItsWeight(String field, String value, String told) {
    happen(field, value);

    assertThat(house.told()).first().asString().startsWith(told);
  }

  @Test
  void theSameEventTwiceIsOne() {
    happen("account_update", "{\"event\": \"ACCOUNT_OFFBOARDED\"}");
    happen("account_update", "{\"event\": \"ACCOUNT_RECONNECTED\"}");
    long told = house.told().size();

    happen("account_update", "{\"event\": \"ACCOUNT_OFFBOARDED\"}");

    assertThat(number(NoorHouse.NUMBER).pause()).isNull();
    assertThat(house.told()).hasSize((int) told);
  }

  @Test
  void aFieldNobodyKnowsIsKeptAndToldOnceAndKeepsNothingUp() throws Exception {
    NoorIntake intake = new NoorIntake();
    try {
      intake.handlers.add(events(new Rates(null)));
      intake.deliver(Sample.file("wh-unknown-field.json"));
      intake.work();
      intake.deliver(Sample.file("wh-unknown-field.json"));
      intake.work();

      assertThat(intake.setAside()).isEmpty();
      assertThat(intake.count("channel_event")).isEqualTo(2);
      assertThat(intake.count("channel_notice")).isEqualTo(1);
    } finally {
      intake.stop();
    }
  }

  /// Two restaurants may have numbers in one account; each hears of the account, and of its own
  /// numbers.
  @Test
  void whatIsToldOfAnotherRestaurantsNumberNeitherStopsOursNorReachesOurManagers() {
    noor.system(
        "update whatsapp_number set display_phone = '966115550200' where display_phone is null");

    happen(
        "account_update",
        """
        {"event": "ACCOUNT_OFFBOARDED", "phone_number": "966115559999"}
        """);
    happen(
        "phone_number_quality_update",
        """
        {"display_phone_number": "966115559999", "event": "FLAGGED", "current_limit": "TIER_2K"}
        """);

    assertThat(pause(NoorHouse.NUMBER)).isNull();
    assertThat(pause(OTHER_NUMBER)).isNull();
    assertThat(number(NoorHouse.NUMBER).quality()).isNull();
    assertThat(number(NoorHouse.NUMBER).messagingLimit()).as("counts for all").isEqualTo(2_000);
    assertThat(house.told()).isEmpty();
  }

  private AccountEvents events(Rates rates) {
    return new AccountEvents(house.notices, house.pauses, rates, noor.ids, noor.clock);
  }

  private NumberWatch watch() {
    return new NumberWatch(
        noor.database,
        house.graphApi(Duration.ofSeconds(5)),
        house.tokens,
        house.pauses,
        house.notices,
        new Rates(null),
        noor.clock);
  }

  private void happen(String file) {
    happen(event(file));
  }

  private void happen(String field, String value) {
    happen(
        new ChannelEvent(
            NoorHouse.ACCOUNT,
            null,
            field,
            Json.read(value, JsonNode.class),
            Instant.ofEpochSecond(1_795_334_000)));
  }

  private void happen(ChannelEvent event) {
    noor.database.changeRestaurant(
        noor.restaurantId, transaction -> events.handle(transaction, noor.restaurantId, event));
  }

  private static ChannelEvent event(String file) {
    try {
      JsonNode entry = Json.MAPPER.readTree(Sample.file(file)).path("entry").path(0);
      JsonNode change = entry.path("changes").path(0);
      return new ChannelEvent(
          entry.path("id").asText(),
          null,
          change.path("field").asText(),
          change.path("value"),
          Instant.ofEpochSecond(entry.path("time").asLong()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ChannelNumber number(String phoneNumberId) {
    return noor.in(transaction -> noor.numbers.list(transaction, noor.restaurantId)).stream()
        .filter(number -> number.phoneNumberId().equals(phoneNumberId))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable PauseReason pause(String phoneNumberId) {
    ChannelNumber.Pause pause = number(phoneNumberId).pause();
    return pause == null ? null : pause.reason();
  }

  private String text(String column) {
    return noor.in(transaction ->
        transaction
            .sql("select cast(" + column + " as text) as found from whatsapp_number limit 1")
            .one(row -> row.text("found")));
  }
}
