package com.crmres.server.handling;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.FilledReply;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Principal;
import com.crmres.server.ordering.Orders;
import com.crmres.server.restaurant.Restaurants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Replies that lie ready for staff, filled with what is known of the customer.
final class ReadyReplies {

  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST = 500;
  private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_-]{1,30}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Set<String> KNOWN = Set.of("name", "branch", "order", "me");

  private final Conversations conversations;
  private final Orders orders;
  private final Restaurants restaurants;
  private final ReadyReplyStore store = new ReadyReplyStore();

  ReadyReplies(Conversations conversations, Orders orders, Restaurants restaurants) {
    this.conversations = conversations;
    this.orders = orders;
    this.restaurants = restaurants;
  }

  /// All of them, by shortcut.
  List<ReadyReply> all(Transaction transaction, UUID restaurantId) {
    return store.all(transaction, restaurantId);
  }

  /// Keeps a new one, or changes one as it was seen.
  ///
  /// @throws ApiException naming every fault, or because somebody else changed it meanwhile
  ReadyReply save(Transaction transaction, UUID restaurantId, ReadyReply reply) {
    check(transaction, restaurantId, reply);
    if (!store.save(transaction, restaurantId, reply)) {
      throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
    }
    return store.find(transaction, restaurantId, reply.id()).orElseThrow();
  }

  void delete(Transaction transaction, UUID restaurantId, UUID id) {
    store.delete(transaction, restaurantId, id);
  }

  /// All of them as they would be said in a conversation.
  List<FilledReply> filled(Transaction transaction, Principal speaker, UUID conversationId) {
    UUID restaurantId = speaker.restaurantId();
    ConversationSummary conversation =
        conversations.summary(transaction, restaurantId, conversationId);
    Language language = conversations.language(transaction, restaurantId, conversationId);
    Map<String, String> known =
        known(transaction, restaurantId, speaker, conversation, language.isArabic());
    return store.all(transaction, restaurantId).stream()
        .map(reply ->
            filled(reply, language.isArabic() ? reply.text().ar() : reply.text().en(), known))
        .toList();
  }

  private Map<String, String> known(
      Transaction transaction,
      UUID restaurantId,
      Principal speaker,
      ConversationSummary conversation,
      boolean arabic) {
    Map<String, String> known = new HashMap<>(Map.of("me", speaker.name()));
    @Nullable String name = conversation.customer().name();
    if (name != null && !name.isBlank()) {
      known.put("name", name);
    }
    @Nullable UUID branchId = conversation.branchId();
    if (branchId != null) {
      restaurants
          .branch(transaction, restaurantId, branchId)
          .ifPresent(
              branch -> known.put("branch", arabic ? branch.name().ar() : branch.name().en()));
    }
    orders.ofConversation(transaction, restaurantId, conversation.id()).stream()
        .map(OrderSummary::number)
        .findFirst()
        .ifPresent(number -> known.put("order", number));
    return known;
  }

  private static FilledReply filled(ReadyReply reply, String text, Map<String, String> known) {
    List<String> missing = new ArrayList<>();
    String filled =
        PLACEHOLDER
            .matcher(text)
            .replaceAll(found -> {
              @Nullable String value = known.get(found.group(1));
              if (value == null && !missing.contains(found.group(1))) {
                missing.add(found.group(1));
              }
              return Matcher.quoteReplacement(value == null ? found.group() : value);
            });
    return new FilledReply(reply.id(), reply.shortcut(), filled, missing);
  }

  private void check(Transaction transaction, UUID restaurantId, ReadyReply reply) {
    Faults faults = new Faults();
    if (!SHORTCUT.matcher(reply.shortcut()).matches()) {
      faults.add("shortcut", Rule.SHAPE);
    }
    check(faults, "text.ar", reply.text().ar());
    check(faults, "text.en", reply.text().en());
    List<ReadyReply> all = store.all(transaction, restaurantId);
    boolean isNew = all.stream().noneMatch(other -> other.id().equals(reply.id()));
    if (all.stream()
        .anyMatch(
            other -> other.shortcut().equals(reply.shortcut()) && !other.id().equals(reply.id()))) {
      faults.add("shortcut", Rule.TAKEN);
    }
    if (isNew && all.size() >= MOST) {
      faults.add("id", Rule.COUNT, 0, MOST);
    }
    faults.throwIfAny();
  }

  private static void check(Faults faults, String field, String text) {
    faults.length(field, text, 1, LONGEST_TEXT);
    if (text.indexOf('\0') >= 0) {
      faults.add(field, Rule.CHARACTERS);
    }
    if (PLACEHOLDER
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .anyMatch(name -> !KNOWN.contains(name))) {
      faults.add(field, Rule.UNKNOWN);
    }
  }
}
