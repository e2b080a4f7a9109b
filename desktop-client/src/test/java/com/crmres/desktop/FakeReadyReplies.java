package com.crmres.desktop;

import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.restaurant.LocalizedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Replies that lie ready, in memory: the rules of docs/api.md.
public final class FakeReadyReplies {

  private final Map<UUID, ReadyReply> all = new LinkedHashMap<>();

  FakeReadyReplies() {
    put(
        "مواعيد",
        "حياك الله {name}، نستقبلك في فرع {branch} من 12 ظهرًا إلى 1 صباحًا.",
        "Hello {name}, {branch} is open from 12 noon to 1 am.");
    put(
        "عذر",
        "نعتذر منك يا {name}، ونعوضك في طلبك القادم 🌹",
        "We are sorry, {name}, and will make up for it 🌹");
    put("order", "طلبك {order} في الطريق، معك {me}.", "Your order {order} is on its way. {me}");
  }

  private void put(String shortcut, String ar, String en) {
    UUID id = World.id("ready " + shortcut);
    all.put(id, new ReadyReply(id, shortcut, new LocalizedText(ar, en), 1));
  }

  public synchronized List<ReadyReply> all() {
    return List.copyOf(all.values());
  }

  public synchronized ReadyReply keep(ReadyReply reply) {
    ReadyReply known = all.get(reply.id());
    if (known != null && known.version() != reply.version()) {
      throw Restaurant.refusal("CHANGED_MEANWHILE", "غيّره موظف آخر قبلك.");
    }
    if (all.values().stream()
        .anyMatch(one -> one.shortcut().equals(reply.shortcut()) && !one.id().equals(reply.id()))) {
      throw Restaurant.refusal("INVALID_INPUT", "الاختصار مستعمل.");
    }
    var kept = new ReadyReply(reply.id(), reply.shortcut(), reply.text(), reply.version() + 1);
    all.put(kept.id(), kept);
    return kept;
  }

  public synchronized String drop(UUID id) {
    all.remove(id);
    return "";
  }
}
