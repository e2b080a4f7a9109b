package com.crmres.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.identity.Role;
import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.database.DatabaseAddress;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final String SARA = "966551230001";
  private static final String OMAR = "966551239876";

  private final NoorHouse noor = new NoorHouse();
  private final RunningServer server =
      new RunningServer(
          noor.clock,
          _ -> false,
          routing -> routing.register("/v1", new SearchRoutes(noor.database, noor.staff.access)));
  private boolean hired;

  @AfterEach
  void stop() {
    server.close();
    noor.close();
  }

  @Test
  void messagesAreFoundHoweverTheirWordsAreWritten() throws Exception {
    says(SARA, "أبغى قَهوة بالهيل وَ الكبسة");
    says(OMAR, "متى تفتحون؟");

    for (String text : List.of("قهوه", "القهوة", "كبسه", "قهو هيل", "ابغي")) {
      assertThat(texts(search(text))).as(text).containsExactly("أبغى قَهوة بالهيل وَ الكبسة");
    }
    assertThat(search("قهوة تفتحون")).isEmpty();
  }

  @Test
  void whatIsFoundSaysWhoWhereAndWhichPartOfIt() throws Exception {
    UUID conversation = says(SARA, "hello, two Burgers please");

    SearchHit hit = search("burger").getFirst();

    assertThat(hit.kind()).isEqualTo(SearchKind.MESSAGE);
    assertThat(hit.conversationId()).isEqualTo(conversation);
    assertThat(hit.sequence()).isEqualTo(1);
    assertThat(hit.customerName()).isEqualTo("Sara " + SARA);
    assertThat(hit.marks()).containsExactly(new SearchHit.Mark(11, 7));
  }

  @Test
  void customersAreFoundByNameAndByAnyFourDigitsOfTheirPhone() throws Exception {
    noor.receive(SARA, "سارة القحطاني", new MessageContent.Text("هلا"));
    noor.receive(OMAR, "Omar", new MessageContent.Text("hi"));

    assertThat(search("ساره قحطان")).extracting(SearchHit::text).containsExactly(SARA);
    assertThat(search("٩٨٧٦")).extracting(SearchHit::text).containsExactly(OMAR);
    assertThat(search("55123")).extracting(SearchHit::text).containsExactlyInAnyOrder(SARA, OMAR);
    assertThat(found("/v1/search?kind=message&text=9876")).isEmpty();
  }

  @Test
  void whatWasTakenBackIsFoundNoMoreAndWhatWasEditedByItsNewWords() throws Exception {
    says(SARA, "two pizzas");
    noor.edit(SARA, noor.lastWamid(), "two burgers");
    assertThat(search("pizzas")).isEmpty();
    assertThat(search("burgers")).hasSize(1);

    says(SARA, "my secret");
    noor.revoke(SARA, noor.lastWamid());
    assertThat(search("secret")).isEmpty();
  }

  @Test
  void aPersonFindsNothingOfOtherBranchesAndNothingOfOtherRestaurants() throws Exception {
    UUID malaz = says(SARA, "shawarma in malaz");
    says(OMAR, "shawarma anywhere");
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.belongsTo(transaction, noor.restaurantId, malaz, noor.staff.malaz));

    assertThat(texts(found(Role.AGENT, "/v1/search?text=shawarma")))
        .containsExactly("shawarma anywhere");
    assertThat(texts(found(Role.OWNER, "/v1/search?text=shawarma"))).hasSize(2);
    List<SearchHit> ofOthers =
        noor.database.inRestaurant(
            noor.ids.next(),
            transaction ->
                new Search()
                    .find(
                        transaction,
                        noor.restaurantId,
                        Set.of(noor.staff.olaya),
                        "shawarma",
                        Set.of(),
                        null,
                        10));
    assertThat(ofOthers).isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapsAndWithoutRepeats() throws Exception {
    for (int i = 0; i < 25; i++) {
      says(SARA, "coffee " + i);
      if (i % 3 == 0) {
        noor.clock.forward(Duration.ofSeconds(1));
      }
    }
    List<String> all = new ArrayList<>();
    String after = "";
    do {
      Answer answer = get(Role.OWNER, "/v1/search?text=coffee&limit=4" + after);
      all.addAll(texts(hits(answer)));
      after = "&after=" + encoded(answer.as(JsonNode.class).path("next").asText());
    } while (!after.equals("&after=") && !after.equals("&after=null"));

    assertThat(all).hasSize(25).doesNotHaveDuplicates();
    assertThat(all.getFirst()).isEqualTo("coffee 24");
  }

  @Test
  void badQuestionsAreRefusedWithAllThatIsWrong() throws Exception {
    assertThat(get(Role.OWNER, "/v1/search").status()).isEqualTo(400);
    assertThat(get(Role.OWNER, "/v1/search?text=x&kind=cat&limit=0").status()).isEqualTo(400);
    assertThat(get(Role.OWNER, "/v1/search?text=x&after=yesterday").status()).isEqualTo(400);
    assertThat(search("؟؟؟")).isEmpty();
    assertThat(search("%_' or 1=1 --")).isEmpty();
  }

  @Test
  void onlyThoseWhoReadConversationsSearchThem() throws Exception {
    new RouteRights(server, noor.staff)
        .hold(
            List.of(
                new Route(
                    "GET",
                    "/v1/search?text=x",
                    null,
                    Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR))));
  }

  /// The index is made by the database and asked by the code: both must mean the same words.
  @Test
  void theDatabaseAndTheCodeAgreeOnEveryWord() {
    Random random = new Random(7);
    String letters =
        "أإآٱىئیؤةک٠٩۰ابتثجحخدذرزسشصضطظعغفقكلمنهويءABCxyzé ـًٌَ،؟!-_/.'×÷﷽ﻻ①Ⅷ👍🏽ن\u200f\n";
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(30), 0, letters.codePointCount(0, letters.length()))
          .map(at -> letters.codePointAt(letters.offsetByCodePoints(0, at)))
          .forEach(text::appendCodePoint);
      assertThat(ofDatabase(text.toString()))
          .as(text.toString())
          .containsExactlyInAnyOrderElementsOf(ofCode(text.toString()));
    }
  }

  /// Behind the wall only some comparisons may use an index (docs/decisions/0034).
  @Test
  void aSearchReadsNoMoreThanItMust() {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> {
          transaction
              .sql(
                  """
                  insert into search_word (restaurant_id, ref, word, kind, at)
                  select cast(:restaurant as uuid), gen_random_uuid(), 'word' || (n % 5000), 'message', now()
                    from generate_series(1, 50000) n
                  """)
              .with("restaurant", noor.restaurantId)
              .update();
        });
    analyze();
    List<String> plan =
        noor.in(transaction ->
            transaction
                .sql(
                    """
                    explain select word from search_word
                     where restaurant_id = :restaurant and word >= 'word77' and word < 'word78'
                     order by word limit 1
                    """)
                .with("restaurant", noor.restaurantId)
                .list(row -> row.text("QUERY PLAN")));
    assertThat(plan)
        .anyMatch(line -> line.contains("Index Cond") && line.contains("word >= 'word77'"));
  }

  /// A word that every message says is not walked through to find the customer who is called so.
  @Test
  void whatIsFoundOfAKindIsReadInItsOrderAndNothingElseIs() {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> {
          transaction
              .sql(
                  """
                  insert into search_word (restaurant_id, ref, word, kind, at)
                  select cast(:restaurant as uuid), gen_random_uuid(), 'said', 'message',
                         now() - n * interval '1 second'
                    from generate_series(1, 50000) n
                  """)
              .with("restaurant", noor.restaurantId)
              .update();
        });
    analyze();
    for (String kind : List.of("message", "customer")) {
      List<String> plan =
          noor.in(transaction ->
              transaction
                  .sql(
                      """
                      explain (analyze, costs off, timing off, summary off)
                      select ref from search_word
                       where restaurant_id = :restaurant and word = 'said' and kind = :kind
                       order by at desc, ref desc limit 20
                      """)
                  .with("restaurant", noor.restaurantId)
                  .with("kind", kind)
                  .list(row -> row.text("QUERY PLAN")));
      assertThat(plan)
          .as(String.join("\n", plan))
          .noneMatch(line -> line.contains("Sort"))
          .noneMatch(line -> line.contains("Rows Removed"))
          .anyMatch(line -> line.contains("Index Cond") && line.contains("kind = "));
    }
  }

  private void analyze() {
    DatabaseAddress owner = noor.testDatabase.owner();
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      statement.execute("analyze search_word");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Set<String> ofDatabase(String text) {
    return Set.copyOf(
        noor.in(transaction ->
            transaction
                .sql("select search_words(:text) as word")
                .with("text", text)
                .list(row -> row.text("word"))));
  }

  private static Set<String> ofCode(String text) {
    Set<String> all = new HashSet<>();
    SearchWords.words(text).forEach(word -> all.addAll(SearchWords.forms(word)));
    return all;
  }

  private UUID says(String phone, String text) {
    return noor.receive(phone, text);
  }

  private List<SearchHit> search(String text) throws IOException, InterruptedException {
    return found("/v1/search?text=" + encoded(text));
  }

  private List<SearchHit> found(String path) throws IOException, InterruptedException {
    return found(Role.OWNER, path);
  }

  private List<SearchHit> found(Role role, String path) throws IOException, InterruptedException {
    Answer answer = get(role, path);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return hits(answer);
  }

  private static List<SearchHit> hits(Answer answer) {
    List<SearchHit> hits = new ArrayList<>();
    answer
        .as(JsonNode.class)
        .path("items")
        .forEach(item -> hits.add(Json.read(item.toString(), SearchHit.class)));
    return hits;
  }

  private static List<String> texts(List<SearchHit> hits) {
    return hits.stream().map(SearchHit::text).toList();
  }

  private Answer get(Role role, String path) throws IOException, InterruptedException {
    if (!hired) {
      hired = true;
      noor.staff.hire(Role.OWNER);
      noor.staff.hire(Role.AGENT);
    }
    String authorization = noor.staff.authorization(role);
    return server.send(
        "GET", path, null, request -> request.header("Authorization", authorization));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
