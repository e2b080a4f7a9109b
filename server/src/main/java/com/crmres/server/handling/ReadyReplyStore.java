package com.crmres.server.handling;

import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of replies that lie ready.
final class ReadyReplyStore {

  List<ReadyReply> all(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql("select * from ready_reply where restaurant_id = :restaurant order by shortcut")
        .with("restaurant", restaurantId)
        .list(ReadyReplyStore::reply);
  }

  Optional<ReadyReply> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql("select * from ready_reply where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(ReadyReplyStore::reply);
  }

  /// Whether it was still as its editor had seen it; one of version 0 is new.
  boolean save(Transaction transaction, UUID restaurantId, ReadyReply reply) {
    return transaction
            .sql(
                """
                insert into ready_reply as r (restaurant_id, id, shortcut, text_ar, text_en)
                select cast(:restaurant as uuid), cast(:id as uuid), :shortcut, :ar, :en
                 where cast(:version as bigint) = 0
                    or exists (select 1 from ready_reply s
                                where s.restaurant_id = :restaurant and s.id = cast(:id as uuid))
                on conflict (restaurant_id, id) do update
                  set shortcut = excluded.shortcut, text_ar = excluded.text_ar,
                      text_en = excluded.text_en, version = r.version + 1
                  where r.version = cast(:version as bigint)
                """)
            .with("restaurant", restaurantId)
            .with("id", reply.id())
            .with("shortcut", reply.shortcut())
            .with("ar", reply.text().ar().strip())
            .with("en", reply.text().en().strip())
            .with("version", reply.version())
            .update()
        == 1;
  }

  void delete(Transaction transaction, UUID restaurantId, UUID id) {
    transaction
        .sql("delete from ready_reply where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
  }

  private static ReadyReply reply(Row row) {
    return new ReadyReply(
        row.uuid("id"),
        row.text("shortcut"),
        new LocalizedText(row.text("text_ar"), row.text("text_en")),
        row.number("version"));
  }
}
