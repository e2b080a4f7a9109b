package com.crmres.desktop.inbox;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageDetails;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The messages of a thread in their order, each once however often it is told.
final class MessageTrail {

  /// As the server pages: when it was written, and for the same moment as it came in.
  private static final Comparator<MessageDetails> ORDER =
      Comparator.comparing(MessageDetails::at).thenComparingLong(MessageDetails::sequence);

  private final ObservableList<MessageDetails> messages = FXCollections.observableArrayList();
  private final ObservableList<MessageDetails> readable =
      FXCollections.unmodifiableObservableList(messages);

  ObservableList<MessageDetails> messages() {
    return readable;
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  void clear() {
    messages.clear();
  }

  /// The newest page. If it does not reach down to what is known, the old part is dropped, because
  /// a thread with a hidden hole would lie.
  ///
  /// @return whether there was such a hole
  boolean addNewest(List<MessageDetails> page) {
    boolean hole =
        !page.isEmpty()
            && !messages.isEmpty()
            && ORDER.compare(page.getLast(), messages.getLast()) > 0;
    if (hole) {
      messages.clear();
    }
    addAll(page);
    return hole;
  }

  /// A page of history in one change, however many messages it has: whoever follows the thread goes
  /// through all of it at each.
  void addAll(List<MessageDetails> page) {
    Set<UUID> known = messages.stream().map(MessageDetails::id).collect(Collectors.toSet());
    Map<Boolean, List<MessageDetails>> parts =
        page.stream().sorted(ORDER).collect(Collectors.partitioningBy(one -> known.add(one.id())));
    List<MessageDetails> fresh = parts.getOrDefault(true, List.of());
    if (messages.isEmpty()
        || (!fresh.isEmpty() && ORDER.compare(fresh.getLast(), messages.getFirst()) < 0)) {
      messages.addAll(0, fresh);
    } else {
      fresh.forEach(this::add);
    }
    parts.getOrDefault(false, List.of()).forEach(this::add);
  }

  void add(MessageDetails message) {
    int at = messages.size();
    while (at > 0 && ORDER.compare(messages.get(at - 1), message) > 0) {
      at--;
    }
    int same = indexOf(message.id());
    if (same >= 0) {
      MessageDetails further = DeliveryProgress.further(messages.get(same), message);
      replace(same, further);
    } else {
      messages.add(at, message);
    }
  }

  void remove(UUID messageId) {
    messages.removeIf(message -> message.id().equals(messageId));
  }

  boolean has(UUID messageId) {
    return indexOf(messageId) >= 0;
  }

  void came(UUID messageId, DeliveryStatus status, @Nullable String failure) {
    int at = indexOf(messageId);
    if (at >= 0) {
      replace(at, DeliveryProgress.applied(messages.get(at), status, failure));
    }
  }

  private void replace(int at, MessageDetails fresh) {
    if (!fresh.equals(messages.get(at))) {
      messages.set(at, fresh);
    }
  }

  private int indexOf(UUID messageId) {
    // From the end: what is told again is nearly always new.
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i).id().equals(messageId)) {
        return i;
      }
    }
    return -1;
  }
}
