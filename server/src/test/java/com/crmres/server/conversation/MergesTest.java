package com.crmres.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.common.customer.CustomerMerge;
import com.crmres.server.NoorHouse;
import com.crmres.server.customer.Consents;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.whatsapp.MarketingRests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two customers become one, and two again.
class MergesTest {

  private static final String SARA = "966500000001";
  private static final String SARA_AT_WORK = "966500000002";
  private static final String SECOND_NUMBER = "209876543210987";

  /// Everything that a merge may touch, as it looks from outside.
  private static final List<String> EVERYTHING =
      List.of(
          "select cast(to_jsonb(t) as text) as t from customer t order by id",
          "select cast(to_jsonb(t) as text) as t from customer_identifier t order by id",
          "select cast(to_jsonb(t) as text) as t from customer_consent t order by id",
          "select cast(to_jsonb(t) - 'version' as text) as t from conversation t order by id",
          "select cast(to_jsonb(t) as text) as t from message t order by id",
          "select cast(to_jsonb(t) as text) as t from outbox t order by message_id",
          "select cast(to_jsonb(t) as text) as t from cart t order by id",
          "select cast(to_jsonb(t) as text) as t from cart_command t order by command_id",
          "select cast(to_jsonb(t) as text) as t from conversation_step t order by step",
          "select cast(to_jsonb(t) as text) as t from orders t order by id",
          "select cast(to_jsonb(t) as text) as t from payment t order by id",
          "select cast(to_jsonb(t) as text) as t from customer_place t order by customer_id, short_address",
          "select cast(to_jsonb(t) as text) as t from assistant_memory t order by conversation_id",
          """
          select conversation_id || ' ' || last_sequence as t from turn
           where state = 'open' order by conversation_id
          """);

  private final NoorHouse noor = new NoorHouse();
  private final UUID owner = noor.ids.next();
  private int messages;

  @AfterEach
  void stop() {
    noor.close();
  }

  /// trap 15: people decide; both histories become one, in the order of time.
  @Test
  void twoThreadsOnOneNumberBecomeOneInTheOrderOfTime() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    noor.clock.forward(Duration.ofSeconds(10));
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "2");
    noor.say(other, "3", Channel.WhenInDoubt.SEND_AGAIN);
    noor.clock.forward(Duration.ofSeconds(10));
    write(SARA, NoorHouse.NUMBER, "4");

    merged(other, one);

    assertThat(previews(one)).containsExactly("1", "2", "3", "4");
    assertThat(listed()).containsExactly(one);
    assertThat(noor.conversation(one).unread()).isEqualTo(2);
    assertThat(noor.conversation(one).lastMessage()).isNotNull();
    assertThat(rows("select cast(conversation_id as text) as t from outbox"))
        .containsExactly(one.toString());
  }

  @Test
  void whatTheMergedCustomerWritesNextStandsInTheJoinedThread() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "2");

    merged(other, one);
    write(SARA_AT_WORK, NoorHouse.NUMBER, "3");

    assertThat(noor.said(one, Sender.CUSTOMER)).containsExactly("1", "2", "3");
    assertThat(rows("select cast(conversation_id as text) as t from turn where state = 'open'"))
        .containsExactly(one.toString());
  }

  /// The assistant answers what nobody has answered, and nothing twice.
  @Test
  void onlyWhatIsUnansweredIsStillTheAssistants() {
    UUID one = write(SARA, NoorHouse.NUMBER, "answered");
    settle(one);
    noor.clock.forward(Duration.ofSeconds(10));
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "open");

    merged(other, one);

    long through =
        Long.parseLong(
            rows("select cast(answered_through as text) as t from assistant_memory where conversation_id = '"
                    + one
                    + "'")
                .getFirst());
    assertThat(unanswered(one, through)).containsExactly("open");
  }

  /// Any two customers, with whatever they have, are afterwards what they were.
  @Test
  void takingAMergeBackLeavesEverythingAsItWas() {
    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      String one = "96650100" + (1000 + seed);
      String other = "96650200" + (1000 + seed);
      UUID into = live(random, one);
      UUID from = live(random, other);
      List<List<String>> before = everything();

      CustomerMerge merge = merged(from, into);
      assertThat(everything()).as("seed %d merged", seed).isNotEqualTo(before);
      assertThat(leftAt(from)).as("seed %d", seed).isZero();
      undo(merge.id());

      assertThat(everything()).as("seed %d", seed).isEqualTo(before);
    }
  }

  @Test
  void theLastOfTwoMergesIsTakenBackFirst() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "2");
    UUID third = write("966500000003", NoorHouse.NUMBER, "3");
    List<List<String>> before = everything();
    CustomerMerge first = merged(other, one);
    noor.clock.forward(Duration.ofSeconds(1));
    CustomerMerge second = merged(third, one);

    assertThat(tryUndo(first.id())).isInstanceOf(MergeResult.ChangedSince.class);
    undo(second.id());
    undo(first.id());
    undo(first.id());

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void whatWasWrittenInAJoinedThreadSinceKeepsTheMerge() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "2");
    CustomerMerge merge = merged(other, one);
    write(SARA, NoorHouse.NUMBER, "3");

    List<List<String>> before = everything();
    assertThat(tryUndo(merge.id())).isInstanceOf(MergeResult.ChangedSince.class);
    assertThat(everything()).isEqualTo(before);
  }

  /// A thread that only changed hands goes back with what was written in it since.
  @Test
  void aThreadWithoutACounterpartGoesBackWithWhatIsNewInIt() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    UUID other = write(SARA_AT_WORK, SECOND_NUMBER, "2");
    CustomerMerge merge = merged(other, one);
    write(SARA_AT_WORK, SECOND_NUMBER, "3");

    undo(merge.id());

    assertThat(noor.said(other, Sender.CUSTOMER)).containsExactly("2", "3");
    assertThat(noor.conversation(other).customer().phone()).isEqualTo(SARA_AT_WORK);
    assertThat(noor.conversation(one).customer().phone()).isEqualTo(SARA);
  }

  @Test
  void aMergeIsDoneOnceForOneCommandAndNeverOfTheSame() {
    UUID one = customer(write(SARA, NoorHouse.NUMBER, "1"));
    UUID other = customer(write(SARA_AT_WORK, NoorHouse.NUMBER, "2"));
    UUID command = noor.ids.next();

    assertThat(merge(other, one, command)).isInstanceOf(MergeResult.Done.class);
    assertThat(merge(other, one, command)).isInstanceOf(MergeResult.Done.class);
    assertThat(merge(one, other, command)).isInstanceOf(MergeResult.CommandReused.class);
    assertThat(merge(other, one, noor.ids.next())).isInstanceOf(MergeResult.NotPossible.class);
    assertThat(merge(one, one, noor.ids.next())).isInstanceOf(MergeResult.NotPossible.class);
    assertThat(merge(noor.ids.next(), one, noor.ids.next()))
        .isInstanceOf(MergeResult.NotFound.class);
    assertThat(rows("select cast(id as text) as t from customer_merge")).hasSize(1);
  }

  /// behaviour 30: whoever wants no advertising gets none under his other number either.
  @Test
  void aNoToAdvertisingHoldsForTheMergedCustomer() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "2");
    UUID survivor = customer(one);
    stopAdvertising(customer(other));

    CustomerMerge merge = merged(other, one);
    assertThat(mayReceive(survivor)).isFalse();
    undo(merge.id());

    assertThat(mayReceive(survivor)).isTrue();
  }

  /// A screen that is still open on the thread that is gone must not speak into it: nobody would
  /// see the words, and the customer would not get them.
  @Test
  void nobodySpeaksIntoAThreadThatBecamePartOfAnother() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "2");
    UUID heard = lastMessage(other);
    merged(other, one);
    Speaker sami = new Speaker(owner, "Sami");

    ReplyResult said =
        noor.<ReplyResult>in(transaction ->
            noor.conversations.reply(
                transaction,
                noor.restaurantId,
                other,
                sami,
                new ReplyRequest(noor.ids.next(), "are you there?")));
    ReplyResult signed =
        noor.<ReplyResult>in(transaction ->
            noor.conversations.react(
                transaction,
                noor.restaurantId,
                other,
                sami,
                heard,
                new ReactionRequest(noor.ids.next(), "\uD83D\uDC4D")));

    assertThat(List.of(said, signed)).allMatch(ReplyResult.Moved.class::isInstance);
    assertThat(rows("select cast(message_id as text) as t from outbox")).isEmpty();
  }

  @Test
  void whatBothThreadsCostIsWhatTheJoinedOneCosts() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "2");
    price(noor.say(one, "for 3", Channel.WhenInDoubt.HOLD).id(), 3);
    price(noor.say(other, "for 4", Channel.WhenInDoubt.HOLD).id(), 4);

    CustomerMerge merge = merged(other, one);
    assertThat(noor.conversation(one).channel().cost()).isEqualTo(7);

    undo(merge.id());
    assertThat(noor.conversation(one).channel().cost()).isEqualTo(3);
    assertThat(noor.conversation(other).channel().cost()).isEqualTo(4);
  }

  /// Who had enough advertising has had enough of it under his other name, too.
  @Test
  void whoRestsFromAdvertisingRestsAfterAMergeAsWell() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "2");
    MarketingRests rests = new MarketingRests();
    UUID offer = noor.say(other, "an offer", Channel.WhenInDoubt.HOLD).id();
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> rests.begin(transaction, noor.restaurantId, offer, noor.clock.instant()));

    CustomerMerge merge = merged(other, one);
    assertThat(rest(rests, one)).isPresent();

    undo(merge.id());
    assertThat(rest(rests, one)).isEmpty();
  }

  private Optional<Instant> rest(MarketingRests rests, UUID conversation) {
    return noor.<Optional<Instant>>in(transaction ->
        rests.until(transaction, noor.restaurantId, conversation, noor.clock.instant()));
  }

  private UUID lastMessage(UUID conversation) {
    return noor.<List<MessageDetails>>in(transaction ->
            noor.conversations
                .transcript()
                .messages(transaction, noor.restaurantId, conversation, null, 1))
        .getFirst()
        .id();
  }

  private void price(UUID message, long amount) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into message_price (restaurant_id, message_id, conversation_id, phone_number_id,
                                               category, delivered_at, amount, currency)
                    select restaurant_id, id, conversation_id, '1', 'utility', now(), :amount, 'SAR'
                      from message where id = :message
                    """)
                .with("amount", amount)
                .with("message", message)
                .update());
  }

  /// A new table that names a customer or a conversation needs a place in JoinStore or here.
  @Test
  void everyTableThatNamesACustomerOrAThreadIsKnownToMerges() {
    assertThat(
            rows(
                """
                select distinct c.table_name as t
                  from information_schema.columns c
                  join information_schema.tables b on b.table_schema = c.table_schema
                                                  and b.table_name = c.table_name
                 where c.table_schema = 'public' and b.table_type = 'BASE TABLE'
                   and c.column_name in ('customer_id', 'conversation_id')
                """))
        .containsExactlyInAnyOrder(
            // What was corrected stands where it was said.
            "assistant_correction",
            "assistant_memory",
            "cart",
            "cart_command",
            "conversation",
            "conversation_step",
            "customer_consent",
            "customer_identifier",
            "customer_place",
            "feedback",
            "form_token",
            "handover",
            // Who had enough advertising is asked for under every name a person had.
            "marketing_rest",
            "message",
            "message_price",
            "note",
            // What was spent on a thread stays with it.
            "model_call",
            "orders",
            "outbox",
            // A thread's pace at WhatsApp is its own.
            "outbox_pace",
            "payment",
            // Whoever was reached twice under two names was reached twice.
            "portfolio_reach",
            "preference",
            "reaction_sent",
            // Whatever waits is overtaken by a merge; what was decided stands where it was.
            "suggestion",
            "turn");
  }

  private List<String> previews(UUID conversation) {
    List<MessageDetails> page =
        noor.in(transaction ->
            noor.conversations
                .transcript()
                .messages(transaction, noor.restaurantId, conversation, null, 10));
    return page.reversed().stream().map(message -> message.content().preview()).toList();
  }

  private List<String> unanswered(UUID conversation, long after) {
    List<Said> said =
        noor.in(transaction ->
            noor.conversations
                .transcript()
                .saidByCustomer(transaction, noor.restaurantId, conversation, after));
    return said.stream().map(one -> one.message().content().preview()).toList();
  }

  /// Gives a customer a little of everything.
  private UUID live(Random random, String phone) {
    UUID thread = write(phone, NoorHouse.NUMBER, "hello");
    for (int i = random.nextInt(6); i > 0; i--) {
      noor.clock.forward(Duration.ofSeconds(random.nextInt(5)));
      String number = random.nextInt(3) == 0 ? SECOND_NUMBER : NoorHouse.NUMBER;
      UUID here = write(phone, number, "m" + i);
      switch (random.nextInt(6)) {
        case 0 -> noor.say(here, "answer", Channel.WhenInDoubt.HOLD);
        case 1 -> settle(here);
        case 2 -> order(here);
        case 3 -> stopAdvertising(customer(here));
        case 4 -> place(customer(here), "RRRD292" + random.nextInt(3));
        default -> takeOver(here);
      }
    }
    return thread;
  }

  private UUID write(String phone, String number, String text) {
    return noor.in(transaction -> {
      noor.conversations.receive(
          transaction,
          noor.restaurantId,
          new InboundMessage(
              number,
              new Identifiers(null, phone, null),
              "Sara",
              "wamid.merge." + ++messages,
              new MessageContent.Text(text),
              InboundMessage.Mentions.NONE,
              "{}",
              noor.clock.instant(),
              true));
      return transaction
          .sql(
              """
              select c.id from conversation c
                join customer_identifier i on i.restaurant_id = c.restaurant_id and i.customer_id = c.customer_id
               where i.value = :phone and c.phone_number_id = :number and c.joined_into is null
              """)
          .with("phone", phone)
          .with("number", number)
          .one(row -> row.uuid("id"));
    });
  }

  private void settle(UUID conversation) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> {
          long last =
              noor.conversations
                  .transcript()
                  .messages(transaction, noor.restaurantId, conversation, null, 1)
                  .getFirst()
                  .sequence();
          noor.turnQueue.silence(transaction, noor.restaurantId, conversation);
          noor.turnQueue.settled(transaction, noor.restaurantId, conversation, last);
        });
  }

  private void takeOver(UUID conversation) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.takeOver(
                transaction, noor.restaurantId, conversation, new Speaker(owner, "Sami")));
  }

  /// An order and a cart that is still open. Two customers may know the same place, each in his own
  /// way.
  private void place(UUID customer, String shortAddress) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into customer_place (restaurant_id, customer_id, short_address, latitude, longitude, shown_at)
                    values (:restaurant, :customer, :address, 24.7, 46.7, :now)
                    on conflict do nothing
                    """)
                .with("restaurant", noor.restaurantId)
                .with("customer", customer)
                .with("address", shortAddress)
                .with("now", noor.clock.instant())
                .update());
  }

  /// The payments of all orders of a thread: one that waits, one that was given up.
  private void pay(UUID conversation) {
    for (String state : List.of("cancelled", "created")) {
      noor.database.changeRestaurant(
          noor.restaurantId,
          transaction ->
              transaction
                  .sql(
                      """
                      insert into payment (restaurant_id, id, order_id, branch_id, conversation_id, method, state,
                                           amount, created_at, changed_at)
                      select restaurant_id, gen_random_uuid(), id, branch_id, conversation_id, 'cash', :state,
                             total, :now, :now
                        from orders where conversation_id = :conversation
                      on conflict do nothing
                      """)
                  .with("state", state)
                  .with("now", noor.clock.instant())
                  .with("conversation", conversation)
                  .update());
    }
  }

  /// Payments are where their orders are, and the merged customer has every place once.
  @Test
  void paymentsAndKnownPlacesGoAlongAndComeBack() {
    UUID one = write(SARA, NoorHouse.NUMBER, "1");
    UUID other = write(SARA_AT_WORK, NoorHouse.NUMBER, "2");
    order(one);
    order(other);
    place(customer(one), "RRRD2929");
    place(customer(other), "RRRD2929");
    place(customer(other), "RRRD2930");
    List<List<String>> before = everything();

    CustomerMerge merge = merged(other, one);
    assertThat(rows("select distinct cast(conversation_id as text) as t from payment"))
        .containsExactly(one.toString());
    assertThat(
            rows(
                "select short_address as t from customer_place where customer_id = '"
                    + customer(one)
                    + "' order by 1"))
        .containsExactly("RRRD2929", "RRRD2930");
    undo(merge.id());

    assertThat(everything()).isEqualTo(before);
  }

  private void order(UUID conversation) {
    UUID cart = noor.ids.next();
    cart(conversation, cart, true);
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into orders (restaurant_id, id, cart_id, conversation_id, customer_id, branch_id,
                                        day, number, status, fulfilment, lines, total, vat, placed_at, status_since)
                    select restaurant_id, :id, :cart, id, customer_id, :branch, date '2026-11-22', :number,
                           'pending', 'pickup', '[]', 1150, 150, :now, :now
                      from conversation where id = :conversation
                    """)
                .with("id", noor.ids.next())
                .with("cart", cart)
                .with("branch", noor.staff.olaya)
                .with("number", cart.toString())
                .with("now", noor.clock.instant())
                .with("conversation", conversation)
                .update());
    pay(conversation);
    cart(conversation, noor.ids.next(), false);
    correct(conversation, cart);
  }

  /// A colleague changes the cart.
  private void correct(UUID conversation, UUID cart) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into cart_command (restaurant_id, command_id, conversation_id, cart_id, action,
                                              command, staff_id, staff_name, at)
                    values (:restaurant, :id, :conversation, :cart, 'changes', '{}', :staff, 'Sami', :now)
                    """)
                .with("restaurant", noor.restaurantId)
                .with("id", noor.ids.next())
                .with("conversation", conversation)
                .with("cart", cart)
                .with("staff", owner)
                .with("now", noor.clock.instant())
                .update());
  }

  private void cart(UUID conversation, UUID cart, boolean ordered) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into cart (restaurant_id, id, conversation_id, version, lines, ordered, changed_at)
                    values (:restaurant, :id, :conversation, 1, '[]', cast(:ordered as boolean), :now)
                    on conflict do nothing
                    """)
                .with("restaurant", noor.restaurantId)
                .with("id", cart)
                .with("conversation", conversation)
                .with("ordered", ordered)
                .with("now", noor.clock.instant())
                .update());
  }

  private void stopAdvertising(UUID customer) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.consents.stop(
                transaction,
                noor.restaurantId,
                customer,
                Consents.Source.STAFF,
                noor.clock.instant()));
  }

  private boolean mayReceive(UUID customer) {
    return noor.in(
        transaction -> noor.consents.mayReceiveMarketing(transaction, noor.restaurantId, customer));
  }

  private UUID customer(UUID conversation) {
    return noor.conversation(conversation).customer().id();
  }

  private List<UUID> listed() {
    return noor.in(transaction ->
        transaction
            .sql("select id from conversation where joined_into is null")
            .list(row -> row.uuid("id")));
  }

  private CustomerMerge merged(UUID from, UUID into) {
    MergeResult result = merge(customer(from), customer(into), noor.ids.next());
    assertThat(result).isInstanceOf(MergeResult.Done.class);
    return ((MergeResult.Done) result).merge();
  }

  private MergeResult merge(UUID absorbed, UUID survivor, UUID command) {
    return noor.<MergeResult>in(transaction ->
        noor.conversations
            .merges()
            .merge(transaction, noor.restaurantId, absorbed, survivor, owner, command));
  }

  private void undo(UUID merge) {
    assertThat(tryUndo(merge)).isInstanceOf(MergeResult.Done.class);
  }

  private MergeResult tryUndo(UUID merge) {
    return noor.<MergeResult>in(transaction ->
        noor.conversations.merges().undo(transaction, noor.restaurantId, merge, owner));
  }

  /// What was done in a thread that is none any more.
  private int leftAt(UUID thread) {
    return rows("""
    select 'x' as t from cart_command where conversation_id = '%1$s'
    union all select 'x' from conversation_step where conversation_id = '%1$s'
    """
            .formatted(thread))
        .size();
  }

  private List<List<String>> everything() {
    List<List<String>> everything = new ArrayList<>();
    EVERYTHING.forEach(sql -> everything.add(rows(sql)));
    return everything;
  }

  private List<String> rows(String sql) {
    return noor.in(transaction -> transaction.sql(sql).list(row -> row.text("t")));
  }
}
