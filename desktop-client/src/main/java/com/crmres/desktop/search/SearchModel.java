package com.crmres.desktop.search;

import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.SearchApi;
import com.crmres.desktop.connection.SearchQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Searches all that was ever said: customers and orders first, then messages, page by page.
public final class SearchModel {

  private static final int LONGEST = 100;
  private static final int SHORT = 6;
  private static final int PAGE = 30;

  /// Of these a few are enough: whoever means another one types more of it.
  private static final List<SearchKind> FEW = List.of(SearchKind.CUSTOMER, SearchKind.ORDER);

  private record Answer(List<SearchHit> few, Page<SearchHit> messages) {}

  private final SearchApi api;
  private final Calls calls;
  private final UUID branchId;
  private final StringProperty words = new SimpleStringProperty("");
  private final ObservableList<FoundRow> rows = FXCollections.observableArrayList();
  private final ObservableList<FoundRow> readableRows =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private final List<SearchHit> few = new ArrayList<>();

  /// By what they are: a message that comes between two pages would come twice.
  private final Set<SearchHit> messages = new LinkedHashSet<>();

  private @Nullable String next;
  private boolean moreFailed;
  private boolean asking;
  private int question;

  public SearchModel(SearchApi api, Calls calls, UUID branchId) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
  }

  /// What is in the search box.
  public StringProperty words() {
    return words;
  }

  /// Whether found things stand in the place of the list.
  public ReadOnlyBooleanProperty searching() {
    return searching.getReadOnlyProperty();
  }

  public ObservableList<FoundRow> rows() {
    return readableRows;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// Asks for what fits the words in the box; without words nothing is searched any more.
  public void search() {
    int mine = ++question;
    String wanted = wanted();
    searching.set(!wanted.isEmpty());
    few.clear();
    messages.clear();
    next = null;
    moreFailed = false;
    asking = false;
    rows.clear();
    if (wanted.isEmpty()) {
      state.set(ListState.EMPTY);
      return;
    }
    state.set(ListState.LOADING);
    calls.ask(() -> first(wanted), answer -> came(mine, answer), why -> failed(mine));
  }

  public void leave() {
    words.set("");
    search();
  }

  private String wanted() {
    String typed = words.get().strip();
    return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
  }

  private Answer first(String wanted) {
    List<SearchHit> found = new ArrayList<>();
    for (SearchKind kind : FEW) {
      found.addAll(api.search(query(wanted, kind, SHORT, null)).items());
    }
    return new Answer(found, api.search(query(wanted, SearchKind.MESSAGE, PAGE, null)));
  }

  private SearchQuery query(String wanted, SearchKind kind, int limit, @Nullable String after) {
    return new SearchQuery(branchId, wanted, Set.of(kind), limit, after);
  }

  private void came(int mine, Answer answer) {
    if (mine == question) {
      few.addAll(answer.few());
      take(answer.messages());
    }
  }

  private void failed(int mine) {
    if (mine == question) {
      state.set(ListState.FAILED);
    }
  }

  /// The messages that are older, once the end comes into sight.
  public void loadMore() {
    String from = next;
    if (from == null || asking) {
      return;
    }
    asking = true;
    int mine = question;
    String wanted = wanted();
    calls.ask(
        () -> api.search(query(wanted, SearchKind.MESSAGE, PAGE, from)),
        page -> {
          if (mine == question) {
            asking = false;
            moreFailed = false;
            take(page);
          }
        },
        why -> {
          if (mine == question) {
            asking = false;
            moreFailed = true;
            show();
          }
        });
  }

  /// Whether the end may be asked for by itself; after a failure somebody must say so.
  public boolean mayLoadMoreByItself() {
    return next != null && !moreFailed && !asking;
  }

  private void take(Page<SearchHit> page) {
    messages.addAll(page.items());
    next = page.next();
    show();
  }

  private void show() {
    List<FoundRow> wanted = new ArrayList<>();
    for (SearchKind kind : FEW) {
      group(wanted, kind, few.stream().filter(hit -> hit.kind() == kind).toList());
    }
    group(wanted, SearchKind.MESSAGE, List.copyOf(messages));
    if (next != null) {
      wanted.add(new FoundRow.More(moreFailed));
    }
    replaceBy(wanted);
    state.set(wanted.isEmpty() ? ListState.EMPTY : ListState.READY);
  }

  private static void group(List<FoundRow> wanted, SearchKind kind, List<SearchHit> hits) {
    if (!hits.isEmpty()) {
      wanted.add(new FoundRow.Head(kind));
      hits.forEach(hit -> wanted.add(new FoundRow.Found(hit)));
    }
  }

  /// What stands there already stays, so that the reader keeps his place.
  private void replaceBy(List<FoundRow> wanted) {
    int common = 0;
    while (common < Math.min(rows.size(), wanted.size())
        && rows.get(common).equals(wanted.get(common))) {
      common++;
    }
    rows.remove(common, rows.size());
    rows.addAll(wanted.subList(common, wanted.size()));
  }
}
