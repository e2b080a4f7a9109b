package com.crmres.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageMarks;
import com.crmres.common.conversation.Sender;
import com.crmres.common.wire.Json;
import com.crmres.desktop.World;
import org.junit.jupiter.api.Test;

class WireTest {

  private final MessageDetails message =
      World.message(World.id("c"), 1, Sender.STAFF, "أهلًا", World.NOW);

  @Test
  void readsAMessageOfASenderThatANewerServerKnows() {
    String newer = Json.write(message).replace("\"staff\"", "\"another_device\"");

    MessageDetails read = Wire.read(newer, MessageDetails.class);

    assertThat(read.sender()).isEqualTo(Sender.SYSTEM);
    assertThat(read.content()).isEqualTo(new MessageContent.Text("أهلًا"));
    assertThat(read.marks()).isEqualTo(MessageMarks.NONE);
  }

  @Test
  void readsANoticeOfAKindThatANewerServerKnows() {
    String newer =
        """
        {"id":"%s","kind":"number_painted","severity":"alarming","facts":{},"at":"%s"}
        """
            .formatted(World.id("n"), World.NOW);

    ChannelNotice read = Wire.read(newer, ChannelNotice.class);

    assertThat(read.kind()).isEqualTo(ChannelNoticeKind.OTHER);
  }
}
