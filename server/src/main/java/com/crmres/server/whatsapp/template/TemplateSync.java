package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.TemplateQuality;
import com.crmres.common.template.TemplateStatus;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.notice.Notices;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps our copy of the templates true by asking WhatsApp for its list, one account at a time.
public final class TemplateSync {

  private static final Logger LOG = System.getLogger(TemplateSync.class.getName());

  /// WhatsApp grants 200 calls an hour and account.
  private static final Duration EVERY = Duration.ofMinutes(15);

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration RETRY = Duration.ofMinutes(1);

  private final Database database;
  private final TemplateCalls calls;
  private final TemplateChanges changes;
  private final Clock clock;
  private final TemplateStore store = new TemplateStore();
  private final SyncStore syncs = new SyncStore();

  public TemplateSync(Database database, TemplateCalls calls, Notices notices, Clock clock) {
    this.database = database;
    this.calls = calls;
    this.changes = new TemplateChanges(notices);
    this.clock = clock;
  }

  /// Asks for the templates of an account that is due.
  ///
  /// @return whether there was one
  public boolean syncNext() throws InterruptedException {
    Instant started = clock.instant();
    Optional<SyncStore.Due> due =
        database.inSystem(transaction -> {
          syncs.addAccounts(transaction, started);
          return syncs.take(transaction, started, LEASE);
        });
    if (due.isEmpty()) {
      return false;
    }
    sync(due.get(), started);
    return true;
  }

  private void sync(SyncStore.Due due, Instant started) throws InterruptedException {
    TemplateCalls.Listing listing = calls.list(due.accountId());
    database.changeRestaurant(
        due.restaurantId(),
        transaction -> {
          switch (listing) {
            case TemplateCalls.Listing.All(List<JsonNode> templates) ->
                take(transaction, due, started, templates);
            case TemplateCalls.Listing.Broken(GraphAnswer answer) ->
                broken(transaction, due, answer);
          }
        });
  }

  private void take(
      Transaction transaction, SyncStore.Due due, Instant started, List<JsonNode> templates) {
    Map<TemplateKey, TemplateStore.Kept> known = new HashMap<>();
    store
        .ofAccount(transaction, due.restaurantId(), due.accountId())
        .forEach(kept -> known.put(kept.key(), kept));
    for (JsonNode template : templates) {
      TemplateKey key =
          new TemplateKey(
              due.accountId(),
              template.path("name").asText(""),
              template.path("language").asText(""));
      takeOne(transaction, due.restaurantId(), key, known.get(key), template, started);
    }
    for (TemplateKey gone :
        store.missing(transaction, due.restaurantId(), due.accountId(), started)) {
      News news = News.of(Aspect.STATUS, TemplateStatus.DELETED.wireName(), started);
      changes.hear(transaction, due.restaurantId(), gone, news);
    }
    syncs.complete(transaction, due.restaurantId(), due.accountId(), started, started.plus(EVERY));
  }

  /// Writes only what is different, so that a quiet sync leaves no history behind.
  private void takeOne(
      Transaction transaction,
      UUID restaurantId,
      TemplateKey key,
      TemplateStore.@Nullable Kept known,
      JsonNode template,
      Instant started) {
    if (key.name().isEmpty() || key.language().isEmpty()) {
      LOG.log(Level.WARNING, "a template without name or language in account {0}", key.accountId());
      return;
    }
    for (News news : differences(known, template, started)) {
      if (known == null) {
        changes.learn(transaction, restaurantId, key, news);
      } else {
        changes.hear(transaction, restaurantId, key, news);
      }
    }
    store.identify(
        transaction,
        restaurantId,
        key,
        template.path("id").asText(null),
        template.path("parameter_format").asText(null),
        started);
  }

  private static List<News> differences(
      TemplateStore.@Nullable Kept known, JsonNode template, Instant started) {
    List<News> news = new ArrayList<>();
    TemplateStatus status = TemplateStore.status(template.path("status").asText(""));
    if (known == null || known.details().status() != status) {
      String reason = reason(template.path("rejected_reason").asText(""));
      news.add(new News(Aspect.STATUS, status.wireName(), reason, null, started));
    }
    category(template.path("category").asText(""))
        .filter(category -> known == null || known.details().category() != category)
        .ifPresent(category -> news.add(News.of(Aspect.CATEGORY, category.wireName(), started)));
    TemplateQuality quality = quality(template.path("quality_score").path("score").asText(""));
    if (quality != (known == null ? TemplateQuality.UNKNOWN : known.details().quality())) {
      news.add(News.of(Aspect.QUALITY, quality.wireName(), started));
    }
    JsonNode components = template.path("components");
    if (components.isArray() && (known == null || !components.equals(known.components()))) {
      news.add(News.of(Aspect.COMPONENTS, components.toString(), started));
    }
    return news;
  }

  private void broken(Transaction transaction, SyncStore.Due due, GraphAnswer answer) {
    Instant now = clock.instant();
    if (answer instanceof GraphAnswer.Refused refused) {
      Instant until =
          syncs.refused(transaction, due.restaurantId(), due.accountId(), refused.code(), now);
      LOG.log(
          Level.WARNING,
          "the templates of account {0} were refused with code {1}; asked again at {2}",
          due.accountId(),
          Integer.toString(refused.code()),
          until);
    } else {
      syncs.again(transaction, due.restaurantId(), due.accountId(), now.plus(RETRY));
    }
  }

  /// WhatsApp says NONE for no reason.
  static @Nullable String reason(String word) {
    return word.isEmpty() || word.equals("NONE") ? null : word;
  }

  static Optional<TemplateCategory> category(String word) {
    return Set.of(TemplateCategory.values()).stream()
        .filter(category -> category.wireName().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  static TemplateQuality quality(String word) {
    return Set.of(TemplateQuality.values()).stream()
        .filter(quality -> quality.wireName().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(TemplateQuality.UNKNOWN);
  }
}
