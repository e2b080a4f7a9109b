package com.crmres.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.server.NoorHouse;
import com.crmres.server.customer.Identifiers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// WhatsApp repeats for days what it could not deliver, so what another program had may be heard of
/// after the customer is with us again.
class LateElsewhereTest {

  private static final String SARA = "966500000001";
  private static final Identifiers WHO = new Identifiers(null, SARA, null);

  private final NoorHouse noor = new NoorHouse();
  private final Instant before = noor.clock.instant().minus(Duration.ofMinutes(5));

  @AfterEach
  void stop() {
    noor.close();
  }

  /// trap 50: whoever has written to us since gets his answer.
  @Test
  void aLateMessageToTheOtherProgramSilencesNobody() {
    UUID conversation = noor.receive(SARA, "and a coffee, please");

    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.elsewhere().overhear(transaction, noor.restaurantId, said(before)));

    assertThat(openTurns()).isEqualTo(1);
    assertThat(noor.conversation(conversation).channel().standby()).isFalse();
    assertThat(noor.said(conversation, Sender.CUSTOMER)).hasSize(2);
    assertThat(
            noor.<Integer>in(transaction ->
                noor.conversations
                    .transcript()
                    .saidByCustomer(transaction, noor.restaurantId, conversation, 0)
                    .size()))
        .as("the other program has answered the late one")
        .isEqualTo(1);
  }

  @Test
  void aLateEchoOfTheOtherProgramAnswersNothingOfWhatCameSince() {
    UUID conversation = noor.receive(SARA, "and a coffee, please");

    echo(Sender.OTHER_AGENT);

    assertThat(openTurns()).isEqualTo(1);
    assertThat(noor.conversation(conversation).channel().standby()).isFalse();
  }

  /// A colleague took over before; what was written since waits for him.
  @Test
  void aLateEchoOfThePhoneAppLeavesTheCustomerWaiting() {
    UUID conversation = noor.receive(SARA, "and a coffee, please");

    echo(Sender.PHONE_APP);

    assertThat(openTurns()).isZero();
    assertThat(noor.conversation(conversation).unread()).isEqualTo(1);
    assertThat(noor.conversation(conversation).waitingSince()).isEqualTo(noor.clock.instant());
  }

  @Test
  void aLateHandOverTakesNoThreadFromUs() {
    UUID conversation = noor.receive(SARA, "and a coffee, please");

    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations
                .elsewhere()
                .handedOver(
                    transaction, noor.restaurantId, NoorHouse.NUMBER, WHO, before, false, false));

    assertThat(openTurns()).isEqualTo(1);
    assertThat(noor.conversation(conversation).channel().standby()).isFalse();
  }

  private void echo(Sender sender) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations
                .elsewhere()
                .echoed(
                    transaction,
                    noor.restaurantId,
                    new Elsewhere.Echo(
                        NoorHouse.NUMBER,
                        WHO,
                        sender,
                        "wamid.echo.1",
                        new MessageContent.Text("at once"),
                        "{}",
                        before)));
  }

  private static InboundMessage said(Instant at) {
    return new InboundMessage(
        NoorHouse.NUMBER,
        WHO,
        "Sara",
        "wamid.late.1",
        new MessageContent.Text("where are you?"),
        InboundMessage.Mentions.NONE,
        "{}",
        at,
        true);
  }

  private long openTurns() {
    return noor.in(transaction ->
        transaction
            .sql("select count(*) as n from turn where state = 'open'")
            .one(row -> row.number("n")));
  }
}
