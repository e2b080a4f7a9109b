package com.crmres.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Sender;
import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.ui.MarkedText;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchModelTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final SearchModel search = model(PatientCalls.immediate());

  private SearchModel model(Calls calls) {
    return new SearchModel(api.search(), calls, World.OLAYA.id());
  }

  private void searchFor(String words) {
    search.words().set(words);
    search.search();
  }

  private List<SearchHit> hits() {
    return search.rows().stream()
        .filter(FoundRow.Found.class::isInstance)
        .map(row -> ((FoundRow.Found) row).hit())
        .toList();
  }

  @Test
  void listsCustomersAndOrdersBeforeMessagesEachUnderItsName() {
    searchFor("A-31");

    assertThat(search.rows())
        .filteredOn(FoundRow.Head.class::isInstance)
        .containsExactly(
            new FoundRow.Head(SearchKind.ORDER), new FoundRow.Head(SearchKind.MESSAGE));
    assertThat(hits().getFirst().kind()).isEqualTo(SearchKind.ORDER);
    assertThat(search.state().get()).isEqualTo(ListState.READY);
    assertThat(search.searching().get()).isTrue();
  }

  @Test
  void readsOnPageByPageWithoutGapsOrDoubles() {
    ConversationSummary omar = restaurant.conversations(World.OMAR.name()).getFirst();
    for (int i = 0; i < 8; i++) {
      var _ = restaurant.customerWrites(omar.id(), "kabsa number " + i);
    }
    searchFor("kabsa");
    assertThat(hits()).hasSize(3);

    for (int i = 0; i < 5; i++) {
      search.loadMore();
    }

    assertThat(hits()).hasSize(8).doesNotHaveDuplicates();
    assertThat(search.rows()).noneMatch(FoundRow.More.class::isInstance);
  }

  @Test
  void saysThatOlderOnesCouldNotBeLoadedAndAsksOnlyWhenTold() {
    searchFor("ا");
    api.unreachable(true);
    search.loadMore();

    assertThat(search.rows().getLast()).isEqualTo(new FoundRow.More(true));
    assertThat(search.mayLoadMoreByItself()).isFalse();
    int before = hits().size();

    api.unreachable(false);
    search.loadMore();
    assertThat(hits()).hasSizeGreaterThan(before);
  }

  @Test
  void hasFacesForNothingFoundAndForAFailure() {
    searchFor("nobody ever said this");
    assertThat(search.state().get()).isEqualTo(ListState.EMPTY);

    api.unreachable(true);
    searchFor("A-31");
    assertThat(search.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    search.search();
    assertThat(search.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void showsNoLateAnswerToAnOldQuestion() {
    var patient = new PatientCalls();
    SearchModel late = model(patient.calls());
    late.words().set("A-31");
    late.search();
    late.words().set("Sara");
    late.search();

    patient.answerLast();
    patient.answerAll();

    assertThat(late.rows())
        .filteredOn(FoundRow.Found.class::isInstance)
        .allSatisfy(row ->
            assertThat(((FoundRow.Found) row).hit().customerName()).isEqualTo(World.SARA_J.name()));
  }

  @Test
  void findsNothingAnyMoreOnceItIsLeft() {
    searchFor("A-31");

    search.leave();

    assertThat(search.searching().get()).isFalse();
    assertThat(search.rows()).isEmpty();
  }

  @Test
  void marksWholeWordsAndBeginsALittleBeforeTheFirst() {
    String text = "كلام كثير قبل ما يهم أحدًا ثم كلام آخر ثم والبرجر الحار وصل باردًا";
    int start = text.indexOf("برجر");
    var hit =
        new SearchHit(
            SearchKind.MESSAGE,
            World.id("m"),
            World.id("c"),
            7L,
            null,
            text,
            List.of(new SearchHit.Mark(start, 4)),
            World.NOW);

    Snippet snippet = Snippet.of(hit);

    assertThat(snippet.pieces())
        .filteredOn(MarkedText.Piece::marked)
        .containsExactly(new MarkedText.Piece("والبرجر", true));
    assertThat(snippet.pieces().getFirst().text()).isEqualTo("… ");
  }

  @Test
  void cutsMarksThatReachBeyondTheText() {
    var hit =
        new SearchHit(
            SearchKind.MESSAGE,
            World.id("m"),
            World.id("c"),
            1L,
            null,
            "abc",
            List.of(new SearchHit.Mark(2, 50), new SearchHit.Mark(9, 1)),
            World.NOW);

    assertThat(Snippet.of(hit).pieces()).containsExactly(new MarkedText.Piece("abc", true));
  }

  @Test
  void knowsWhoSaidIt() {
    ConversationSummary omar = restaurant.conversations(World.OMAR.name()).getFirst();
    var said = restaurant.customerWrites(omar.id(), "unique words");
    searchFor("unique words");

    assertThat(said.sender()).isEqualTo(Sender.CUSTOMER);
    assertThat(hits())
        .singleElement()
        .satisfies(hit -> {
          assertThat(hit.id()).isEqualTo(said.id());
          assertThat(hit.sequence()).isEqualTo(said.sequence());
        });
  }
}
