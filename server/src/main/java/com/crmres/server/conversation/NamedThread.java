package com.crmres.server.conversation;

import java.util.List;

/// A table whose rows name a thread and have no more to do with a merge than that.
///
/// @param key what tells its rows apart
/// @param type of the key
record NamedThread(String table, String key, String type) {

  static final List<NamedThread> ALL =
      List.of(
          new NamedThread("cart", "id", "uuid"),
          new NamedThread("handover", "id", "uuid"),
          new NamedThread("feedback", "id", "uuid"),
          new NamedThread("payment", "id", "uuid"),
          new NamedThread("note", "id", "uuid"),
          new NamedThread("cart_command", "command_id", "uuid"),
          new NamedThread("conversation_step", "step", "bigint"),
          new NamedThread("form_token", "token", "text"));

  /// The thread of each row of two threads, for the journal.
  String kept() {
    return """
     '%1$s', %2$s, jsonb_build_object('conversation_id', conversation_id)
     from %1$s where restaurant_id = :restaurant and conversation_id in (:from, :into)
    """
        .formatted(table, key);
  }

  /// The way back to it.
  String restored() {
    return """
    update %1$s t set conversation_id = cast(j.before ->> 'conversation_id' as uuid)
      from customer_merge_move j
     where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = '%1$s'
       and t.restaurant_id = :restaurant and t.%2$s = cast(j.row_id as %3$s)
    """
        .formatted(table, key, type);
  }
}
