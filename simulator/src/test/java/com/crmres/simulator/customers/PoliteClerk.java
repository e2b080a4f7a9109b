package com.crmres.simulator.customers;

import com.crmres.simulator.GraphClient;
import com.crmres.simulator.ListeningBusiness;
import com.crmres.simulator.Simulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A business that answers every message at once: reads an order back with buttons, then places it.
final class PoliteClerk implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ListeningBusiness business = new ListeningBusiness();
  private final GraphClient graph;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final Thread reader;

  PoliteClerk(Simulator simulator) {
    graph = GraphClient.of(simulator);
    simulator.target(business.webhook());
    reader = Thread.ofVirtual().start(this::read);
  }

  List<String> kinds() {
    return business.elements("messages").stream()
        .map(message -> message.path("type").asText())
        .toList();
  }

  @Override
  public void close() {
    reader.interrupt();
    business.close();
  }

  private void read() {
    try {
      while (true) {
        for (JsonNode message : business.elements("messages")) {
          if (seen.add(message.path("id").asText()) && message.has("from")) {
            answer(message);
          }
        }
        Thread.sleep(5);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void answer(JsonNode message) throws IOException, InterruptedException {
    String words = message.toString();
    String to = message.path("from").asText();
    String callback = "clerk-" + count.incrementAndGet();
    if (words.contains("confirm") || isYes(message.path("text").path("body").asText())) {
      graph.text(to, "تمام، طلبك رقم " + count.get(), callback);
    } else if (words.contains("برجر")
        || words.contains("كولا")
        || words.contains("burger")
        || words.contains("cola")) {
      graph.send(readBack(to, callback));
    } else {
      graph.text(to, "حياك الله", callback);
    }
  }

  private static boolean isYes(String text) {
    return Set.of("نعم", "ايه", "تمام اعتمد", "ايوه", "تمام", "اي", "na3am", "eh", "yes")
            .contains(text)
        || text.equals("Yes please");
  }

  private static ObjectNode readBack(String to, String callback) {
    ObjectNode message = JSON.createObjectNode().put("messaging_product", "whatsapp").put("to", to);
    message.put("type", "interactive").put("biz_opaque_callback_data", callback);
    ObjectNode interactive = message.putObject("interactive").put("type", "button");
    interactive.putObject("body").put("text", "هل الطلب صحيح؟");
    interactive
        .putObject("action")
        .putArray("buttons")
        .addObject()
        .put("type", "reply")
        .putObject("reply")
        .put("id", "order:1:confirm")
        .put("title", "تأكيد الطلب");
    return message;
  }
}
