package com.crmres.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentSettings;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.AlterResult;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.Why;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.payment.ProviderAnswer.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentsTest {

  private static final ProviderAnswer DOUBT = new ProviderAnswer.InDoubt("the line broke");

  private final MoneyHouse house = new MoneyHouse();
  private final PretendProvider provider = house.provider;
  private final MoneyWorld world = house.world;
  private final Cashier cashier = house.cashier;
  private final Payments payments = house.payments;

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theCustomerIsAskedOnlyWhereThereIsAChoiceAndOwesTheUsualWayUntilHeChooses() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);

    assertThat(payment(order).method()).isEqualTo(PaymentMethod.CASH);
    assertThat(question(order))
        .hasValueSatisfying(asked ->
            assertThat(((MessageContent.Buttons) asked).buttons())
                .extracting(
                    MessageContent.Button::title,
                    button -> Choosing.read(button.id()).orElseThrow().method())
                .containsExactly(
                    tuple("كاش", PaymentMethod.CASH),
                    tuple("شبكة عند الاستلام", PaymentMethod.CARD_ON_DELIVERY),
                    tuple("رابط دفع", PaymentMethod.LINK)));

    offers(new PaymentSettings(List.of(PaymentMethod.CASH), null, 20, 1));
    assertThat(question(order)).isEmpty();
  }

  private Optional<MessageContent> question(OrderSummary order) {
    return world.in(tx -> cashier.choosing().question(tx, Noor.ID, order, Language.SAUDI));
  }

  @Test
  void aboveTheDoorLimitOnlyTheLinkIsLeft() {
    offers(new PaymentSettings(List.of(PaymentMethod.values()), new Money(4799), 20, 1));

    OrderSummary order = world.placed(Fulfilment.PICKUP);

    assertThat(payment(order).method()).isEqualTo(PaymentMethod.LINK);
  }

  @Test
  void whatIsPaidAtTheDoorIsPaidWhenItIsHandedOver() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    assertThat(payment(order).state()).isEqualTo(PaymentState.CREATED);

    world.handOver(order);

    assertThat(payment(order).state()).isEqualTo(PaymentState.PAID);
  }

  @Test
  void aChangedOrderIsOwedAtItsNewPrice() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);

    PlaceResult result = oneBurger(order);

    assertThat(result).isInstanceOf(PlaceResult.Altered.class);
    assertThat(payments(order))
        .extracting(PaymentSummary::state, PaymentSummary::amount)
        .containsExactly(
            tuple(PaymentState.CANCELLED, new Money(4_800)),
            tuple(PaymentState.CREATED, new Money(2_400)));
  }

  private List<PaymentSummary> payments(OrderSummary order) {
    return world.in(tx -> cashier.payments().ofOrder(tx, Noor.ID, order.id()));
  }

  private PlaceResult oneBurger(OrderSummary order) {
    UUID conversation = order.conversationId();
    return world.in(tx -> {
      AlterResult opened = world.orders.alter(tx, Noor.ID, conversation);
      UUID line = ((AlterResult.Opened) opened).cart().lines().getFirst().id();
      world.carts.apply(tx, Noor.ID, conversation, new CartCommand.ChangeQuantity(line, 1));
      Cart read = world.carts.current(tx, Noor.ID, conversation);
      world.carts.markReadBack(tx, Noor.ID, read);
      return world.orders.place(
          tx, Noor.ID, conversation, read.id(), read.version(), Actor.customer());
    });
  }

  @Test
  void aLinkIsSentPaidAndReceiptedHoweverOftenItIsHinted() throws Exception {
    OrderSummary order = linked();
    String id = provider.links().getFirst().providerId();
    assertThat(payment(order).state()).isEqualTo(PaymentState.PENDING);
    assertThat(world.said(order.conversationId()))
        .last()
        .isEqualTo(
            new MessageContent.Link(
                "هذا رابط الدفع بمبلغ 48.00 ر.س، صالح لمدة 20 دقيقة.",
                "ادفع الآن",
                "https://pay.example/" + id));

    provider.stands(id, Standing.PAID);
    for (int told = 0; told < 5; told++) {
      hint(id);
      work();
    }

    assertThat(payment(order).state()).isEqualTo(PaymentState.PAID);
    assertThat(texts(order))
        .containsOnlyOnce("وصلنا المبلغ 48.00 ر.س لطلبك " + order.number() + " ✅ شكراً لك.");
    assertThat(papers(order)).extracting(Receipt::kind).containsExactly(ReceiptKind.SLIP);
    assertThat(world.events())
        .filteredOn(event ->
            event instanceof LiveEvent.PaymentChanged(PaymentSummary told)
                && told.state() == PaymentState.PAID)
        .hasSize(1);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aCallbackThatGotLostIsFoundByAskingEveryMinute() throws Exception {
    OrderSummary order = linked();
    provider.stands(provider.links().getFirst().providerId(), Standing.PAID);

    work();
    assertThat(payment(order).state()).isEqualTo(PaymentState.PENDING);
    world.clock.forward(Duration.ofSeconds(61));
    work();

    assertThat(payment(order).state()).isEqualTo(PaymentState.PAID);
  }

  @Test
  void aHintThatComesWhileAnOlderQuestionIsUnderWayIsNotLost() throws Exception {
    OrderSummary order = linked();
    String id = provider.links().getFirst().providerId();
    hint(id);
    provider.meanwhile(() -> {
      provider.stands(id, Standing.PAID);
      hint(id);
    });

    work();
    assertThat(payment(order).state()).isEqualTo(PaymentState.PENDING);
    work();

    assertThat(payment(order).state()).isEqualTo(PaymentState.PAID);
  }

  @Test
  void aProcessThatDiesBetweenCallbackAndAnswerLeavesTheOrderPaidOnce() throws Exception {
    OrderSummary order = linked();
    String id = provider.links().getFirst().providerId();
    provider.stands(id, Standing.PAID);
    hint(id);
    // The call is taken, and whoever took it is gone.
    List<CallQueue.Held> dead =
        world.database.inSystem(tx -> new CallQueue().hold(tx, world.clock.instant(), 10));
    assertThat(dead).hasSize(1);

    work();
    assertThat(payment(order).state()).isEqualTo(PaymentState.PENDING);
    world.clock.forward(CallKind.FETCH.lease().plusSeconds(1));
    work();
    work();

    assertThat(payment(order).state()).isEqualTo(PaymentState.PAID);
    assertThat(papers(order)).hasSize(1);
    // It was not dead, only slow: what it brings now counts no more.
    assertThat(world.<Boolean>in(tx -> new CallQueue().done(tx, dead.getFirst()))).isFalse();
    assertThat(texts(order)).filteredOn(text -> text.contains("وصلنا المبلغ")).hasSize(1);
  }

  @Test
  void aLostAnswerMakesNoSecondLink() throws Exception {
    provider.loses(DOUBT, DOUBT);
    OrderSummary order = linked();
    assertThat(payment(order).state()).isEqualTo(PaymentState.CREATED);

    for (int round = 0; round < 4; round++) {
      world.clock.forward(Duration.ofSeconds(10));
      work();
    }

    assertThat(provider.links()).hasSize(1);
    assertThat(payment(order).state()).isEqualTo(PaymentState.PENDING);
  }

  @Test
  void anOrderHasOneOpenLinkAndAnotherWayClosesIt() throws Exception {
    OrderSummary order = linked();
    PaymentSummary link = payment(order);

    assertThat(begin(order, PaymentMethod.LINK)).isEqualTo(new PayResult.Begun(link));
    begin(order, PaymentMethod.CASH);
    work();

    assertThat(all(order))
        .extracting(PaymentSummary::state)
        .containsExactly(PaymentState.CANCELLED, PaymentState.CANCELLED, PaymentState.CREATED);
    assertThat(provider.links())
        .singleElement()
        .extracting(ProviderAnswer.Known::standing)
        .isEqualTo(Standing.CANCELLED);
  }

  @Test
  void aLinkExpiresAndIsClosedAndMoneyThatComesStillCounts() throws Exception {
    OrderSummary order = linked();
    String id = provider.links().getFirst().providerId();
    world.clock.forward(Duration.ofMinutes(21));

    work();
    assertThat(payment(order).state()).isEqualTo(PaymentState.EXPIRED);
    provider.stands(id, Standing.PAID);
    hint(id);
    work();
    work();

    assertThat(payment(order).state()).isEqualTo(PaymentState.PAID);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void moneyThatComesAfterTheOrderWasCancelledGoesBackByItself() throws Exception {
    OrderSummary order = linked();
    String id = provider.links().getFirst().providerId();
    provider.stands(id, Standing.PAID);
    world.apply(order.id(), new OrderCommand.AskToCancel(Why.said("غيرت رأيي")));
    assertThat(payment(order).state()).isEqualTo(PaymentState.CANCELLED);

    hint(id);
    work();
    assertThat(world.events())
        .anyMatch(event ->
            event instanceof LiveEvent.PaymentTaskChanged(PaymentTask task)
                && task.reason() == PaymentTask.Reason.PAID_TOO_LATE);
    work();
    hint(id);
    work();

    assertThat(payment(order).state()).isEqualTo(PaymentState.REFUNDED);
    assertThat(provider.links().getFirst().refunded()).isEqualTo(order.total());
    assertThat(tasks()).isEmpty();
    assertThat(papers(order)).isEmpty();
  }

  @Test
  void whatWasPaidForAnOrderThatEndsGoesBackOnceThoughTheAnswerIsLost() throws Exception {
    OrderSummary order = paid();
    world.apply(order.id(), new OrderCommand.Reject("مشغولين"));
    provider.loses(DOUBT);

    work();
    assertThat(tasks()).extracting(PaymentTask::state).containsExactly(PaymentTask.State.UNDER_WAY);
    world.clock.forward(Duration.ofSeconds(5));
    work();
    work();

    assertThat(payment(order).state()).isEqualTo(PaymentState.REFUNDED);
    assertThat(provider.links().getFirst().refunded()).isEqualTo(order.total());
    assertThat(texts(order)).filteredOn(text -> text.contains("رجعنا لك")).hasSize(1);
  }

  @Test
  void anotherAmountOrCurrencyIsNotTakenForOursAndPeopleMustLook() throws Exception {
    OrderSummary order = linked();
    OrderSummary other = linked();
    provider.tells("link-1", new Money(100), "SAR");
    provider.tells("link-2", other.total(), "USD");

    hint("link-1");
    hint("link-2");
    work();
    hint("link-1");
    work();

    assertThat(payment(order).state()).isEqualTo(PaymentState.PENDING);
    assertThat(payment(other).state()).isEqualTo(PaymentState.PENDING);
    assertThat(tasks())
        .extracting(PaymentTask::reason, PaymentTask::state, PaymentTask::words)
        .containsExactlyInAnyOrder(
            tuple(PaymentTask.Reason.DIFFERS, PaymentTask.State.FOR_PEOPLE, "1.00 SAR"),
            tuple(PaymentTask.Reason.DIFFERS, PaymentTask.State.FOR_PEOPLE, "48.00 USD"));
  }

  @Test
  void staffGiveMoneyBackInPartsAndNeverMoreThanCame() throws Exception {
    OrderSummary order = paid();
    UUID payment = payment(order).id();
    UUID command = UUID.randomUUID();

    RefundResult first = refund(payment, command, 1000);
    assertThat(refund(payment, command, 1000)).isEqualTo(first);
    work();
    assertThat(payment(order).state()).isEqualTo(PaymentState.PARTLY_REFUNDED);
    assertThat(refund(payment, UUID.randomUUID(), 3801))
        .isEqualTo(new RefundResult.TooMuch(new Money(3800)));
    refund(payment, UUID.randomUUID(), 3800);
    assertThat(refund(payment, UUID.randomUUID(), 1)).isEqualTo(new RefundResult.NothingLeft());
    work();

    assertThat(payment(order).state()).isEqualTo(PaymentState.REFUNDED);
    assertThat(provider.asked).contains("refund 10.00", "refund 48.00");
  }

  @Test
  void aRefundThatTheProviderRefusesIsForPeople() throws Exception {
    OrderSummary order = paid();
    provider.loses(new ProviderAnswer.Refused("not enough balance", false));
    refund(payment(order).id(), UUID.randomUUID(), 500);

    work();

    PaymentTask task = tasks().getFirst();
    assertThat(task.state()).isEqualTo(PaymentTask.State.FOR_PEOPLE);
    house.done(task.id());
    assertThat(tasks()).isEmpty();
  }

  @Test
  void anOrderThatNobodyMayPayIsNotPlaced() {
    offers(new PaymentSettings(List.of(PaymentMethod.CASH), new Money(4799), 20, 1));

    assertThat(world.place(Fulfilment.PICKUP))
        .isEqualTo(new PlaceResult.NotPayable(Noor.OLAYA.id(), new Money(4800)));

    offers(new PaymentSettings(List.of(PaymentMethod.CASH), new Money(4800), 20, 2));
    assertThat(world.place(Fulfilment.PICKUP)).isInstanceOf(PlaceResult.Placed.class);
  }

  @Test
  void aboveTheDoorLimitNobodyChoosesTheDoor() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    offers(new PaymentSettings(List.of(PaymentMethod.values()), new Money(4799), 20, 1));

    assertThat(begin(order, PaymentMethod.CARD_ON_DELIVERY)).isEqualTo(new PayResult.NotOffered());
    assertThat(begin(order, PaymentMethod.LINK)).isInstanceOf(PayResult.Begun.class);
  }

  @Test
  void twoWhoChooseAtOnceLeaveOneOpenPayment() throws Exception {
    for (int round = 0; round < 10; round++) {
      OrderSummary order = world.placed(Fulfilment.PICKUP);
      atOnce(
          () -> begin(order, PaymentMethod.LINK),
          () -> begin(order, PaymentMethod.CARD_ON_DELIVERY));

      assertThat(all(order)).filteredOn(payment -> PaymentMove.isOpen(payment.state())).hasSize(1);
      assertThat(house.stands(order.id())).isEqualTo(house.comesTo(order.id()));
    }
  }

  @Test
  void whoChoosesWhileTheOrderIsCancelledLeavesNothingOpen() throws Exception {
    for (int round = 0; round < 10; round++) {
      OrderSummary order = world.placed(Fulfilment.PICKUP);
      atOnce(
          () -> begin(order, PaymentMethod.LINK),
          () -> world.apply(order.id(), new OrderCommand.AskToCancel()));

      assertThat(all(order)).noneMatch(payment -> PaymentMove.isOpen(payment.state()));
      assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.VOIDED);
    }
  }

  private static void atOnce(Runnable one, Runnable other) throws Exception {
    CountDownLatch start = new CountDownLatch(2);
    try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> both =
          Stream.of(one, other)
              .<Future<?>>map(work ->
                  side.submit(() -> {
                    start.countDown();
                    start.await();
                    work.run();
                    return null;
                  }))
              .toList();
      for (Future<?> done : both) {
        done.get();
      }
    }
  }

  @Test
  void aPaidOrderThatIsDroppedReachesItsPaymentOnce() throws Exception {
    OrderSummary order = paid();
    world.apply(order.id(), new OrderCommand.Reject("مشغولين"));

    assertThat(tasks())
        .extracting(PaymentTask::reason, PaymentTask::amount)
        .containsExactly(tuple(PaymentTask.Reason.ORDER_ENDED, order.total()));
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.REFUND_PENDING);
    work();
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.REFUNDED);
    assertThat(provider.asked).containsOnlyOnce("refund 48.00");
  }

  @Test
  void whatWasPromisedBackDoesNotGoBackAgainWhenTheOrderEnds() throws Exception {
    OrderSummary order = paid();
    refund(payment(order).id(), UUID.randomUUID(), 1000);
    world.apply(order.id(), new OrderCommand.Reject("مشغولين"));

    work();

    assertThat(payment(order).state()).isEqualTo(PaymentState.REFUNDED);
    assertThat(provider.links().getFirst().refunded()).isEqualTo(order.total());
  }

  @Test
  void cashThatIsShortAndGivenBackIsKnownToOrderAndPayment() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.apply(order.id(), new OrderCommand.Accept(15));
    world.apply(order.id(), new OrderCommand.CollectCash(new Money(4000)));
    assertThat(payment(order).state()).isEqualTo(PaymentState.SHORT);
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.COD_SHORT);

    world.apply(order.id(), new OrderCommand.CollectCash(new Money(800)));
    assertThat(payment(order).state()).isEqualTo(PaymentState.PAID);
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.COD_COLLECTED);

    refund(payment(order).id(), UUID.randomUUID(), 1000);
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.REFUND_PENDING);
    house.done(tasks().getFirst().id());

    assertThat(payment(order).state()).isEqualTo(PaymentState.PARTLY_REFUNDED);
    assertThat(payment(order).refunded()).isEqualTo(new Money(1000));
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.PARTIALLY_REFUNDED);
  }

  @Test
  void tooLittleAtTheDoorIsATaskForPeopleUntilTheRestComes() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.apply(order.id(), new OrderCommand.Accept(15));

    world.apply(order.id(), new OrderCommand.CollectCash(new Money(4000)));
    assertThat(tasks())
        .extracting(PaymentTask::reason, PaymentTask::state, PaymentTask::amount)
        .containsExactly(
            tuple(PaymentTask.Reason.SHORT, PaymentTask.State.FOR_PEOPLE, new Money(800)));

    world.apply(order.id(), new OrderCommand.CollectCash(new Money(300)));
    assertThat(tasks()).extracting(PaymentTask::amount).containsExactly(new Money(500));

    world.apply(order.id(), new OrderCommand.CollectCash(new Money(500)));
    assertThat(tasks()).isEmpty();
    assertThat(payment(order).state()).isEqualTo(PaymentState.PAID);
  }

  @Test
  void whoSettlesWhatWasMissingMovesNoMoney() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.apply(order.id(), new OrderCommand.Accept(15));
    world.apply(order.id(), new OrderCommand.CollectCash(new Money(4000)));

    house.done(tasks().getFirst().id());

    assertThat(tasks()).isEmpty();
    assertThat(payment(order).state()).isEqualTo(PaymentState.SHORT);
    assertThat(payment(order).refunded()).isEqualTo(Money.ZERO);
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.COD_SHORT);
  }

  @Test
  void whatPeopleGaveBackTheProviderIsNotAskedFor() throws Exception {
    OrderSummary order = paid();
    provider.loses(new ProviderAnswer.Refused("not enough balance", false));
    refund(payment(order).id(), UUID.randomUUID(), 500);
    work();
    house.done(tasks().getFirst().id());

    refund(payment(order).id(), UUID.randomUUID(), 1000);
    work();

    assertThat(payment(order).refunded()).isEqualTo(new Money(1500));
    assertThat(provider.asked).contains("refund 10.00").doesNotContain("refund 15.00");
  }

  private OrderSummary linked() throws InterruptedException {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    begin(order, PaymentMethod.LINK);
    work();
    return order;
  }

  private OrderSummary paid() throws InterruptedException {
    OrderSummary order = linked();
    String id = provider.links().getFirst().providerId();
    provider.stands(id, Standing.PAID);
    hint(id);
    work();
    return order;
  }

  private PayResult begin(OrderSummary order, PaymentMethod method) {
    return house.begin(order.id(), method);
  }

  private RefundResult refund(UUID payment, UUID command, long halalas) {
    return house.refund(payment, command, halalas);
  }

  private void hint(String id) {
    house.hint(id);
  }

  private void work() throws InterruptedException {
    house.work();
  }

  private PaymentSummary payment(OrderSummary order) {
    return all(order).getLast();
  }

  private List<PaymentSummary> all(OrderSummary order) {
    return world.in(tx -> payments.ofOrder(tx, Noor.ID, order.id()));
  }

  private List<PaymentTask> tasks() {
    return world.in(tx -> payments.openTasks(tx, Noor.ID, Set.of(Noor.OLAYA.id())));
  }

  private List<Receipt> papers(OrderSummary order) {
    return world.in(tx -> world.receipts.ofOrder(tx, Noor.ID, order.id()));
  }

  private List<String> texts(OrderSummary order) {
    return world.said(order.conversationId()).stream().map(MessageContent::preview).toList();
  }

  private void offers(PaymentSettings settings) {
    house.offers(settings);
  }
}
