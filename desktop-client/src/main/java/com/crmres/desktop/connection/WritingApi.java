package com.crmres.desktop.connection;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.wire.Page;
import java.util.List;
import java.util.UUID;

/// What staff write besides plain replies. Each call blocks and throws [ServerFailure].
public interface WritingApi {

  /// The same command twice is one message.
  MessageDetails send(UUID conversationId, SendRequest request);

  /// Puts our sign on a message; an empty one takes it back.
  MessageDetails react(UUID conversationId, UUID messageId, ReactionRequest request);

  /// What a message said before it was edited, oldest first.
  List<MessageVersion> versions(UUID conversationId, UUID messageId);

  /// Every template of the restaurant.
  Page<TemplateDetails> templates();

  MessageDetails sendTemplate(UUID conversationId, SendTemplateRequest request);

  /// Lets the customer see that he was read.
  void read(UUID conversationId);

  /// Lets the customer see for 25 s that somebody writes.
  void typing(UUID conversationId);
}
