package com.crmres.server.assistant.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.ordering.cart.Cart;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever decides, takes over, writes on or comes too late, at whatever moment: what is said and
/// what is done are always one.
class DecisionRacesTest {

  private static final String ORDER = "ابغى ثنتين برجر دجاج";
  private static final int ROUNDS = 6;

  private final SuggestingHouse house = new SuggestingHouse();
  private final NoorHouse noor = house.noor;

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void ofTwoPeopleWhoApproveAtOnceOneDoes() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);
    house.decide(shown, noor.ids.next(), "edit", " ", null); // signs the agent in

    List<Answer> answers =
        both(() -> house.decide(shown, "approve"), () -> house.decide(shown, "approve"));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    assertThat(house.answers(conversation)).hasSize(shown.answers().size());
    assertThat(house.cart(conversation).lines()).hasSize(1);
  }

  @Test
  void aRefusalAndTheEndOfItsTimeNeverBothCount() throws Exception {
    house.mode(AssistantMode.UNDO);
    for (int i = 0; i < ROUNDS; i++) {
      UUID conversation = noor.receive("96650000010" + i, ORDER);
      house.read();
      Suggestion shown = house.waiting(conversation);
      noor.clock.forward(Duration.ofSeconds(10));

      List<Object> both =
          both(() -> house.decide(shown, "refuse").status(), () -> house.due.sendNext());

      boolean refused = both.getFirst().equals(200);
      assertThat(house.answers(conversation).isEmpty()).isEqualTo(refused);
      assertThat(house.cart(conversation).isEmpty()).isEqualTo(refused);
    }
  }

  @Test
  void aTakeOverAndAnApprovalLeaveNothingHalfDone() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    for (int i = 0; i < ROUNDS; i++) {
      UUID conversation = noor.receive("96650000020" + i, ORDER);
      house.read();
      Suggestion shown = house.waiting(conversation);

      List<Object> both =
          both(
              () -> house.decide(shown, "approve").status(),
              () -> {
                takeOver(conversation);
                return "taken";
              });

      boolean approved = both.getFirst().equals(200);
      assertThat(house.answers(conversation).isEmpty()).isEqualTo(!approved);
      assertThat(house.cart(conversation).isEmpty()).isEqualTo(!approved);
      // Whichever came first, nothing of it leaves the house after the take-over.
      assertThat(states(conversation)).allMatch("failed"::equals);
    }
  }

  @Test
  void twoNodesSendWhatIsDueOnce() throws Exception {
    house.mode(AssistantMode.UNDO);
    UUID conversation = house.says(ORDER);
    Suggestion shown = house.waiting(conversation);
    noor.clock.forward(Duration.ofSeconds(10));

    both(() -> goOut(shown), () -> goOut(shown));

    assertThat(house.answers(conversation)).hasSize(shown.answers().size());
  }

  @Test
  void aPersonWhoTakesOverWhileTheMindReadsGetsNoSuggestion() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = noor.receive(SuggestingHouse.SARA, ORDER);
    house.mind.meanwhile(() -> takeOver(conversation));

    house.read();

    assertThat(house.get("/v1/conversations/" + conversation + "/suggestion").status())
        .isEqualTo(404);
    assertThat(house.answers(conversation)).isEmpty();
  }

  @Test
  void aSwitchToSuggestingWhileTheMindReadsHoldsForThisTurn() throws Exception {
    UUID conversation = noor.receive(SuggestingHouse.SARA, ORDER);
    house.mind.meanwhile(() -> house.mode(AssistantMode.SUGGEST));

    house.read();

    assertThat(house.answers(conversation)).isEmpty();
    assertThat(house.waiting(conversation).state()).isEqualTo(SuggestionState.WAITING);
  }

  @Test
  void whatWasHandedBackIsSuggestedAnew() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    takeOver(conversation);
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.handBack(transaction, noor.restaurantId, conversation, null));

    house.read();

    assertThat(house.waiting(conversation).changes())
        .containsExactly("Puts into the cart: 2 × Chicken burger");
  }

  /// A customer may only confirm a total that he was told.
  @Test
  void anEditThatLeavesTheTotalOutCannotBeConfirmed() throws Exception {
    UUID conversation = readBack();

    house.decide(house.waiting(conversation), noor.ids.next(), "edit", "تمام، نأكد الطلب؟", null);
    assertThat(isReadBack(house.cart(conversation))).isFalse();

    house.says("نعم");
    assertThat(house.waiting(conversation).changes()).isEmpty();
  }

  @Test
  void anEditThatNamesTheTotalCanBeConfirmed() throws Exception {
    UUID conversation = readBack();

    house.decide(
        house.waiting(conversation), noor.ids.next(), "edit", "المجموع ٣٨ ريال، نأكد؟", null);
    assertThat(isReadBack(house.cart(conversation))).isTrue();

    house.says("نعم");
    assertThat(house.waiting(conversation).changes())
        .containsExactly("Places the order: SAR 38.00");
    assertThat(orders()).isZero();
    approve(conversation);
    assertThat(orders()).isOne();
  }

  /// Numbers of orders are given out when they are placed; that another one was placed in between
  /// is no reason to ask again.
  @Test
  void theNumberOfAnOrderMayBeAnotherThanTheOneShown() throws Exception {
    UUID first = readBack();
    approve(first);
    house.says("نعم");
    Suggestion shown = house.waiting(first);
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into order_counter (restaurant_id, branch_id, day, last)
                    values (:restaurant, :branch, '2026-11-22', 7)
                    """)
                .with("restaurant", noor.restaurantId)
                .with("branch", noor.staff.olaya)
                .update());

    assertThat(Json.write(shown.answers())).contains("A-1");
    assertThat(house.decide(shown, "approve").status()).isEqualTo(200);
    assertThat(house.answers(first).getLast()).contains("A-8");
  }

  /// Sara's order up to the question whether it is right, which waits for approval.
  private UUID readBack() throws Exception {
    house.mode(AssistantMode.SUGGEST);
    UUID conversation = house.says(ORDER);
    approve(conversation);
    house.says("استلام");
    approve(conversation);
    house.says("Olaya");
    assertThat(Json.write(house.waiting(conversation).answers())).contains("38.00");
    return conversation;
  }

  private long orders() {
    return noor.in(transaction ->
        transaction.sql("select count(*) as n from orders").one(row -> row.number("n")));
  }

  private static boolean isReadBack(Cart cart) {
    return Integer.valueOf(cart.version()).equals(cart.readBackVersion());
  }

  private void approve(UUID conversation) throws Exception {
    Suggestion shown = house.waiting(conversation);
    assertThat(house.decide(shown, "approve").status())
        .as(shown.answers().stream().map(MessageContent::preview).toList().toString())
        .isEqualTo(200);
  }

  private String goOut(Suggestion suggestion) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> house.decisions.goOut(transaction, noor.restaurantId, suggestion.id()));
    return "gone";
  }

  private void takeOver(UUID conversation) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.takeOver(
                transaction, noor.restaurantId, conversation, new Speaker(noor.ids.next(), "Ali")));
  }

  /// How the assistant's messages stand.
  private List<String> states(UUID conversation) {
    return noor.in(transaction ->
        transaction
            .sql(
                """
                select o.state from outbox o
                  join message m on m.restaurant_id = o.restaurant_id and m.id = o.message_id
                 where m.conversation_id = :conversation and m.sender = 'ai'
                """)
            .with("conversation", conversation)
            .list(row -> row.text("state")));
  }

  private static <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<T> first = people.submit(one);
      Future<T> second = people.submit(other);
      return List.of(first.get(), second.get());
    }
  }
}
