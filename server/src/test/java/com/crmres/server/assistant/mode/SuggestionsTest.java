package com.crmres.server.assistant.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.http.RunningServer.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  private static final String ORDER = "ابغى ثنتين برجر دجاج";

  private final SuggestingHouse house = new SuggestingHouse();
  private final NoorHouse noor = house.noor;

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void nothingIsSaidOrChangedBeforeAPersonApproves() throws Exception {
    house.mode(AssistantMode.SUGGEST);

    UUID conversation = house.says(ORDER);

    assertThat(house.answers(conversation)).isEmpty();
    assertThat(house.cart(conversation).isEmpty()).isTrue();
    Suggestion waiting = house.waiting(conversation);
    assertThat(waiting.state()).isEqualTo(SuggestionState.WAITING);
    assertThat(waiting.intent()).isEqualTo(Intent.ORDER);
    assertThat(waiting.answers()).isNotEmpty();
    assertThat(waiting.sendsAt()).isNull();
    assertThat(waiting.changes()).containsExactly("Puts into the cart: 2 × Chicken burger");
    assertThat(noor.conversation(conversation).status()).isEqualTo(ConversationStatus.ACTIVE);
    assertThat(states()).containsExactly("waiting");
    assertThat(house.presence.typing).isEmpty();
  }

  @Test
  void whatIsApprovedIsWhatWasShown() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);

    Answer answer = house.decide(shown, "approve");

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.as(Suggestion.class).state()).isEqualTo(SuggestionState.APPROVED);
    assertThat(answer.as(Suggestion.class).decidedBy()).isEqualTo("Sami");
    assertThat(house.answers(conversation))
        .containsExactlyElementsOf(shown.answers().stream().map(MessageContent::preview).toList());
    assertThat(house.cart(conversation).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.quantity()).isEqualTo(2));
    assertThat(noor.conversation(conversation).answerer()).isEqualTo(Answerer.ASSISTANT);
    assertThat(states()).containsExactly("waiting", "approved");
    assertThat(house.get("/v1/conversations/" + conversation + "/suggestion").status())
        .isEqualTo(404);
  }

  @Test
  void theSameCommandTwiceIsOneDecision() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);
    UUID command = noor.ids.next();

    Answer first = house.decide(shown, command, "approve", null, null);
    Answer second = house.decide(shown, command, "approve", null, null);

    assertThat(second.response().body()).isEqualTo(first.response().body());
    assertThat(house.answers(conversation)).hasSize(shown.answers().size());
    assertThat(house.decide(shown, command, "refuse", null, null).error().code())
        .isEqualTo("COMMAND_REUSED");
    assertThat(house.decide(shown, "approve").error().code()).isEqualTo("SUGGESTION_DECIDED");
  }

  @Test
  void aCustomerWhoWritesOnOvertakesTheSuggestionAndIsReadAsAWhole() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says("ابغى برجر دجاج");
    Suggestion first = house.waiting(conversation);

    noor.receive(SuggestingHouse.SARA, "لا خليها ثلاث");

    assertThat(house.decide(first, "approve").error().code()).isEqualTo("SUGGESTION_OVERTAKEN");
    house.read();
    assertThat(house.waiting(conversation).changes())
        .containsExactly("Puts into the cart: 3 × Chicken burger");
    assertThat(house.answers(conversation)).isEmpty();
  }

  @Test
  void aPersonWhoTakesOverOvertakesTheSuggestion() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);

    takeOver(conversation);

    assertThat(house.decide(shown, "approve").error().code()).isEqualTo("SUGGESTION_OVERTAKEN");
    assertThat(house.answers(conversation)).isEmpty();
    assertThat(states()).containsExactly("waiting", "overtaken");
  }

  @Test
  void whatWouldSaySomethingElseByNowIsReadAnewAndNothingOfItHappens() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);
    price(2_500);

    assertThat(house.decide(shown, "approve").error().code()).isEqualTo("SUGGESTION_OVERTAKEN");

    assertThat(house.answers(conversation)).isEmpty();
    assertThat(house.cart(conversation).isEmpty()).isTrue();
    house.read();
    Suggestion again = house.waiting(conversation);
    assertThat(Json.write(again.answers())).contains("50");
    assertThat(house.decide(again, "approve").status()).isEqualTo(200);
    assertThat(house.cart(conversation).lines()).hasSize(1);
  }

  @Test
  void anEditSendsThePersonsWordsDoesWhatWasShownAndIsKeptToLearnFrom() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);

    Answer answer =
        house.decide(shown, noor.ids.next(), "edit", "أبشر، تأمر على شي ثاني؟", "too stiff");

    assertThat(answer.as(Suggestion.class).state()).isEqualTo(SuggestionState.EDITED);
    assertThat(house.answers(conversation)).isEmpty();
    assertThat(noor.said(conversation, Sender.STAFF)).containsExactly("أبشر، تأمر على شي ثاني؟");
    assertThat(house.cart(conversation).lines()).hasSize(1);
    assertThat(noor.conversation(conversation).answerer()).isEqualTo(Answerer.ASSISTANT);
    assertThat(corrections())
        .singleElement()
        .satisfies(correction -> {
          assertThat(correction.decision()).isEqualTo(Decision.EDIT);
          assertThat(correction.said()).containsExactly(ORDER);
          assertThat(correction.answers()).isEqualTo(shown.answers());
          assertThat(correction.text()).isEqualTo("أبشر، تأمر على شي ثاني؟");
          assertThat(correction.why()).isEqualTo("too stiff");
          assertThat(correction.decidedBy()).isEqualTo("Sami");
        });
    house.says("شكرا");
    assertThat(house.waiting(conversation).intent()).isEqualTo(Intent.THANKS);
  }

  @Test
  void aRefusalSendsNothingAndGivesTheConversationToWhoRefused() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);

    Answer answer =
        house.decide(
            house.waiting(conversation), noor.ids.next(), "refuse", null, "she asked for juice");

    assertThat(answer.as(Suggestion.class).state()).isEqualTo(SuggestionState.REFUSED);
    assertThat(house.answers(conversation)).isEmpty();
    assertThat(house.cart(conversation).isEmpty()).isTrue();
    ConversationSummary refused = noor.conversation(conversation);
    assertThat(refused.answerer()).isEqualTo(Answerer.STAFF);
    assertThat(refused.assigneeName()).isEqualTo("Sami");
    assertThat(corrections())
        .singleElement()
        .satisfies(correction -> assertThat(correction.why()).isEqualTo("she asked for juice"));
  }

  @Test
  void safetyGoesToPeopleAtOnceAndWithoutAWordWhereTheAssistantMayOnlySuggest() throws Exception {
    house.mode(AssistantMode.SUGGEST);

    UUID conversation = house.says("ولدي جاه تسمم من الأكل");

    assertThat(house.answers(conversation)).isEmpty();
    ConversationSummary escalated = noor.conversation(conversation);
    assertThat(escalated.status()).isEqualTo(ConversationStatus.ESCALATED);
    assertThat(escalated.reason()).isEqualTo(EscalationReason.HEALTH_OR_SAFETY);
    assertThat(house.get("/v1/conversations/" + conversation + "/suggestion").status())
        .isEqualTo(404);
  }

  @Test
  void offReadsAndCallsPeople() {
    house.mode(AssistantMode.OFF);

    UUID conversation = house.says(ORDER);

    assertThat(house.answers(conversation)).isEmpty();
    assertThat(house.cart(conversation).isEmpty()).isTrue();
    ConversationSummary waiting = noor.conversation(conversation);
    assertThat(waiting.status()).isEqualTo(ConversationStatus.ESCALATED);
    assertThat(waiting.reason()).isEqualTo(EscalationReason.ASSISTANT_OFF);
    assertThat(waiting.waitingSince()).isNotNull();
    assertThat(intents()).containsExactly("order");
  }

  @Test
  void whatNobodyStopsGoesOutWhenItsTimeComes() throws Exception {
    house.mode(AssistantMode.UNDO);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);
    assertThat(shown.sendsAt()).isEqualTo(noor.clock.instant().plusSeconds(10));
    assertThat(house.presence.typing).containsExactly(conversation);

    noor.clock.forward(Duration.ofSeconds(9));
    assertThat(house.due.sendNext()).isFalse();
    noor.clock.forward(Duration.ofSeconds(1));
    assertThat(house.due.sendNext()).isTrue();

    assertThat(house.answers(conversation)).hasSize(shown.answers().size());
    assertThat(house.cart(conversation).lines()).hasSize(1);
    assertThat(states()).containsExactly("waiting", "went_out");
    assertThat(house.due.sendNext()).isFalse();
    assertThat(house.decide(shown, "refuse").error().code()).isEqualTo("SUGGESTION_DECIDED");
  }

  @Test
  void whatWasStoppedInTimeNeverGoesOut() throws Exception {
    house.mode(AssistantMode.UNDO);
    UUID conversation = house.says(ORDER);

    house.decide(house.waiting(conversation), "refuse");
    noor.clock.forward(Duration.ofMinutes(1));

    assertThat(house.due.sendNext()).isFalse();
    assertThat(house.answers(conversation)).isEmpty();
  }

  @Test
  void theWordsOfAHandOverAreNotHeldBackWhereTheAssistantMaySpeak() {
    house.mode(AssistantMode.UNDO);

    UUID conversation = house.says("ابغى موظف");

    assertThat(house.answers(conversation)).hasSize(1);
    assertThat(noor.conversation(conversation).reason())
        .isEqualTo(EscalationReason.ASKED_FOR_PERSON);
  }

  @Test
  void anAnswerThatIsAnotherEachTimeIsGivenToPeople() throws Exception {
    house.mode(AssistantMode.UNDO);
    UUID conversation = house.says(ORDER);

    for (int i = 1; i <= 3; i++) {
      price(2_000 + i * 100);
      noor.clock.forward(Duration.ofSeconds(10));
      assertThat(house.due.sendNext()).isTrue();
      house.read();
    }

    assertThat(house.answers(conversation)).isEmpty();
    assertThat(noor.conversation(conversation).reason())
        .isEqualTo(EscalationReason.ASSISTANT_FAILED);
  }

  @Test
  void whatANewerServerDoesNotUnderstandIsReadAnew() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql(
                    "update suggestion set reading = jsonb_set(reading, '{proposals,0,kind}', '\"Gone\"')")
                .update());

    assertThat(house.decide(shown, "approve").error().code()).isEqualTo("SUGGESTION_OVERTAKEN");

    house.read();
    assertThat(house.decide(house.waiting(conversation), "approve").status()).isEqualTo(200);
  }

  @Test
  void whatCameAfterTheServiceWindowWaitsOn() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);
    noor.clock.forward(Duration.ofHours(25));

    // The token of the day before has expired.
    Answer answer = house.decideAnew(shown, "approve");

    assertThat(answer.error().code()).isEqualTo("WINDOW_CLOSED");
    assertThat(house.cart(conversation).isEmpty()).isTrue();
    assertThat(states()).containsExactly("waiting");
  }

  @Test
  void whoWorksElsewhereCanNeitherSeeNorDecide() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.belongsTo(
                transaction, noor.restaurantId, conversation, noor.staff.malaz));

    assertThat(house.decide(shown, "approve").status()).isEqualTo(404);
    assertThat(
            house
                .as(Role.AGENT, "GET", "/v1/conversations/" + conversation + "/suggestion", null)
                .status())
        .isEqualTo(404);
  }

  @Test
  void everyFaultOfADecisionIsNamed() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);

    Answer answer = house.decide(shown, noor.ids.next(), "approve", "words", "w".repeat(501));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details()).extracting("field").containsExactly("text", "why");
    assertThat(house.decide(shown, noor.ids.next(), "edit", " ", null).status()).isEqualTo(400);
  }

  @Test
  void anApprovalAndACustomerWhoWritesOnAtOnceNeverBothCount() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);
    Thread writing =
        Thread.ofVirtual().start(() -> noor.receive(SuggestingHouse.SARA, "وبعدها عصير"));

    Answer answer = house.decide(shown, "approve");
    writing.join();

    boolean approved = answer.status() == 200;
    assertThat(approved || answer.error().code().equals("SUGGESTION_OVERTAKEN")).isTrue();
    assertThat(house.cart(conversation).isEmpty()).isEqualTo(!approved);
    assertThat(house.answers(conversation).isEmpty()).isEqualTo(!approved);
  }

  private void takeOver(UUID conversation) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.takeOver(
                transaction, noor.restaurantId, conversation, new Speaker(noor.ids.next(), "Ali")));
  }

  private void price(int halalas) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> {
          transaction
              .sql("update menu_item set price = :price where id = :id")
              .with("price", halalas)
              .with("id", house.burger)
              .update();
          transaction.sql("update menu_book set version = nextval('menu_book_number')").update();
          transaction.sql("update menu_version set version = version + 1").update();
        });
  }

  /// What screens were told of suggestions.
  private List<String> states() {
    return new ArrayList<>(
        noor.in(transaction ->
            transaction
                .sql(
                    """
                    select event #>> '{suggestion,state}' as state from live_event
                     where event ->> 'type' = 'suggestion_changed' order by id
                    """)
                .list(row -> row.text("state"))));
  }

  private List<String> intents() {
    return noor.in(transaction ->
        transaction
            .sql("select intent from turn where state = 'answered'")
            .list(row -> row.text("intent")));
  }

  private List<AssistantCorrection> corrections() throws Exception {
    List<AssistantCorrection> corrections = new ArrayList<>();
    for (JsonNode item : house.get("/v1/assistant/corrections").as(JsonNode.class).path("items")) {
      corrections.add(Json.read(item.toString(), AssistantCorrection.class));
    }
    return corrections;
  }
}
