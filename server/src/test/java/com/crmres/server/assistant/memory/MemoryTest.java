package com.crmres.server.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.Feedback;
import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Json;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Past.FormOfAddress;
import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.assistant.Recollection;
import com.crmres.server.assistant.Tap;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is remembered of customers, from their words to the next turn and the staff's screens.
class MemoryTest {

  private static final String SARA = "966500000001";

  private final TalkingHouse house = new TalkingHouse();
  private final RunningServer server =
      new RunningServer(
          house.noor.clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new PreferenceRoutes(
                      house.noor.database, house.preferences, house.noor.staff.access),
                  new FeedbackRoutes(
                      house.noor.database, house.feedbacks, house.noor.staff.access)));
  private boolean hired;

  @AfterEach
  void stop() {
    server.close();
    house.close();
  }

  @Test
  void aTurnIsGivenWhatAllSidesSaidInTheLastSevenDays() {
    house.says(SARA, "السلام عليكم");
    house.noor.clock.forward(Duration.ofDays(8));
    house.says(SARA, "انا مستعجلة متى تفتحون؟");
    UUID conversation = house.says(SARA, "ابي 2 شاورما دجاج");

    Past past = past(conversation);

    assertThat(past.conversation())
        .extracting(Past.Earlier::text)
        .anyMatch(text -> text.contains("متى تفتحون"))
        .anyMatch(text -> text.contains("مفتوح"))
        .noneMatch(text -> text.contains("السلام عليكم"));
    assertThat(past.address()).isEqualTo(FormOfAddress.FEMININE);
    assertThat(past.summary()).isNull();
  }

  @Test
  void whatIsNoLongerToldWordForWordIsSummedUpUntilSevenDaysOfSilence() {
    house.says(SARA, "متى تفتحون؟");
    UUID conversation = house.noor.receive(SARA, "ok");
    for (int i = 0; i < 9; i++) {
      house.noor.clock.forward(Duration.ofMinutes(5));
      house.says(SARA, "كم سعر البيبسي");
    }

    Past past = past(conversation);
    assertThat(past.conversation()).hasSize(12);
    assertThat(past.summary()).contains("asked about hours").contains("asked for prices");

    house.noor.clock.forward(Duration.ofDays(8));
    assertThat(past(conversation).summary()).isNull();
    new OldMemories(house.noor.database, house.noor.clock).forget();
    assertThat(count("select count(*) as n from assistant_memory where summary is not null"))
        .isZero();
  }

  @Test
  void whatIsOrderedAgainAndAgainIsTheUsual() {
    order("ابي 2 شاورما دجاج وبيبسي");
    order("ابي 2 شاورما دجاج وبيبسي");
    UUID conversation = order("ابي حمص");

    Past past = past(conversation);
    PastOrder usual = Objects.requireNonNull(past.usual());

    assertThat(past.orders()).hasSize(3);
    assertThat(past.orders().getFirst().lines()).hasSize(1);
    assertThat(usual.lines()).extracting(PastOrder.Line::quantity).containsExactlyInAnyOrder(2, 1);
    house.noor.clock.forward(Duration.ofDays(91));
    assertThat(past(conversation).usual()).isNull();
  }

  @Test
  void aDislikeIsRememberedAndMentionedButNeverAppliedSilently() throws Exception {
    UUID conversation = house.says(SARA, "ما احب البصل");
    assertThat(house.answer(conversation)).contains("سجلناها");

    house.says(SARA, "ابي برجر لحم استلام من العليا");

    assertThat(house.answers(conversation)).anyMatch(text -> text.contains("بدون البصل"));
    assertThat(house.cart(conversation).lines().getFirst().optionIds()).isEmpty();
    assertThat(preferences(conversation))
        .singleElement()
        .satisfies(preference -> {
          assertThat(preference.kind()).isEqualTo(PreferenceKind.DISLIKES);
          assertThat(preference.messageId()).isNotNull();
          assertThat(preference.until())
              .isBetween(
                  house.noor.clock.instant().plus(Duration.ofDays(179)),
                  house.noor.clock.instant().plus(Duration.ofDays(180)));
        });
  }

  @Test
  void saidAgainItIsKeptLongerAndThirtyAreTheMost() throws Exception {
    UUID conversation = house.says(SARA, "ما احب البصل");
    UUID customer = customer(conversation);
    house.noor.clock.forward(Duration.ofDays(100));
    house.says(SARA, "ما احب بصل");
    assertThat(preferences(conversation)).hasSize(1);
    house.noor.clock.forward(Duration.ofDays(100));
    assertThat(preferences(conversation)).hasSize(1);
    for (int i = 0; i < 35; i++) {
      post(customer, "{\"kind\":\"likes\",\"value\":\"dish %d\"}".formatted(i));
    }
    assertThat(preferences(conversation)).hasSize(30);
    house.noor.clock.forward(Duration.ofDays(181));
    assertThat(past(conversation).preferences()).isEmpty();
    new OldMemories(house.noor.database, house.noor.clock).forget();
    assertThat(count("select count(*) as n from preference")).isZero();
  }

  @Test
  void anAllergyGoesToPeopleFirstAndIsKeptOnlyAfterAYesToOurQuestion() throws Exception {
    UUID conversation = house.says(SARA, "عندي حساسية من الفول السوداني");
    assertThat(house.noor.conversation(conversation).status())
        .isEqualTo(ConversationStatus.ESCALATED);
    assertThat(count("select count(*) as n from preference")).isZero();
    house.handBack(conversation);

    house.says(SARA, "شكرا");
    MessageContent.Buttons question = (MessageContent.Buttons) house.last(conversation);
    assertThat(question.text()).contains("تسمحون");
    assertThat(count("select count(*) as n from preference")).isZero();

    house.taps(SARA, question.buttons().getFirst());

    assertThat(preferences(conversation))
        .singleElement()
        .satisfies(preference -> {
          assertThat(preference.kind()).isEqualTo(PreferenceKind.ALLERGY);
          assertThat(preference.value()).isEqualTo("عندي حساسية من الفول السوداني");
        });
    assertThat(consents()).containsExactly("allergy true button");
    assertThat(count("select count(*) as n from customer where marketing_stopped")).isZero();

    UUID id = preferences(conversation).getFirst().id();
    assertThat(send("DELETE", customer(conversation), "/" + id, null).status()).isEqualTo(204);
    assertThat(consents()).containsExactly("allergy true button", "allergy false staff");
  }

  @Test
  void aNoIsKeptAndTheAllergyIsNot() {
    UUID conversation = house.says(SARA, "ولدي عنده حساسية من السمسم");
    house.handBack(conversation);
    house.says(SARA, "شكرا");

    house.says(SARA, "لا");

    assertThat(house.answer(conversation)).contains("ما حفظنا");
    assertThat(consents()).containsExactly("allergy false button");
    assertThat(count("select count(*) as n from preference")).isZero();
    house.says(SARA, "شكرا");
    assertThat(house.last(conversation)).isNotInstanceOf(MessageContent.Buttons.class);
  }

  @Test
  void peopleWriteAnAllergyDownOnlyWithTheCustomersConsent() throws Exception {
    UUID customer = customer(house.noor.receive(SARA, "hello"));

    assertThat(post(customer, "{\"kind\":\"allergy\",\"value\":\"nuts\"}").status()).isEqualTo(400);
    assertThat(
            post(customer, "{\"kind\":\"allergy\",\"value\":\"nuts\",\"consented\":true}").status())
        .isEqualTo(201);
    assertThat(post(customer, "{\"kind\":\"likes\",\"value\":\"\"}").status()).isEqualTo(400);
    assertThat(consents()).containsExactly("allergy true staff");
  }

  @Test
  void praiseIsThankedAndAComplaintIsNotedAndGoesToPeople() throws Exception {
    house.says(SARA, "5/5 الاكل لذيذ");
    UUID angry = house.says("966500000002", "الطلب وصل بارد وناقص");

    List<Feedback> all = feedback("");

    assertThat(all)
        .extracting(Feedback::sentiment)
        .containsExactly(Sentiment.NEGATIVE, Sentiment.POSITIVE);
    assertThat(all.getFirst().categories()).contains("cold", "missing");
    assertThat(all.getFirst().needsFollowUp()).isTrue();
    assertThat(all.getLast().rating()).isEqualTo(5);
    assertThat(house.noor.conversation(angry).status()).isEqualTo(ConversationStatus.ESCALATED);
    assertThat(feedback("?sentiment=negative")).hasSize(1);
    assertThat(feedback("?open=1&limit=1")).hasSize(1);
  }

  @Test
  void twoCustomersWhoBecomeOneShareWhatIsRemembered() throws Exception {
    UUID one = house.says(SARA, "ما احب البصل");
    UUID other = house.says("966500000002", "انا نباتية");
    UUID survivor = customer(one);
    UUID absorbed = customer(other);

    house.noor.in(transaction ->
        house
            .noor
            .conversations
            .merges()
            .merge(
                transaction,
                house.noor.restaurantId,
                absorbed,
                survivor,
                house.noor.ids.next(),
                house.noor.ids.next()));

    assertThat(preferences(one)).hasSize(2);
    assertThat(as("GET", absorbed, null)).hasSize(2);
  }

  @Test
  void everyRouteIsForItsRolesOnly() throws Exception {
    String customer = "/v1/customers/" + customer(house.noor.receive(SARA, "hello"));
    Set<Role> readers = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR);
    Set<Role> writers = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT);
    String likes = "{\"kind\":\"likes\",\"value\":\"kunafa\"}";

    new RouteRights(server, house.noor.staff)
        .hold(
            List.of(
                new Route("GET", customer + "/preferences", null, readers),
                new Route("POST", customer + "/preferences", likes, writers),
                new Route(
                    "DELETE", customer + "/preferences/" + house.noor.ids.next(), null, writers),
                new Route(
                    "GET", "/v1/feedback", null, Set.of(Role.OWNER, Role.MANAGER, Role.AUDITOR))));
  }

  private UUID order(String words) {
    house.says(SARA, words);
    house.says(SARA, "استلام");
    house.taps(SARA, new MessageContent.Button(new Tap.At(house.noor.staff.olaya).id(), "Olaya"));
    UUID conversation = house.says(SARA, "نعم");
    house.noor.clock.forward(Duration.ofHours(3));
    return conversation;
  }

  private Past past(UUID conversation) {
    return house.noor.<Past>in(transaction ->
        house.recall.past(
            transaction,
            house.noor.restaurantId,
            new Recollection.Wish(conversation, Long.MAX_VALUE, List.of())));
  }

  private UUID customer(UUID conversation) {
    return house.noor.conversation(conversation).customer().id();
  }

  private List<Preference> preferences(UUID conversation) throws Exception {
    return as("GET", customer(conversation), null);
  }

  private List<Preference> as(String method, UUID customer, @Nullable String body)
      throws Exception {
    List<Preference> found = new ArrayList<>();
    Json.MAPPER
        .readTree(send(method, customer, "", body).response().body())
        .get("items")
        .forEach(node -> found.add(Json.read(node.toString(), Preference.class)));
    return found;
  }

  private Answer post(UUID customer, @Nullable String body) throws Exception {
    return send("POST", customer, "", body);
  }

  private Answer send(String method, UUID customer, String more, @Nullable String body)
      throws Exception {
    return request(method, "/v1/customers/" + customer + "/preferences" + more, body);
  }

  private List<Feedback> feedback(String query) throws Exception {
    List<Feedback> found = new ArrayList<>();
    Json.MAPPER
        .readTree(request("GET", "/v1/feedback" + query, null).response().body())
        .get("items")
        .forEach(node -> found.add(Json.read(node.toString(), Feedback.class)));
    return found;
  }

  private Answer request(String method, String path, @Nullable String body) throws Exception {
    if (!hired) {
      house.noor.staff.hire(Role.OWNER);
      hired = true;
    }
    String owner = house.noor.staff.authorization(Role.OWNER);
    return server.send(method, path, body, request -> request.header("Authorization", owner));
  }

  private List<String> consents() {
    return house.noor.in(transaction ->
        transaction
            .sql(
                """
                select purpose || ' ' || agreed || ' ' || source as t from customer_consent
                 order by noted_at, id
                """)
            .list(row -> row.text("t")));
  }

  private long count(String sql) {
    return house.noor.in(transaction -> transaction.sql(sql).one(row -> row.number("n")));
  }
}
