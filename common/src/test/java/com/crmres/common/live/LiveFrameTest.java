package com.crmres.common.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.wire.Json;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveFrameTest {

  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
  private static final Instant AT = Instant.parse("2026-11-23T17:00:00Z");

  @Test
  void roundTripsWithArabicTextAndInstants() {
    var message =
        new MessageDetails(
            ID, ID, 7, Sender.CUSTOMER, null, new MessageContent.Text("أبغى برجر"), null, null, AT);
    var conversation =
        new ConversationSummary(
            ID,
            new CustomerSummary(ID, "نورة", null),
            null,
            ConversationStatus.ACTIVE,
            ConversationType.ORDER,
            Answerer.ASSISTANT,
            null,
            null,
            null,
            message,
            1,
            null,
            new ChannelState(AT, null, false, 0, null),
            3);
    LiveFrame frame =
        new LiveFrame.Happened("e.1.2", AT, new LiveEvent.MessageAdded(conversation, message));

    assertThat(Json.read(Json.write(frame), LiveFrame.class)).isEqualTo(frame);
  }

  @Test
  void readsAnEventOfANewerServerAsUnknown() {
    String frame =
        """
        {"frame":"happened","position":"e.1.3","at":"2026-11-23T17:00:00Z",
         "event":{"type":"comet_sighted","brightness":3}}
        """;

    assertThat(Json.read(frame, LiveFrame.class))
        .isEqualTo(new LiveFrame.Happened("e.1.3", AT, new LiveEvent.Unknown()));
  }
}
