package com.crmres.server.assistant.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.customer.PhoneNumber;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.Judgement;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.ReplyPart;
import com.crmres.server.assistant.Work;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingTextTest {

  private static final UUID ID = new UUID(7, 7);

  @Test
  void everyKindOfProposalComesBackAsItWas() {
    Reading reading =
        new Reading(
            List.of(new ReplyPart.Words("أبشر"), new ReplyPart.Filled(ReplyPart.Blank.CART_TOTAL)),
            List.of(
                change(
                    new CartCommand.Add(
                        ID, 2, List.of(ID), "no ice", "mother", new Evidence(ID, 0, 4, "ثنتين"))),
                change(new CartCommand.ChangeQuantity(ID, 3)),
                change(new CartCommand.ChangeOptions(ID, List.of(ID), List.of())),
                change(new CartCommand.Remove(ID)),
                change(new CartCommand.Clear()),
                change(new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY)),
                change(new CartCommand.ChooseBranch(ID)),
                change(new CartCommand.DeliverTo(new Cart.Destination(24.7, 46.6, "door 4"))),
                change(new CartCommand.ContactBy(PhoneNumber.parse("+966500000001").orElseThrow())),
                change(new CartCommand.AddNote("ring twice")),
                new Proposal.ConfirmCart(ID, 4),
                new Proposal.DeclineCart(),
                new Proposal.ReadBack(),
                new Proposal.FillCart(
                    new MessageContent.CatalogueOrder("catalogue", null, List.of())),
                new Proposal.Cancel(),
                new Proposal.AskWhich(List.of(ID), 1, List.of()),
                new Proposal.NotOnMenu("kunafa"),
                new Proposal.ShowMenu(List.of(), 1),
                new Proposal.TellPrice(List.of(ID)),
                new Proposal.Tell(Proposal.Fact.HOURS),
                new Proposal.TellOrderStatus(),
                new Proposal.HandOver(EscalationReason.ANGER)),
            List.of(Reading.Courtesy.SALAM),
            new Judgement(Intent.ORDER, 0.9, Sentiment.NEUTRAL, 0.8, Dialect.ARABIZI, 0.7),
            0.6,
            Language.SAUDI,
            new Work(
                "openrouter", "p-1", "m", 2, 3, 4, 5, 6, true, "slow", Duration.ofMillis(1_234)));

    assertThat(ReadingText.read(ReadingText.write(reading))).contains(reading);
  }

  private static Proposal change(CartCommand command) {
    return new Proposal.ChangeCart(command);
  }
}
