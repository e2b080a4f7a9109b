package com.crmres.server.search;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import com.crmres.server.search.SearchWords.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of searching. Only comparisons of text and time are used on the words: nothing else may
/// use an index in front of the wall.
final class SearchStore {

  /// Enough to tell a rare word from a common one.
  private static final int COUNTED = 1_000;

  /// As many words may begin alike; who types more finds more exactly.
  private static final int ALIKE = 60;

  /// Behind every word that begins like this.
  private static final String BEHIND = Character.toString(0x10FFFF);

  /// What is searched for.
  ///
  /// @param wanted the rarest first, at least one
  record Wish(
      UUID restaurantId,
      Set<UUID> branches,
      List<Wanted> wanted,
      Search.@Nullable Place after,
      int limit) {}

  /// How often words are found, up to a thousand.
  long count(Transaction transaction, UUID restaurantId, Wanted wanted) {
    return wanted.beginnings().stream()
        .mapToLong(beginning ->
            transaction
                .sql(
                    """
                    select count(*) as n from (
                      select 1 from search_word
                       where restaurant_id = :restaurant and word >= :from and word < :to limit :limit) f
                    """)
                .with("restaurant", restaurantId)
                .with("from", beginning)
                .with("to", beginning + BEHIND)
                .with("limit", COUNTED)
                .one(row -> row.number("n")))
        .sum();
  }

  /// What has all words, the newest first; its text is not marked yet.
  List<SearchHit> find(Transaction transaction, Wish wish, SearchKind kind) {
    Statement statement =
        transaction.sql(
            words(wish)
                + hits(wish, kind)
                + "select distinct on (at, id) * from hit order by at desc, id desc limit :limit");
    bind(statement, wish);
    return statement.with("kind", kind).list(row -> hit(row, kind));
  }

  /// Every word that begins like the rarest one wanted: from each the next is one step of the
  /// index, however often it is used.
  private static String words(Wish wish) {
    List<String> each = new ArrayList<>();
    List<String> walks = new ArrayList<>();
    for (int i = 0; i < wish.wanted().getFirst().beginnings().size(); i++) {
      walks.add(
          """
          walk%1$d as (
            (select word from search_word
              where restaurant_id = :restaurant and word >= :w0b%1$d and word < :w0e%1$d
              order by word limit 1)
            union all
            select (select s.word from search_word s
                     where s.restaurant_id = :restaurant and s.word > walk%1$d.word and s.word < :w0e%1$d
                     order by s.word limit 1)
              from walk%1$d where walk%1$d.word is not null
          )
          """
              .formatted(i));
      each.add("(select word from walk%d where word is not null limit %d)".formatted(i, ALIKE));
    }
    return "with recursive "
        + String.join(", ", walks)
        + ", word as ("
        + String.join(" union ", each)
        + "), ";
  }

  private static String hits(Wish wish, SearchKind kind) {
    return "hit as (select found.* from word cross join lateral (\n"
        + of(kind)
        + """
         where s.restaurant_id = :restaurant and s.word = word.word and s.kind = :kind
           and (c.branch_id is null or c.branch_id = any(cast(:branches as uuid[])))
           and c.joined_into is null
           and (cast(:at as timestamptz) is null or (s.at, s.ref) < (:at, cast(:id as uuid)))
        """
        + others(wish)
        + " order by s.at desc, s.ref desc limit :limit) found)\n";
  }

  private static String of(SearchKind kind) {
    return switch (kind) {
      case MESSAGE ->
          """
          select m.id, c.id as conversation_id, m.sequence, k.name, m.content as text, s.at
            from search_word s
            join message m on m.restaurant_id = s.restaurant_id and m.id = s.ref
            join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
            join customer k on k.restaurant_id = c.restaurant_id and k.id = c.customer_id
          """;
      case CUSTOMER ->
          """
          select k.id, c.id as conversation_id, cast(null as bigint) as sequence, k.name,
                 (select value from customer_identifier i
                   where i.restaurant_id = k.restaurant_id and i.customer_id = k.id and i.kind = 'phone'
                     and i.until is null order by i.since desc limit 1) as text, s.at
            from search_word s
            join customer k on k.restaurant_id = s.restaurant_id and k.id = s.ref
            join conversation c on c.restaurant_id = k.restaurant_id and c.customer_id = k.id
          """;
      case ORDER ->
          """
          select o.id, c.id as conversation_id, cast(null as bigint) as sequence, k.name, o.number as text, s.at
            from search_word s
            join orders o on o.restaurant_id = s.restaurant_id and o.id = s.ref
            join conversation c on c.restaurant_id = o.restaurant_id and c.id = o.conversation_id
            join customer k on k.restaurant_id = c.restaurant_id and k.id = c.customer_id
          """;
    };
  }

  /// The same thing has every other word, too.
  private static String others(Wish wish) {
    StringBuilder sql = new StringBuilder();
    for (int i = 1; i < wish.wanted().size(); i++) {
      List<String> ways = new ArrayList<>();
      for (int j = 0; j < wish.wanted().get(i).beginnings().size(); j++) {
        ways.add("(o%1$d.word >= :w%1$db%2$d and o%1$d.word < :w%1$de%2$d)".formatted(i, j));
      }
      sql.append(
          """
             and exists (select 1 from search_word o%1$d
                          where o%1$d.restaurant_id = :restaurant and o%1$d.ref = s.ref and (%2$s))
          """
              .formatted(i, String.join(" or ", ways)));
    }
    return sql.toString();
  }

  private static void bind(Statement statement, Wish wish) {
    for (int i = 0; i < wish.wanted().size(); i++) {
      List<String> beginnings = List.copyOf(wish.wanted().get(i).beginnings());
      for (int j = 0; j < beginnings.size(); j++) {
        statement
            .with("w%db%d".formatted(i, j), beginnings.get(j))
            .with("w%de%d".formatted(i, j), beginnings.get(j) + BEHIND);
      }
    }
    Search.Place after = wish.after();
    statement
        .with("restaurant", wish.restaurantId())
        .with("branches", wish.branches().toArray(UUID[]::new))
        .with("at", after == null ? null : after.at())
        .with("id", after == null ? null : after.id())
        .with("limit", wish.limit());
  }

  private static SearchHit hit(Row row, SearchKind kind) {
    Long sequence = row.numberOrNull("sequence");
    String text =
        kind == SearchKind.MESSAGE
            ? row.json("text", MessageContent.class).preview()
            : row.textOrNull("text");
    return new SearchHit(
        kind,
        row.uuid("id"),
        row.uuid("conversation_id"),
        sequence,
        row.textOrNull("name"),
        text == null ? "" : text,
        List.of(),
        row.instant("at"));
  }
}
