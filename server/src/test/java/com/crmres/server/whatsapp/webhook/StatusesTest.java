package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageDetails;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How far a message of ours came, in whatever order WhatsApp says so.
class StatusesTest {

  private final NoorIntake noor = new NoorIntake();

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  /// Behaviour 12, trap 5.
  @Test
  void statusesInAnyOrderEndAtTheHighestAndAreAllKept() throws InterruptedException {
    UUID message = said();

    status(message, "delivered", 3);
    status(message, "sent", 2);
    status(message, "read", 4);
    status(message, "sent", 5);

    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.READ);
    assertThat(noor.count("message_status")).isEqualTo(4);
  }

  /// Behaviour 12, trap 9.
  @Test
  void whatWasReadWasDelivered() throws InterruptedException {
    UUID message = said();

    status(message, "read", 4);
    status(message, "delivered", 3);

    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.READ);
  }

  /// Behaviour 8, trap 8: a status that nobody knows holds up no message of the same delivery.
  @Test
  void messagesOfADeliveryAreTakenWhateverItsStatusesAre() throws InterruptedException {
    noor.deliver(
        Sample.delivery(
            List.of(
                Sample.status("not even an id", "wamid.foreign", "exploded", 1),
                Sample.text("966500000123", "wamid.1", 1_795_334_400, "السلام عليكم"))));

    noor.work();

    assertThat(noor.messages()).hasSize(1);
  }

  private UUID said() throws InterruptedException {
    noor.deliver(Sample.file("in-text.json"));
    noor.work();
    return noor.say("هلا").id();
  }

  private void status(UUID message, String status, long second) throws InterruptedException {
    noor.deliver(
        Sample.delivery(
            List.of(
                Sample.status(message.toString(), "wamid.out", status, 1_795_334_400 + second))));
    noor.work();
    assertThat(noor.setAside()).isEmpty();
  }

  private MessageDetails shown(UUID id) {
    return noor.messages().stream()
        .filter(message -> message.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
