package com.crmres.bench.desk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.conversation.AssignRequest;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.Priority;
import com.crmres.common.conversation.PriorityRequest;
import com.crmres.common.conversation.SnoozeRequest;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.desktop.connection.ConversationQuery;
import com.crmres.desktop.connection.HttpServerApi;
import com.crmres.desktop.connection.SearchQuery;
import com.crmres.simulator.Simulator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Notes, labels, sleep, priority, assigning, counts and the search, by the desktop's own classes
/// against a real server.
@SuppressWarnings("NullAway.Init") // JUnit calls open first
class ColleaguesTest {

  private static final int PATIENCE_SECONDS = 60;

  private House house;
  private Simulator simulator;
  private ServerNode server;
  private HttpServerApi api;
  private StaffMember me;
  private UUID branch;

  @BeforeEach
  void open() throws Exception {
    house = House.open();
    simulator = Simulator.builder().appSecret(House.appSecret()).build().start();
    server = house.node("server", Map.of("WHATSAPP_GRAPH_URL", simulator.url().toString())).start();
    simulator.target(server.webhook());
    api = new HttpServerApi(server.url(), Clock.systemUTC(), () -> "ar");
    me = api.signIn(House.OWNER, House.STAFF_PASSWORD);
    branch = api.branches().items().getFirst().id();
  }

  @AfterEach
  void close() throws Exception {
    server.close();
    simulator.close();
    house.close();
  }

  @Test
  void arrangesAndFindsAConversationAsTheScreensDo() throws Exception {
    simulator.customer("966551234567", "سارة").says("وصلني البرجر بارد والبطاطس ناقصة");
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, SECONDS, () -> !all().isEmpty());
    UUID id = all().getFirst().id();

    note(id);
    arrange(id);
    find(id);
  }

  private List<ConversationSummary> all() {
    return api.conversations(ConversationQuery.of(branch)).items();
  }

  private void note(UUID id) {
    assertThat(api.handling().colleagues().items()).extracting(Colleague::id).contains(me.id());
    var request = new WriteNoteRequest(UUID.randomUUID(), "زبونة دائمة، اعتذروا لها", List.of());
    Note note = api.notes().write(id, request);
    assertThat(note.text()).isEqualTo(request.text());
    assertThat(note.authorName()).isEqualTo(me.name());
    assertThat(api.notes().write(id, request)).isEqualTo(note);
    assertThat(api.notes().notes(id, null).items()).containsExactly(note);
    assertThat(api.handling().conversation(id).handling().notes()).isEqualTo(1);
    api.notes().withdraw(id, note.id());
    assertThat(api.handling().conversation(id).handling().notes()).isZero();
    assertThat(api.notes().mentions().items()).isEmpty();
  }

  private void arrange(UUID id) {
    api.handling().label(id, new LabelRequest(List.of("شكوى"), List.of()));
    assertThat(api.handling().labels().items()).containsExactly("شكوى");
    var urgent = api.handling().prioritise(id, new PriorityRequest(Priority.URGENT));
    assertThat(urgent.handling().priority()).isEqualTo(Priority.URGENT);

    api.handling().assign(id, new AssignRequest(me.id()));
    api.handling().writing(id);
    assertThat(api.handling().counts(branch).mine()).isEqualTo(1);
    assertThat(awake().takenOverBy(me.id())).satisfies(this::listsOne);

    api.handling().snooze(id, new SnoozeRequest(60));
    assertThat(api.handling().counts(branch).asleep()).isEqualTo(1);
    assertThat(api.conversations(awake()).items()).isEmpty();
    assertThat(ConversationQuery.of(branch).asleep(true)).satisfies(this::listsOne);
    api.handling().snooze(id, new SnoozeRequest(null));
    assertThat(awake()).satisfies(this::listsOne);
    assertThat(api.handling().readyReplies(id).items()).isNotNull();
  }

  private ConversationQuery awake() {
    return ConversationQuery.of(branch).asleep(false);
  }

  private void listsOne(ConversationQuery query) {
    assertThat(api.conversations(query).items()).hasSize(1);
  }

  /// Written without the article and the hamza, found with both.
  private void find(UUID id) {
    List<SearchHit> hits =
        api.search()
            .search(new SearchQuery(branch, "برجر", Set.of(SearchKind.MESSAGE), 30, null))
            .items();
    assertThat(hits).isNotEmpty();
    SearchHit hit = hits.getLast();
    assertThat(hit.conversationId()).isEqualTo(id);
    SearchHit.Mark mark = hit.marks().getFirst();
    assertThat(hit.text().substring(mark.start(), mark.start() + mark.length())).contains("برجر");
    List<MessageDetails> thread = api.messages(id, null).items();
    assertThat(thread).extracting(MessageDetails::id).contains(hit.id());
    assertThat(
            api.search()
                .search(new SearchQuery(branch, "551234567", Set.of(SearchKind.CUSTOMER), 5, null))
                .items())
        .hasSize(1);
  }
}
