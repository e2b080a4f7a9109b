package com.crmres.desktop.shell;

import com.crmres.desktop.alert.PastNotices;
import com.crmres.desktop.queue.Deed;
import com.crmres.desktop.queue.KeptCommand;
import com.crmres.desktop.queue.KeptHands;
import com.crmres.desktop.queue.KeptList;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.EscapeKey;
import com.crmres.desktop.ui.Ticker;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// At the side over any screen: what waits for the network, and what people were told.
final class NewsDrawer extends StackPane {

  private final Desk desk;
  private final Runnable afterwards;
  private final Button close = new Button();

  /// Begins hidden; [#open] shows it.
  ///
  /// @param afterwards gives the keyboard back
  NewsDrawer(Desk desk, Texts texts, Times times, Ticker ticker, Runnable afterwards) {
    this.desk = desk;
    this.afterwards = afterwards;
    setId("news");
    getStyleClass().addAll("sheet", "news-sheet");
    var past = new PastNotices(desk.alerts(), texts, times, ticker::instant, this::leave);
    VBox.setVgrow(past, Priority.ALWAYS);
    var kept = new KeptList(desk.kept().queue(), texts, times, new Hands());
    var drawer =
        new VBox(head(texts), title(texts, "kept.title"), kept, title(texts, "news.title"), past);
    drawer.getStyleClass().addAll("sheet-card", "news-drawer");
    drawer.setMaxWidth(460);
    StackPane.setAlignment(drawer, Pos.CENTER_RIGHT);
    getChildren().add(drawer);
    EscapeKey.leaves(this, this::leave);
    setVisible(false);
  }

  private HBox head(Texts texts) {
    var title = new Label(texts.of("news.head"));
    title.getStyleClass().add("card-title");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var seen = new Button(texts.of("news.allSeen"));
    seen.setId("newsAllSeen");
    seen.setOnAction(click -> desk.alerts().allSeen());
    close.setText(texts.of("soldOut.close"));
    close.setId("newsClose");
    close.setOnAction(click -> leave());
    for (Button button : new Button[] {seen, close}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    var head = new HBox(8, title, gap, seen, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static Label title(Texts texts, String key) {
    var title = new Label(texts.of(key));
    title.getStyleClass().add("kind-title");
    return title;
  }

  void open() {
    setVisible(true);
    close.requestFocus();
  }

  private void leave() {
    setVisible(false);
    afterwards.run();
  }

  /// What the list of kept commands asks of this desk.
  private final class Hands implements KeptHands {

    @Override
    public String name(Deed deed) {
      return desk.nameOf(deed);
    }

    @Override
    public void write(UUID conversationId, String words) {
      leave();
      desk.write(conversationId, words);
    }

    @Override
    public void dropped(KeptCommand command) {
      desk.inbox().thread().gone(command.id());
      KeptWork.asTheServerHasIt(command.deed(), desk);
    }
  }
}
