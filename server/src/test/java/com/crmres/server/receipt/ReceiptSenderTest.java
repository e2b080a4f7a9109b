package com.crmres.server.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.receipt.ReceiptForm;
import com.crmres.common.receipt.ReceiptIssuer;
import com.crmres.common.receipt.ReceiptSettings;
import com.crmres.server.media.Arrivals;
import com.crmres.server.media.FolderStore;
import com.crmres.server.media.HouseFiles;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.payment.MoneyWorld;
import java.nio.file.Path;
import java.util.List;
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
