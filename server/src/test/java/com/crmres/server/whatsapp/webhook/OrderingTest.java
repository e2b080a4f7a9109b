package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.Context;
import com.crmres.server.assistant.Corrections;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Discretion;
import com.crmres.server.assistant.Turns;
import com.crmres.server.assistant.desk.FrontDesk;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.conversation.Presence;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.language.Lexicon;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.DueOrders;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.OpeningHours;
import com.crmres.server.restaurant.Restaurants;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders from WhatsApp's bytes to the cart and the answer, on a real database.
class OrderingTest {

  private static final String NOURA = "966500000123";
  private static final Ids IDS = Ids.timeOrdered();

  private final NoorIntake noor = new NoorIntake();
  private final Restaurants restaurants = new Restaurants(noor.clock);
  private final Menus menus = new Menus(noor.eventLog);
  private final Carts carts = new Carts(restaurants, menus, noor.clock, IDS);
  private final Orders orders =
      new Orders(restaurants, carts, noor.conversations, noor.eventLog, List.of(), noor.clock, IDS);
  private final Turns turns =
      new Turns(
          noor.database,
          noor.conversations,
          noor.turnQueue,
          new Dialogue(
              noor.conversations,
              new Context(noor.conversations, restaurants, menus, carts),
              new FrontDesk(carts, orders, noor.conversations, restaurants, noor.clock),
              noor.clock),
          new Corrections(new EmbeddedMind(Lexicon.load())),
          Discretion.FULL,
          Presence.NONE,
          Duration.ofSeconds(6),
          noor.clock);
  private int messages;

  @BeforeEach
  void open() {
    noor.database.changeRestaurant(noor.restaurantId, this::build);
  }

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  /// Behaviour 28, trap 39.
  @Test
  void aCatalogueOrderBecomesACartAndWhatDiffersIsPutToTheCustomer() throws InterruptedException {
    String answer = answer(Sample.file("in-order.json"));

    assertThat(answer).contains("FRY-LRG", "برجر دجاج: الحبة بـ 19.00 ر.س", "18.5");
    assertThat(cart().note()).isEqualTo("بدون مخلل لو سمحت");
    assertThat(cart().lines()).singleElement().extracting(CartLine::quantity).isEqualTo(2);
  }

  /// Behaviour 28: two taps on "confirm" are one order.
  @Test
  void aDoubleTapOnConfirmIsOneOrder() throws InterruptedException {
    toReadBack();
    String confirm = button("تأكيد");

    noor.deliver(Sample.delivery(List.of(tap(confirm))));
    noor.deliver(Sample.delivery(List.of(tap(confirm))));
    answerAll();
    answer(Sample.delivery(List.of(tap(confirm))));

    assertThat(noor.count("orders")).isEqualTo(1);
  }

  /// Behaviour 28, trap 37: a button of an older version of the cart.
  @Test
  void aButtonOfAnOlderCartPlacesNothingAndIsAnsweredPolitely() throws InterruptedException {
    toReadBack();
    String confirm = button("تأكيد");
    say("wamid.more", "خليها أربع");

    String answer = answer(Sample.delivery(List.of(tap(confirm))));

    assertThat(answer).contains("تغيّر الطلب", "4 ×");
    assertThat(noor.count("orders")).isZero();
  }

  /// Behaviour 25, trap 22: the recorded edit, before the order is confirmed.
  @Test
  void anEditBeforeConfirmationChangesTheOrderDraft() throws InterruptedException {
    say("wamid.order", "أبغى ٢ برجر");

    String answer = answer(edit("wamid.order"));

    assertThat(cart().lines()).singleElement().extracting(CartLine::quantity).isEqualTo(3);
    assertThat(answer).contains("3 × برجر دجاج");
    assertThat(noor.messages())
        .filteredOn(message -> message.marks().editedAt() != null)
        .singleElement()
        .satisfies(
            message -> assertThat(message.content().preview()).isEqualTo("أبغى ٣ برجر بدل ٢"));
  }

  /// Trap 22: the recorded edit, after the order was placed.
  @Test
  void anEditAfterConfirmationAlertsStaffAndChangesNoOrder() throws InterruptedException {
    toReadBack();
    answer(Sample.delivery(List.of(tap(button("تأكيد")))));

    answer(edit("wamid.order"));

    assertThat(noor.count("orders")).isEqualTo(1);
    assertThat(noor.summary().status()).isEqualTo(ConversationStatus.ESCALATED);
    assertThat(noor.summary().reason()).isEqualTo(EscalationReason.EDITED_AFTER_ORDER);
    assertThat(cart().isEmpty()).isTrue();
  }

  /// Behaviour 26: one polite request for a burst, and staff see each of them.
  @Test
  void aBurstThatCannotBeReadIsAnsweredWithOneRequest() throws InterruptedException {
    noor.deliver(Sample.file("in-unsupported.json"));
    noor.deliver(Sample.file("in-unsupported-unavailable-131060.json"));

    String answer = answer(Sample.file("in-sticker.json"));

    assertThat(answer).contains("اكتبوا");
    assertThat(noor.messages()).hasSize(4);
  }

  @Test
  void whomItsBranchDoesNotAnswerAnotherBranchServes() throws InterruptedException {
    toReadBack();
    answer(Sample.delivery(List.of(tap(button("تأكيد")))));
    noor.database.changeRestaurant(noor.restaurantId, this::openMalaz);
    nobodyAnswers();

    String answer = answer(Sample.delivery(List.of(tap(asked("نعم، حوّلوه")))));

    assertThat(answer).contains("فرع الملز", "MLZ-1");
    assertThat(noor.count("orders")).isEqualTo(1);
  }

  @Test
  void whoWantsToBeCalledIsHandedToPeople() throws InterruptedException {
    toReadBack();
    answer(Sample.delivery(List.of(tap(button("تأكيد")))));
    nobodyAnswers();

    answer(Sample.delivery(List.of(tap(asked("اتصلوا فيني")))));

    assertThat(noor.summary().status()).isEqualTo(ConversationStatus.ESCALATED);
    assertThat(noor.summary().reason()).isEqualTo(EscalationReason.ORDER_UNANSWERED);
  }

  private void nobodyAnswers() {
    DueOrders due = new DueOrders(noor.database, orders, noor.clock);
    noor.clock.forward(Duration.ofMinutes(5));
    while (due.strike(10) > 0) {
      Thread.onSpinWait();
    }
  }

  /// The button of what the house asked by itself.
  private String asked(String title) {
    return noor.messages().stream()
        .filter(message -> message.sender() == Sender.SYSTEM)
        .map(MessageDetails::content)
        .filter(MessageContent.Buttons.class::isInstance)
        .flatMap(content -> ((MessageContent.Buttons) content).buttons().stream())
        .filter(button -> button.title().equals(title))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void toReadBack() throws InterruptedException {
    say("wamid.order", "أبغى ٢ برجر");
    say("wamid.way", "استلام");
  }

  private void say(String wamid, String text) throws InterruptedException {
    answer(Sample.delivery(List.of(Sample.text(NOURA, wamid, second(), text))));
  }

  /// What the assistant says to a delivery.
  private String answer(byte[] delivery) throws InterruptedException {
    noor.deliver(delivery);
    answerAll();
    return said().content().preview();
  }

  private void answerAll() {
    noor.work();
    assertThat(noor.setAside()).isEmpty();
    noor.clock.forward(Duration.ofSeconds(7));
    while (turns.answerNext()) {
      Thread.onSpinWait();
    }
  }

  private MessageDetails said() {
    return noor.messages().stream()
        .filter(message -> message.sender() == Sender.AI)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private String button(String title) {
    return ((MessageContent.Buttons) said().content())
        .buttons().stream()
            .filter(button -> button.title().equals(title))
            .findFirst()
            .orElseThrow()
            .id();
  }

  private ObjectNode tap(String id) {
    ObjectNode value = Sample.text(NOURA, "wamid.tap." + messages++, second(), "");
    ObjectNode message = Sample.message(value);
    message.remove("text");
    message
        .put("type", "interactive")
        .putObject("interactive")
        .put("type", "button_reply")
        .putObject("button_reply")
        .put("id", id)
        .put("title", "تأكيد");
    return value;
  }

  private byte[] edit(String wamid) {
    return Sample.changed(
        "in-edit.json",
        value ->
            Sample.message(value)
                .put("timestamp", Long.toString(second()))
                .withObject("/edit")
                .put("original_message_id", wamid));
  }

  private long second() {
    return noor.clock.instant().getEpochSecond();
  }

  private Cart cart() {
    UUID conversation = noor.summary().id();
    return noor.in(transaction -> carts.current(transaction, noor.restaurantId, conversation));
  }

  private void openMalaz(Transaction transaction) {
    restaurants.addBranch(
        transaction, noor.restaurantId, branch("MLZ", "فرع الملز", "Malaz branch"));
  }

  private static Branch branch(String code, String ar, String en) {
    return new Branch(
        IDS.next(),
        code,
        new LocalizedText(ar, en),
        new LocalizedText("الرياض", "Riyadh"),
        ZoneId.of("Asia/Riyadh"),
        24.7,
        46.7,
        OpeningHours.daily(
            new OpeningHours.Span(LocalTime.parse("06:00"), LocalTime.parse("23:00"))),
        true,
        20);
  }

  private void build(Transaction transaction) {
    restaurants.addBranch(
        transaction, noor.restaurantId, branch("OLY", "فرع العليا", "Olaya branch"));
    menus.add(
        transaction,
        noor.restaurantId,
        new Menu.Category(
            IDS.next(),
            new LocalizedText("برجر", "Burgers"),
            List.of(item("برجر دجاج", "Chicken burger", 1900, "BRG-CHK-01"))));
  }

  private static MenuItem item(String ar, String en, long price, String sku) {
    return new MenuItem(
        IDS.next(),
        new LocalizedText(ar, en),
        new LocalizedText("", ""),
        List.of(),
        new Money(price),
        true,
        List.of(),
        sku);
  }
}
