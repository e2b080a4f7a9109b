package com.crmres.desktop.alert;

import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.TallCell;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What people were told, and what nobody has seen of it.
public final class PastNotices extends StackPane {

  private final AlertsModel model;
  private final Texts texts;
  private final Times times;
  private final Supplier<Instant> now;
  private final Runnable leave;

  /// @param leave what must close before a notice leads elsewhere
  public PastNotices(
      AlertsModel model, Texts texts, Times times, Supplier<Instant> now, Runnable leave) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.now = now;
    this.leave = leave;
    var list = new ListView<PastNotice>(model.past());
    list.setId("pastNotices");
    list.setAccessibleText(texts.of("news.title"));
    list.getStyleClass().add("past-notices");
    list.setCellFactory(view -> new PastCell());
    var nothing = new Label(texts.of("news.nothing"));
    nothing.setGraphic(Icon.EMPTY.node());
    nothing.getStyleClass().add("column-empty");
    getChildren().addAll(list, nothing);
    new Bindings(this)
        .followList(
            model.past(),
            () -> {
              list.setVisible(!model.past().isEmpty());
              nothing.setVisible(model.past().isEmpty());
            });
  }

  /// One of them: when, what, whether it was seen, and the way to what it is about.
  private final class PastCell extends TallCell<PastNotice> {

    @Override
    protected void updateItem(PastNotice one, boolean empty) {
      super.updateItem(one, empty);
      setText(null);
      setPrefWidth(0);
      setGraphic(empty || one == null ? null : row(one));
    }

    private Node row(PastNotice one) {
      Notice notice = one.notice();
      var words = new Label(NoticeText.of(notice, texts, times));
      words.setWrapText(true);
      words.setGraphic((notice.kind().isGrave() ? Icon.WARNING : Icon.BELL).node());
      var at = new Label(times.listedMoment(notice.at(), now.get()));
      at.getStyleClass().add("muted");
      var state = new Label(texts.of(one.seen() ? "news.seen" : "news.unseen"));
      state.setGraphic((one.seen() ? Icon.DONE : Icon.SEEN).node());
      state.getStyleClass().add(one.seen() ? "muted" : "unseen");
      var below = new HBox(10, at, state);
      below.setAlignment(Pos.CENTER_LEFT);
      var text = new VBox(3, words, below);
      text.setMinWidth(0);
      HBox.setHgrow(text, Priority.ALWAYS);
      var row = new HBox(8, text);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("past-notice");
      if (notice.look() != null) {
        row.getChildren().add(look(notice));
      }
      return row;
    }

    private Button look(Notice notice) {
      var look = new Button(texts.of("alert.look"));
      look.getStyleClass().add("small");
      look.setMinWidth(USE_PREF_SIZE);
      look.setOnAction(click -> {
        leave.run();
        model.look(notice);
      });
      return look;
    }
  }
}
