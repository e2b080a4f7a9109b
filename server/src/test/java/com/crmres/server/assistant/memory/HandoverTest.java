package com.crmres.server.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.Handover;
import com.crmres.common.assistant.Intent;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.identity.Role;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandoverTest {

  private static final String SARA = "966500000001";

  private boolean hired;
  private final TalkingHouse house = new TalkingHouse();
  private final RunningServer server =
      new RunningServer(
          house.noor.clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new HandoverRoutes(
                      house.noor.database,
                      house.noor.conversations,
                      house.noor.briefing,
                      house.noor.staff.access)));

  @AfterEach
  void stop() {
    server.close();
    house.close();
  }

  @Test
  void peopleReadWhoHeIsWhatHeWantsAndWhereItStands() throws Exception {
    house.says(SARA, "ابي 2 شاورما دجاج");
    UUID conversation = house.says(SARA, "ابي اكلم موظف لو سمحت");

    Handover brief = brief(conversation, "ar");

    assertThat(brief.reason()).isEqualTo(EscalationReason.ASKED_FOR_PERSON);
    assertThat(brief.intent()).isEqualTo(Intent.HUMAN);
    assertThat(brief.summary()).hasSize(3);
    assertThat(brief.summary().get(0)).contains("عميل جديد", "خليجي");
    assertThat(brief.summary().get(1)).contains("ابي اكلم موظف");
    assertThat(brief.summary().get(2)).contains("2 × شاورما دجاج");
    assertThat(brief.suggestedReply()).contains("نور");
    assertThat(brief(conversation, "en").summary().get(2)).contains("2 × Chicken shawarma");
  }

  @Test
  void whatHeTookBackIsShownNoMore() throws Exception {
    UUID conversation = house.says(SARA, "ابي اكلم موظف");
    house.noor.revoke(SARA, house.noor.lastWamid());

    assertThat(brief(conversation, "ar").summary()).noneMatch(line -> line.contains("اكلم"));
  }

  @ParameterizedTest
  @EnumSource
  void everyHandingOverHasItsBriefWhateverTheReason(EscalationReason reason) throws Exception {
    UUID conversation = house.noor.receive(SARA, "السلام عليكم");
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction ->
            house.noor.conversations.escalate(
                transaction, house.noor.restaurantId, conversation, reason));

    Handover brief = brief(conversation, "en");

    assertThat(brief.reason()).isEqualTo(reason);
    assertThat(brief.messageId()).isNotNull();
    assertThat(brief.suggestedReply() == null).isEqualTo(reason == EscalationReason.LEGAL);
  }

  @Test
  void noReplyPromisesMoney() {
    for (Words words : List.of(Words.ARABIC, Words.ENGLISH)) {
      for (EscalationReason reason : EscalationReason.values()) {
        String key = "reply." + reason.wireName();
        if (words.knows(key)) {
          assertThat(words.say(key, "Noor"))
              .doesNotContainIgnoringCase(
                  "refund", "compensat", "free", "تعويض", "استرجاع", "مجان");
        }
      }
    }
  }

  @Test
  void whoeverMayReadConversationsReadsTheBriefAndNobodyElse() throws Exception {
    UUID conversation = house.says(SARA, "ابي اكلم موظف");
    UUID untouched = house.noor.receive("966500000002", "hello");

    new RouteRights(server, house.noor.staff)
        .hold(
            List.of(
                new RouteRights.Route(
                    "GET",
                    "/v1/conversations/" + conversation + "/handover",
                    null,
                    Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR))));
    assertThat(get(untouched, Role.AGENT, "en").status()).isEqualTo(404);
    house.noor.in(transaction ->
        transaction
            .sql("update conversation set branch_id = :malaz where id = :id")
            .with("malaz", house.noor.staff.malaz)
            .with("id", conversation)
            .update());
    assertThat(get(conversation, Role.AGENT, "en").status()).isEqualTo(404);
  }

  private Handover brief(UUID conversation, String language) throws Exception {
    if (!hired) {
      house.noor.staff.hire(Role.OWNER);
      hired = true;
    }
    return get(conversation, Role.OWNER, language).as(Handover.class);
  }

  private Answer get(UUID conversation, Role role, String language) throws Exception {
    return server.send(
        "GET",
        "/v1/conversations/" + conversation + "/handover",
        null,
        request ->
            request
                .header("Authorization", house.noor.staff.authorization(role))
                .header("Accept-Language", language));
  }
}
