package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Transaction;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The token buckets of numbers, shared by all nodes. A number's bucket is cut into stripes, each
/// of which refills by itself; a node spends from the fullest that no other has locked, so nodes do
/// not wait for each other, and together never exceed the number's rate by more than its burst.
final class Stripes {

  private static final int MOST_STRIPES = 8;

  /// A stripe of less would hold too little to be worth a round.
  private static final int LEAST_PER_STRIPE = 8;

  /// Numbers whose stripes are known to be there.
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /// A stripe that this transaction has locked.
  ///
  /// @param tokens what may be sent from it now
  record Stripe(String phoneNumberId, int number, double tokens) {}

  /// Takes the fullest free stripe of a number; empty if other nodes have them all.
  Optional<Stripe> take(
      Transaction transaction, UUID restaurantId, String phoneNumberId, double perSecond) {
    make(transaction, restaurantId, phoneNumberId);
    int stripes = count(perSecond);
    return transaction
        .sql(
            """
            select stripe, least(:capacity, tokens + :rate * seconds) as tokens
              from outbox_stripe,
                   lateral (select greatest(0, cast(extract(epoch from now() - refilled_at) as double precision))
                                   as seconds) elapsed
             where phone_number_id = :number and stripe < :stripes
             order by tokens + :rate * seconds desc
             limit 1
               for update of outbox_stripe skip locked
            """)
        .with("rate", perSecond / stripes)
        .with("capacity", Math.max(1, perSecond / stripes))
        .with("number", phoneNumberId)
        .with("stripes", stripes)
        .first(row -> new Stripe(phoneNumberId, row.integer("stripe"), row.decimal("tokens")));
  }

  void spend(Transaction transaction, Stripe stripe, int messages) {
    transaction
        .sql(
            """
            update outbox_stripe set tokens = :tokens, refilled_at = greatest(refilled_at, now())
             where phone_number_id = :number and stripe = :stripe
            """)
        .with("tokens", stripe.tokens() - messages)
        .with("number", stripe.phoneNumberId())
        .with("stripe", stripe.number())
        .update();
  }

  /// How many stripes a number of this rate has.
  static int count(double perSecond) {
    return Math.clamp((long) (perSecond / LEAST_PER_STRIPE), 1, MOST_STRIPES);
  }

  /// A number begins with full stripes.
  private void make(Transaction transaction, UUID restaurantId, String phoneNumberId) {
    if (made.contains(phoneNumberId)) {
      return;
    }
    transaction
        .sql(
            """
            insert into outbox_stripe (restaurant_id, phone_number_id, stripe, refilled_at)
            select :restaurant, :number, generate_series(0, :last), now() - interval '1 hour'
            on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("number", phoneNumberId)
        .with("last", MOST_STRIPES - 1)
        .update();
    transaction.afterCommit(() -> made.add(phoneNumberId));
  }
}
