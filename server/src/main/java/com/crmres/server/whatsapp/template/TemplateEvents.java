package com.crmres.server.whatsapp.template;

import com.crmres.common.template.TemplateStatus;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelEvent;
import com.crmres.server.whatsapp.EventHandler;
import com.crmres.server.whatsapp.UnreadableUnit;
import com.crmres.server.whatsapp.notice.Notices;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes in what WhatsApp tells of templates (whatsapp-cloud-api.md 1.7).
public final class TemplateEvents implements EventHandler {

  private static final String STATUS = "message_template_status_update";
  private static final String QUALITY = "message_template_quality_update";
  private static final String CATEGORY = "template_category_update";
  private static final String WORDS = "message_template_components_update";

  private final TemplateChanges changes;
  private final TemplateStore store = new TemplateStore();
  private final SyncStore syncs = new SyncStore();

  public TemplateEvents(Notices notices) {
    this.changes = new TemplateChanges(notices);
  }

  @Override
  public Set<String> fields() {
    return Set.of(STATUS, QUALITY, CATEGORY, WORDS);
  }

  @Override
  public void handle(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    JsonNode value = event.value();
    TemplateKey key =
        new TemplateKey(
            event.accountId(),
            text(value, "message_template_name"),
            text(value, "message_template_language"));
    switch (event.field()) {
      case STATUS -> status(transaction, restaurantId, key, event);
      case QUALITY ->
          changes.hear(
              transaction,
              restaurantId,
              key,
              News.of(
                  Aspect.QUALITY,
                  TemplateSync.quality(text(value, "new_quality_score")).wireName(),
                  event.at()));
      case CATEGORY -> category(transaction, restaurantId, key, event);
      case WORDS -> components(transaction, restaurantId, key, event);
      default -> throw new UnreadableUnit("no event of a template: " + event.field());
    }
  }

  private void status(
      Transaction transaction, UUID restaurantId, TemplateKey key, ChannelEvent event) {
    JsonNode value = event.value();
    TemplateStatus status = TemplateStore.status(text(value, "event"));
    News news =
        new News(
            Aspect.STATUS,
            status.wireName(),
            reason(value),
            value.path("rejection_info").path("recommendation").asText(null),
            event.at());
    changes.hear(transaction, restaurantId, key, news);
    // It may be older than the last change of category, so it only fills a gap.
    if (store.find(transaction, restaurantId, key).orElseThrow().details().category() == null) {
      TemplateSync.category(value.path("message_template_category").asText(""))
          .map(category -> News.of(Aspect.CATEGORY, category.wireName(), event.at()))
          .ifPresent(category -> changes.learn(transaction, restaurantId, key, category));
    }
  }

  /// A category of tomorrow (`correct_category`) is told by WhatsApp again when it comes true.
  private void category(
      Transaction transaction, UUID restaurantId, TemplateKey key, ChannelEvent event) {
    JsonNode value = event.value();
    TemplateSync.category(value.path("previous_category").asText(""))
        .filter(_ -> store.find(transaction, restaurantId, key).isEmpty())
        .ifPresent(before ->
            changes.learn(
                transaction,
                restaurantId,
                key,
                News.of(Aspect.CATEGORY, before.wireName(), event.at())));
    String word = value.path("new_category").asText(value.path("correct_category").asText(""));
    String category =
        TemplateSync.category(word)
            .orElseThrow(() -> new UnreadableUnit("a category that is not known"))
            .wireName();
    changes.hear(transaction, restaurantId, key, News.of(Aspect.CATEGORY, category, event.at()));
  }

  /// The event tells the words but not the whole: the list is asked for the rest.
  private void components(
      Transaction transaction, UUID restaurantId, TemplateKey key, ChannelEvent event) {
    ArrayNode components =
        store
            .find(transaction, restaurantId, key)
            .map(TemplateStore.Kept::components)
            .filter(ArrayNode.class::isInstance)
            .map(ArrayNode.class::cast)
            .orElseGet(Json.MAPPER::createArrayNode);
    JsonNode value = event.value();
    replace(components, "HEADER", value.path("message_template_title").asText(null));
    replace(components, "BODY", value.path("message_template_element").asText(null));
    replace(components, "FOOTER", value.path("message_template_footer").asText(null));
    changes.hear(
        transaction,
        restaurantId,
        key,
        News.of(Aspect.COMPONENTS, components.toString(), event.at()));
    syncs.wish(transaction, restaurantId, key.accountId(), event.at());
  }

  private static void replace(ArrayNode components, String type, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (Components.of(components, type) instanceof ObjectNode component) {
      component.put("text", text);
    } else {
      components.addObject().put("type", type).put("text", text);
    }
  }

  /// All that WhatsApp says about why: a word, a sentence, a date.
  private static @Nullable String reason(JsonNode value) {
    String words =
        Stream.of(
                TemplateSync.reason(value.path("reason").asText("")),
                value.path("rejection_info").path("reason").asText(null),
                value.path("other_info").path("title").asText(null),
                value.path("other_info").path("description").asText(null),
                value.path("disable_info").path("disable_date").asText(null))
            .filter(word -> word != null && !word.isBlank())
            .collect(Collectors.joining(" · "));
    return words.isEmpty() ? null : words;
  }

  private static String text(JsonNode value, String name) {
    String text = value.path(name).asText("");
    if (text.isEmpty()) {
      throw new UnreadableUnit("an event of a template without " + name);
    }
    return text;
  }
}
