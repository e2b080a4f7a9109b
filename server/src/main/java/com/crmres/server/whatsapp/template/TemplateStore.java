package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.TemplateChange;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateQuality;
import com.crmres.common.template.TemplateStatus;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of templates and of what changed about them.
final class TemplateStore {

  private static final String TEMPLATE =
      """
      select account_id, name, language, category, status, quality, reason, advice, components,
             status_at, synced_at
        from message_template
       where restaurant_id = :restaurant
      """;

  private static final String KEY =
      """
       where restaurant_id = :restaurant and account_id = :account and name = :name
         and language = :language
      """;

  /// A template as it is kept: what screens show of it, and what it consists of.
  record Kept(TemplateDetails details, @Nullable JsonNode components) {
    TemplateKey key() {
      return new TemplateKey(details.accountId(), details.name(), details.language());
    }
  }

  /// What changed in an aspect.
  record Change(@Nullable String before, String after) {}

  List<Kept> list(
      Transaction transaction,
      UUID restaurantId,
      Set<TemplateStatus> statuses,
      Set<TemplateCategory> categories,
      @Nullable String name) {
    return transaction
        .sql(
            TEMPLATE
                + """
                  and (cast(:all_statuses as boolean) or status = any(cast(:statuses as text[])))
                  and (cast(:all_categories as boolean) or category = any(cast(:categories as text[])))
                  and (cast(:name as text) is null or strpos(name, lower(:name)) > 0)
                order by name, language, account_id
                """)
        .with("restaurant", restaurantId)
        .with("all_statuses", statuses.isEmpty())
        .with("statuses", statuses.stream().map(TemplateStatus::wireName).toArray(String[]::new))
        .with("all_categories", categories.isEmpty())
        .with(
            "categories",
            categories.stream().map(TemplateCategory::wireName).toArray(String[]::new))
        .with("name", name)
        .list(TemplateStore::kept);
  }

  List<Kept> ofName(Transaction transaction, UUID restaurantId, String name) {
    return transaction
        .sql(TEMPLATE + " and name = :name order by language, account_id")
        .with("restaurant", restaurantId)
        .with("name", name)
        .list(TemplateStore::kept);
  }

  List<Kept> ofAccount(Transaction transaction, UUID restaurantId, String accountId) {
    return transaction
        .sql(TEMPLATE + " and account_id = :account order by name, language")
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .list(TemplateStore::kept);
  }

  Optional<Kept> find(Transaction transaction, UUID restaurantId, TemplateKey key) {
    return keyed(
            transaction,
            restaurantId,
            key,
            TEMPLATE + " and account_id = :account and name = :name and language = :language")
        .first(TemplateStore::kept);
  }

  List<TemplateChange> history(Transaction transaction, UUID restaurantId, String name) {
    return transaction
        .sql(
            """
            select language, aspect, before, after, reason, happened_at
              from message_template_change
             where restaurant_id = :restaurant and name = :name and aspect <> 'components'
             order by happened_at desc limit 100
            """)
        .with("restaurant", restaurantId)
        .with("name", name)
        .list(row ->
            new TemplateChange(
                row.text("language"),
                row.text("aspect"),
                row.textOrNull("before"),
                row.text("after"),
                row.textOrNull("reason"),
                row.instant("happened_at")));
  }

  /// Makes sure that there is a row for a template we have heard of, and holds its lock.
  ///
  /// @return whether it was new
  boolean ensure(Transaction transaction, UUID restaurantId, TemplateKey key) {
    boolean added =
        keyed(
                    transaction,
                    restaurantId,
                    key,
                    """
                    insert into message_template (restaurant_id, account_id, name, language)
                    values (:restaurant, :account, :name, :language)
                    on conflict do nothing
                    """)
                .update()
            > 0;
    keyed(
            transaction,
            restaurantId,
            key,
            "select 1 as one from message_template" + KEY + " for update")
        .one(row -> true);
    return added;
  }

  /// Notes news of one aspect, for good; they change the template unless newer ones are known.
  ///
  /// @return what changed; empty if nothing did
  Optional<Change> note(Transaction transaction, UUID restaurantId, TemplateKey key, News news) {
    String column = news.aspect().wireName();
    String before =
        keyed(
                transaction,
                restaurantId,
                key,
                "select cast(%s as text) as value from message_template".formatted(column) + KEY)
            .first(row -> Optional.ofNullable(row.textOrNull("value")))
            .flatMap(value -> value)
            .orElse(null);
    if (!keepInHistory(transaction, restaurantId, key, news, before)
        || !apply(transaction, restaurantId, key, news, column)) {
      return Optional.empty();
    }
    return news.value().equals(before)
        ? Optional.empty()
        : Optional.of(new Change(before, news.value()));
  }

  private static boolean keepInHistory(
      Transaction transaction,
      UUID restaurantId,
      TemplateKey key,
      News news,
      @Nullable String before) {
    return keyed(
                transaction,
                restaurantId,
                key,
                """
                insert into message_template_change (restaurant_id, account_id, name, language, aspect,
                                                     before, after, reason, happened_at)
                values (:restaurant, :account, :name, :language, :aspect, :before, :after, :reason, :at)
                on conflict do nothing
                """)
            .with("aspect", news.aspect())
            .with("before", before)
            .with("after", news.value())
            .with("reason", news.reason())
            .with("at", news.at())
            .update()
        > 0;
  }

  private static boolean apply(
      Transaction transaction, UUID restaurantId, TemplateKey key, News news, String column) {
    String reasons =
        news.aspect() == Aspect.STATUS
            ? ", reason = cast(:reason as text), advice = cast(:advice as text)"
            : "";
    Statement statement =
        keyed(
                transaction,
                restaurantId,
                key,
                "update message_template set %1$s = :value, %1$s_at = :at%2$s"
                        .formatted(column, reasons)
                    + KEY
                    + " and (%1$s_at is null or %1$s_at <= :at)".formatted(column))
            .with("value", news.value())
            .with("at", news.at());
    if (news.aspect() == Aspect.STATUS) {
      statement.with("reason", news.reason()).with("advice", news.advice());
    }
    return statement.update() > 0;
  }

  /// What only WhatsApp's list tells.
  void identify(
      Transaction transaction,
      UUID restaurantId,
      TemplateKey key,
      @Nullable String templateId,
      @Nullable String parameterFormat,
      Instant at) {
    keyed(
            transaction,
            restaurantId,
            key,
            """
            update message_template
               set template_id = coalesce(:id, template_id),
                   parameter_format = coalesce(:format, parameter_format), synced_at = :at
            """
                + KEY)
        .with("id", templateId)
        .with("format", parameterFormat)
        .with("at", at)
        .update();
  }

  /// Templates that a complete list, begun at `at`, no longer held.
  List<TemplateKey> missing(
      Transaction transaction, UUID restaurantId, String accountId, Instant at) {
    return transaction
        .sql(
            """
            select name, language from message_template
             where restaurant_id = :restaurant and account_id = :account and status <> 'deleted'
               and (synced_at is null or synced_at < :at) and (status_at is null or status_at < :at)
               for update
            """)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .with("at", at)
        .list(row -> new TemplateKey(accountId, row.text("name"), row.text("language")));
  }

  /// The account whose templates may be sent from a conversation's number.
  Optional<String> accountOf(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select n.account_id
              from conversation c
              join whatsapp_number n on n.restaurant_id = c.restaurant_id
                                    and n.phone_number_id = c.phone_number_id
             where c.restaurant_id = :restaurant and c.id = :conversation and n.account_id is not null
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(row -> row.text("account_id"));
  }

  /// The language that a conversation's customer speaks; Saudi until he has said something.
  Language languageOf(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select k.language
              from conversation c
              join customer k on k.restaurant_id = c.restaurant_id and k.id = c.customer_id
             where c.restaurant_id = :restaurant and c.id = :conversation and k.language is not null
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(row -> row.named("language", Language.class))
        .orElse(Language.SAUDI);
  }

  UUID customerOf(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select customer_id from conversation
             where restaurant_id = :restaurant and id = :conversation
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .one(row -> row.uuid("customer_id"));
  }

  /// The template that a message of ours was; empty if it was none.
  Optional<TemplateKey> ofMessage(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(
            """
            select n.account_id, m.content ->> 'name' as name, m.content ->> 'language' as language
              from message m
              join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
              join whatsapp_number n on n.restaurant_id = c.restaurant_id
                                    and n.phone_number_id = c.phone_number_id
             where m.restaurant_id = :restaurant and m.id = :message and n.account_id is not null
               and m.content ->> 'type' = 'template'
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .first(
            row -> new TemplateKey(row.text("account_id"), row.text("name"), row.text("language")));
  }

  /// The accounts of a restaurant, the one with most numbers first.
  List<String> accounts(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql(
            """
            select account_id from whatsapp_number
             where restaurant_id = :restaurant and account_id is not null
             group by account_id order by count(*) desc, account_id
            """)
        .with("restaurant", restaurantId)
        .list(row -> row.text("account_id"));
  }

  private static Statement keyed(
      Transaction transaction, UUID restaurantId, TemplateKey key, String sql) {
    return transaction
        .sql(sql)
        .with("restaurant", restaurantId)
        .with("account", key.accountId())
        .with("name", key.name())
        .with("language", key.language());
  }

  private static Kept kept(Row row) {
    String written = row.textOrNull("components");
    JsonNode components = written == null ? null : Json.read(written, JsonNode.class);
    TemplateForm form = components == null ? null : Components.read(components);
    TemplateStatus status = row.named("status", TemplateStatus.class);
    TemplateDetails details =
        new TemplateDetails(
            row.text("account_id"),
            row.text("name"),
            row.text("language"),
            row.namedOrNull("category", TemplateCategory.class),
            status,
            row.named("quality", TemplateQuality.class),
            row.textOrNull("reason"),
            row.textOrNull("advice"),
            form,
            form == null ? List.of() : Placeholders.of(form.body()).names(),
            status.maySend() && form != null,
            row.instantOrNull("status_at"),
            row.instantOrNull("synced_at"));
    return new Kept(details, components);
  }

  /// WhatsApp's word as ours; `unknown` for one that is new.
  static TemplateStatus status(String word) {
    return switch (word) {
      case "REINSTATED", "UNARCHIVED" -> TemplateStatus.APPROVED;
      default -> {
        try {
          yield TemplateStatus.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
          yield TemplateStatus.UNKNOWN;
        }
      }
    };
  }
}
