package com.crmres.server.handling;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ExportRequest;
import com.crmres.common.conversation.ExportedMessage;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The path by which what was said leaves the house, under `/v1`; it is noted who took what.
public final class ExportRoutes implements HttpService {

  private static final Logger log = LoggerFactory.getLogger(ExportRoutes.class);

  /// Those who answer for a branch, and those who look after them; never who only works there.
  private static final Role[] KEEPERS = {Role.OWNER, Role.MANAGER, Role.AUDITOR};

  private static final int MOST = 100;

  /// More than any customer has ever written; it only keeps a mistake from filling the memory.
  private static final int NEWEST = 20_000;

  private final Conversations conversations;
  private final Access access;
  private final Room room;

  public ExportRoutes(Database database, Conversations conversations, Access access) {
    this.conversations = conversations;
    this.access = access;
    this.room = new Room(database, conversations);
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/conversation-exports", this::export);
  }

  private void export(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, KEEPERS);
    Exchange exchange = new Exchange(request, response);
    List<UUID> wanted = exchange.read(ExportRequest.class).conversationIds();
    if (wanted.isEmpty() || wanted.size() > MOST) {
      new Faults().add("conversationIds", Rule.COUNT, 1, MOST).throwIfAny();
    }
    List<ExportedMessage> all =
        room.asked(
            principal,
            asked -> wanted.stream().distinct().flatMap(id -> of(asked, id).stream()).toList());
    log.info(
        "audit: staff {} of restaurant {} exported {} messages of conversations {}",
        principal.staffId(),
        principal.restaurantId(),
        all.size(),
        wanted);
    exchange.ok(new Page<>(all, null));
  }

  /// Oldest first.
  private List<ExportedMessage> of(Room.Asked asked, UUID id) {
    ConversationSummary conversation = room.visible(asked, id);
    List<ExportedMessage> said = new ArrayList<>();
    for (MessageDetails message :
        conversations
            .transcript()
            .messages(asked.transaction(), asked.restaurantId(), id, null, NEWEST)) {
      said.addFirst(exported(conversation, message));
    }
    return said;
  }

  private static ExportedMessage exported(
      ConversationSummary conversation, MessageDetails message) {
    // What was taken back is for those alone who look into how a message came to be.
    boolean revoked = message.marks().revokedAt() != null;
    return new ExportedMessage(
        conversation.id(),
        conversation.customer().name(),
        conversation.customer().phone(),
        message.sender(),
        message.authorName(),
        revoked ? "" : message.content().preview(),
        message.at());
  }
}
