package com.crmres.server.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.receipt.ReceiptForm;
import com.crmres.common.receipt.ReceiptIssuer;
import com.crmres.common.receipt.ReceiptSettings;
import com.crmres.server.conversation.Occasion;
import com.crmres.server.conversation.Templates;
import com.crmres.server.database.Transaction;
import com.crmres.server.media.Arrivals;
import com.crmres.server.media.FolderStore;
import com.crmres.server.media.HouseFiles;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.payment.MoneyWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptSenderTest {

  private final MoneyWorld world = new MoneyWorld();

  @TempDir Path folder;

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({"PICTURE, IMAGE, image/png", "PDF, DOCUMENT, application/pdf"})
  void theReceiptGoesToTheCustomerOnceHoweverManyNodesSend(
      ReceiptForm form, MediaKind kind, String mime) throws Exception {
    sent(form);
    OrderSummary order = world.handOver(world.placed(Fulfilment.PICKUP));
    ReceiptSender sender = sender();
    Callable<Integer> send = () -> sender.send(10);

    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      nodes.invokeAll(List.of(send, send, send));
    }

    List<MessageContent.Media> files =
        world.said(order.conversationId()).stream()
            .filter(MessageContent.Media.class::isInstance)
            .map(MessageContent.Media.class::cast)
            .toList();
    assertThat(files)
        .singleElement()
        .satisfies(file -> {
          assertThat(file.kind()).isEqualTo(kind);
          assertThat(file.mimeType()).isEqualTo(mime);
          assertThat(file.caption()).isEqualTo(order.number());
        });
  }

  @Test
  void nothingIsSentUntilTheBranchWantsIt() {
    world.handOver(world.placed(Fulfilment.PICKUP));

    assertThat(sender().send(10)).isZero();
  }

  @Test
  void afterTheServiceWindowATemplateBringsItOnceAsADocument() {
    sent(ReceiptForm.PICTURE);
    world.templates = new OneTemplate(true);
    OrderSummary order = lateOrder();

    assertThat(sender().send(10)).isEqualTo(1);
    world.clock.forward(Duration.ofHours(1));
    assertThat(sender().send(10)).isZero();

    assertThat(last(order))
        .isInstanceOfSatisfying(
            MessageContent.Template.class,
            told -> {
              assertThat(told.name()).isEqualTo("receipt.ready");
              var header = Objects.requireNonNull(told.header());
              assertThat(header.kind()).isEqualTo(MediaKind.DOCUMENT);
              assertThat(header.fileName()).isEqualTo(order.number() + ".pdf");
            });
    assertThat(waiting()).isZero();
  }

  @Test
  void aTemplateOfWordsTellsOfItOnceAndTheReceiptFollowsWhenTheCustomerWrites() throws Exception {
    sent(ReceiptForm.PICTURE);
    world.templates = new OneTemplate(false);
    OrderSummary order = lateOrder();
    int before = world.said(order.conversationId()).size();

    for (int i = 0; i < 3; i++) {
      sender().send(10);
      world.clock.forward(Duration.ofMinutes(6));
    }
    assertThat(world.said(order.conversationId())).hasSize(before + 1);
    assertThat(last(order)).isInstanceOf(MessageContent.Template.class);

    world.asOwner(
        "update conversation set window_until = '"
            + world.clock.instant().plus(Duration.ofHours(20))
            + "'");
    sender().send(10);
    sender().send(10);

    assertThat(world.said(order.conversationId())).hasSize(before + 2);
    assertThat(last(order))
        .isInstanceOfSatisfying(
            MessageContent.Media.class, file -> assertThat(file.kind()).isEqualTo(MediaKind.IMAGE));
    assertThat(waiting()).isZero();
  }

  @Test
  void whoDoesNotWriteForAWeekIsNotWaitedFor() {
    sent(ReceiptForm.PDF);
    world.templates = new OneTemplate(false);
    lateOrder();
    sender().send(10);
    assertThat(waiting()).isEqualTo(1);

    world.clock.forward(Duration.ofDays(8));
    sender().send(10);

    assertThat(waiting()).isZero();
  }

  /// Handed over more than a day after its customer wrote.
  private OrderSummary lateOrder() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.clock.forward(Duration.ofHours(30));
    return world.handOver(order);
  }

  private MessageContent last(OrderSummary order) {
    return world.said(order.conversationId()).getLast();
  }

  private long waiting() {
    return world.in(
        tx -> tx.sql("select count(*) as n from receipt_sending").one(row -> row.number("n")));
  }

  /// A channel for which one template of each name was approved.
  ///
  /// @param carries whether it has a document above its words
  private record OneTemplate(boolean carries) implements Templates {
    @Override
    public Optional<MessageContent.Template> standIn(
        Transaction transaction,
        UUID restaurantId,
        UUID conversationId,
        Occasion occasion,
        Language language) {
      return Optional.of(
          new MessageContent.Template(
              occasion.name(),
              "ar",
              TemplateCategory.UTILITY,
              carries ? occasion.file() : null,
              List.of(),
              List.of(),
              "الإيصال"));
    }
  }

  private void sent(ReceiptForm form) {
    ReceiptSettings settings = new ReceiptSettings(ReceiptIssuer.NOBODY, null, null, form, 0);
    world.in(
        tx -> world.receipts.change(tx, Noor.ID, Noor.OLAYA.id(), settings, UUID.randomUUID()));
  }

  private ReceiptSender sender() {
    FolderStore store = new FolderStore(folder);
    return new ReceiptSender(
        world.database,
        world.receipts,
        world.orders,
        world.restaurants,
        world.conversations,
        new HouseFiles(
            new MediaFiles(world.clock), store, new Arrivals(store, world.ids), world.ids),
        new ReceiptFiles(),
        world.clock);
  }
}
