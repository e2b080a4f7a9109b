package com.crmres.desktop.search;

import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.LineText;
import com.crmres.desktop.ui.MarkedText;
import com.crmres.desktop.ui.Ticker;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A row of the found things: the name of a kind, one that was found, or the way to older ones.
final class FoundCell extends ListCell<FoundRow> {

  private final SearchModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final Label head = new Label();
  private final StackPane sign = new StackPane();
  private final LineText name = new LineText();
  private final Label time = new Label();
  private final MarkedText snippet = new MarkedText();
  private final VBox found;
  private final HBox more = new HBox(10);

  FoundCell(SearchModel model, Texts texts, Times times, Ticker ticker) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    head.getStyleClass().add("found-head");
    name.getStyleClass().add("row-title");
    time.getStyleClass().add("row-time");
    time.setMinWidth(USE_PREF_SIZE);
    sign.getStyleClass().add("preview-icon");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var top = new HBox(6, sign, name, gap, time);
    top.setAlignment(Pos.CENTER_LEFT);
    found = new VBox(3, top, snippet);
    more.setAlignment(Pos.CENTER);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(FoundRow row, boolean empty) {
    super.updateItem(row, empty);
    ItemName.on(this, null);
    setAccessibleText(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    switch (row) {
      case FoundRow.Head(var kind) -> showHead(kind);
      case FoundRow.Found(var hit) -> show(hit);
      case FoundRow.More(var failed) -> showMore(failed);
    }
  }

  private void showHead(SearchKind kind) {
    head.setText(texts.of("search.kind", kind));
    setAccessibleText(head.getText());
    setGraphic(head);
  }

  private void show(SearchHit hit) {
    ItemName.on(this, "found-" + hit.id());
    String who = Objects.requireNonNullElse(hit.customerName(), texts.of("search.nameless"));
    sign.getChildren().setAll(icon(hit.kind()).node());
    name.show(who);
    time.setText(times.listed(hit.at(), ticker.instant()));
    Snippet words = Snippet.of(hit);
    snippet.show(words.pieces());
    setAccessibleText(
        texts.of("search.found", texts.of("search.kind", hit.kind()), who, spoken(words)));
    setGraphic(found);
  }

  private static String spoken(Snippet words) {
    return DisplayText.line(
        words.pieces().stream().map(MarkedText.Piece::text).collect(Collectors.joining()));
  }

  private static Icon icon(SearchKind kind) {
    return switch (kind) {
      case MESSAGE -> Icon.CHATS;
      case CUSTOMER -> Icon.PERSON;
      case ORDER -> Icon.ORDERS;
    };
  }

  private void showMore(boolean failed) {
    if (failed) {
      var again = new Button(texts.of("face.retry"), Icon.RETRY.node());
      again.setId("searchMore");
      again.setOnAction(click -> model.loadMore());
      more.getChildren().setAll(new Label(texts.of("face.failed")), again);
    } else {
      var spinner = new ProgressIndicator();
      spinner.getStyleClass().add("small-spinner");
      more.getChildren().setAll(spinner);
      if (model.mayLoadMoreByItself()) {
        // Not while the list lays itself out.
        Platform.runLater(model::loadMore);
      }
    }
    setGraphic(more);
  }
}
