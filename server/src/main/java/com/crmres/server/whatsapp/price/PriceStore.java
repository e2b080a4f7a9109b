package com.crmres.server.whatsapp.price;

import com.crmres.common.channel.CostLine;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.MessageReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of what messages cost.
final class PriceStore {

  /// The days of the bill are those of the kingdom.
  static final ZoneId ZONE = ZoneId.of("Asia/Riyadh");

  /// Gives messages that count their cost, once: nothing to free ones, to the others the rate of
  /// the nearest market on the day of delivery. WhatsApp's `billable` will go, so its type decides.
  private static final String ESTIMATE =
      """
      update message_price p set amount = found.amount, currency = found.currency
        from (
          select q.message_id,
                 case when coalesce(q.type = 'regular', q.billable, true) then rate.amount else 0 end
                   as amount,
                 case when coalesce(q.type = 'regular', q.billable, true) then rate.currency end
                   as currency
            from message_price q
            join conversation c on c.restaurant_id = q.restaurant_id and c.id = q.conversation_id
            left join lateral (
              select r.amount, r.currency from price_rate r
               where r.restaurant_id = q.restaurant_id and r.category = q.category
                 and r.valid_from <= cast(q.delivered_at at time zone :zone as date)
                 and (r.market = '*' or exists (
                   select 1 from customer_identifier i
                    where i.restaurant_id = c.restaurant_id and i.customer_id = c.customer_id
                      and i.until is null
                      and (i.kind = 'phone' and starts_with(i.value, r.market)
                           or i.kind = 'user_id' and starts_with(i.value, r.market || '.'))))
               order by r.market = '*', length(r.market) desc, r.valid_from desc
               limit 1) rate on true
           where q.restaurant_id = :restaurant and q.amount is null
             and q.delivered_at is not null and q.category is not null
             and %s) found
       where p.restaurant_id = :restaurant and p.message_id = found.message_id
         and found.amount is not null
      returning p.conversation_id, p.amount
      """;

  /// Keeps what a status tells of the price; what is known already stays as it is.
  void keep(Transaction transaction, UUID restaurantId, MessageReport report, boolean delivered) {
    JsonNode pricing = report.pricing();
    transaction
        .sql(
            """
            insert into message_price as p (restaurant_id, message_id, conversation_id, phone_number_id,
                                            category, type, billable, raw, delivered_at)
            select restaurant_id, id, conversation_id, :number, cast(:category as text),
                   cast(:type as text), cast(:billable as boolean), cast(:raw as jsonb),
                   cast(:delivered as timestamptz)
              from message where restaurant_id = :restaurant and id = :message
            on conflict (restaurant_id, message_id) do update
               set category = coalesce(p.category, excluded.category),
                   type = coalesce(p.type, excluded.type),
                   billable = coalesce(p.billable, excluded.billable),
                   raw = coalesce(p.raw, excluded.raw),
                   delivered_at = least(p.delivered_at, excluded.delivered_at)
            """)
        .with("number", report.phoneNumberId())
        .with("category", lower(pricing.path("category").asText(null)))
        .with("type", lower(pricing.path("type").asText(null)))
        .with("billable", pricing.path("billable").asText(null))
        .with("raw", pricing.isObject() ? pricing.toString() : null)
        .with("delivered", delivered ? report.at() : null)
        .with("restaurant", restaurantId)
        .with("message", report.messageId())
        .update();
  }

  /// Estimates what a message costs, if it counts and was not estimated before.
  ///
  /// @return its conversation, if that makes its sum larger
  Optional<UUID> estimate(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(ESTIMATE.formatted("q.message_id = :message"))
        .with("zone", ZONE.getId())
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .first(row ->
            row.number("amount") > 0
                ? Optional.of(row.uuid("conversation_id"))
                : Optional.<UUID>empty())
        .flatMap(conversation -> conversation);
  }

  /// Estimates what had no rate so far.
  ///
  /// @param since only what was delivered later
  /// @return how many messages
  int estimateAll(Transaction transaction, UUID restaurantId, Instant since) {
    return transaction
        .sql(ESTIMATE.formatted("q.delivered_at >= :since"))
        .with("zone", ZONE.getId())
        .with("restaurant", restaurantId)
        .with("since", since)
        .list(row -> true)
        .size();
  }

  Optional<UUID> conversationOf(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(
            """
            select conversation_id from message
             where restaurant_id = :restaurant and id = :message
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .first(row -> row.uuid("conversation_id"));
  }

  /// What was delivered from the first day to the last. What is free, or has no rate, stands with
  /// the currency of its line.
  List<CostLine> costs(
      Transaction transaction, UUID restaurantId, LocalDate from, LocalDate to, Grouping grouping) {
    return transaction
        .sql(
            """
            with counted as (
              select %s as key, amount, currency,
                     coalesce(type = 'regular', billable, true) as billed
                from message_price
               where restaurant_id = :restaurant and category is not null
                 and delivered_at >= cast(:from as timestamptz) and delivered_at < cast(:to as timestamptz)
            ), lines as (
              select key, amount, billed, coalesce(currency, max(currency) over (partition by key)) as currency
                from counted
            )
            select key, count(*) as messages, count(*) filter (where billed) as billed,
                   count(*) filter (where billed and amount is null) as unpriced,
                   cast(coalesce(sum(amount), 0) as bigint) as cost, currency
              from lines group by key, currency order by key, currency
            """
                .formatted(grouping.key))
        .with("restaurant", restaurantId)
        .with("from", from.atStartOfDay(ZONE).toInstant())
        .with("to", to.plusDays(1).atStartOfDay(ZONE).toInstant())
        .list(row ->
            new CostLine(
                row.text("key"),
                row.number("messages"),
                row.number("billed"),
                row.number("unpriced"),
                row.number("cost"),
                row.textOrNull("currency")));
  }

  private static @Nullable String lower(@Nullable String word) {
    return word == null ? null : word.toLowerCase(Locale.ROOT);
  }
}
