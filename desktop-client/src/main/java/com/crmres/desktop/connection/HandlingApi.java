package com.crmres.desktop.connection;

import com.crmres.common.conversation.AssignRequest;
import com.crmres.common.conversation.ConversationCounts;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ExportRequest;
import com.crmres.common.conversation.ExportedMessage;
import com.crmres.common.conversation.FilledReply;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.PriorityRequest;
import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.conversation.SnoozeRequest;
import com.crmres.common.conversation.UnreadRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.wire.Page;
import java.util.UUID;

/// What staff arrange among themselves about conversations. Each call blocks and throws
/// [ServerFailure].
public interface HandlingApi {

  ConversationSummary conversation(UUID conversationId);

  ConversationSummary assign(UUID conversationId, AssignRequest request);

  ConversationSummary snooze(UUID conversationId, SnoozeRequest request);

  ConversationSummary prioritise(UUID conversationId, PriorityRequest request);

  ConversationSummary mark(UUID conversationId, UnreadRequest request);

  /// What was said in these, to be taken away; the server notes who took it.
  Page<ExportedMessage> export(ExportRequest request);

  ConversationSummary label(UUID conversationId, LabelRequest request);

  /// Lets colleagues see for 15 s that the caller writes.
  void writing(UUID conversationId);

  ConversationCounts counts(UUID branchId);

  /// Everybody who has access, by name.
  Page<Colleague> colleagues();

  /// All that conversations have.
  Page<String> labels();

  /// Replies that lie ready for this customer, filled with what is known of him.
  Page<FilledReply> readyReplies(UUID conversationId);

  /// All replies that lie ready, as they were written.
  Page<ReadyReply> allReadyReplies();

  /// Keeps a new one, or changes one as it was seen.
  ReadyReply keep(ReadyReply reply);

  void drop(UUID readyReplyId);
}
