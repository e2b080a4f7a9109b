package com.crmres.desktop.shell;

import com.crmres.desktop.alert.AlarmTestCard;
import com.crmres.desktop.alert.NoticeStack;
import com.crmres.desktop.assistant.AssistantView;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.channel.AlarmBanner;
import com.crmres.desktop.channel.ChannelView;
import com.crmres.desktop.inbox.InboxView;
import com.crmres.desktop.kitchen.KitchenView;
import com.crmres.desktop.media.FileDesk;
import com.crmres.desktop.orders.AlarmStrip;
import com.crmres.desktop.orders.OrderBoardView;
import com.crmres.desktop.pickup.PickupView;
import com.crmres.desktop.ready.ReadyRepliesSheet;
import com.crmres.desktop.soldout.SoldOutSheet;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Ticker;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window at work: side bar, top bar, banners, the screen chosen, and what opens over it.
final class DeskView {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Desk desk;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final FileDesk files;
  private final StackPane root;
  private final SoldOutSheet soldOut;
  private final ReadyRepliesSheet ready;
  private final PaletteView palette;
  private final ShortcutSheet shortcuts;
  private final NewsDrawer news;

  @FXML private BorderPane frame;
  @FXML private VBox middle;
  @FXML private StackPane alarmPlace;
  @FXML private StackPane place;

  /// @param toTheFront brings the window before all others
  DeskView(
      Desk desk,
      ShellModel shell,
      Texts texts,
      Ticker ticker,
      FileDesk files,
      Runnable toTheFront) {
    this.desk = desk;
    this.texts = texts;
    this.ticker = ticker;
    this.files = files;
    this.times = new Times(texts, ZoneId.of(desk.branch().zone()));
    this.root = Fxml.load(this, texts, StackPane.class);
    this.soldOut = new SoldOutSheet(desk.soldOut(), texts, times, ticker, this::backToWork);
    this.ready = new ReadyRepliesSheet(desk.readyReplies(), texts, this::backToWork);
    this.shortcuts = new ShortcutSheet(texts, this::backToWork);
    this.news = new NewsDrawer(desk, texts, times, ticker, this::backToWork);
    var hands =
        new DeskHands(
            this::openPalette,
            this::openShortcuts,
            () -> soldOut.open(""),
            desk::openNews,
            this::openReady);
    var commands = new Commands(desk, shell, texts, hands);
    this.palette = new PaletteView(new PaletteModel(commands::all), texts, this::backToWork);
    frame.setLeft(new SideBar(desk, shell, texts, times, ticker, hands.shortcuts()).node());
    middle.getChildren().addFirst(new OfflineBanner(desk, texts, times, ticker, desk::openNews));
    middle.getChildren().addFirst(new TopBar(desk, texts, times, ticker, hands).node());
    over();
    var bindings = new Bindings(root);
    banners(bindings);
    bindings.follow(desk.screen(), this::show);
    bindings.follow(ticker.now(), desk::tick);
    // Only what is asked from now on: a new language is a new view.
    int asked = desk.alarm().toTheFront().get();
    bindings.follow(
        desk.alarm().toTheFront(),
        count -> {
          if (count.intValue() > asked) {
            toTheFront.run();
          }
        });
    new DeskKeys(desk, shell, hands).listenOn(root);
  }

  Parent node() {
    return root;
  }

  private void over() {
    var notices = new NoticeStack(desk.alerts(), texts, times);
    StackPane.setAlignment(notices, Pos.BOTTOM_LEFT);
    StackPane.setMargin(notices, new Insets(0, 20, 70, 84));
    root.getChildren().addAll(notices, soldOut, ready, palette, shortcuts, news);
  }

  private void openPalette() {
    palette.open();
  }

  private void openReady() {
    ready.open();
  }

  private void openShortcuts() {
    shortcuts.open();
  }

  /// The keyboard goes back to the screen that is open.
  private void backToWork() {
    place.getChildren().getFirst().requestFocus();
  }

  private void banners(Bindings bindings) {
    // What is shown may be old: it looks so.
    bindings.follow(desk.lostAt(), since -> place.pseudoClassStateChanged(STALE, since != null));
    int wanted = desk.newsWanted().get();
    bindings.follow(
        desk.newsWanted(),
        count -> {
          if (count.intValue() > wanted) {
            news.open();
          }
        });
    var strips =
        new VBox(
            new AlarmBanner(desk.channel(), texts, () -> desk.screen().set(Desk.Screen.CHANNEL)),
            new AlarmTestCard(desk.alarmTest(), texts));
    alarmPlace.getChildren().add(strips);
    // Below the screen: what is there must not move away under the hand when an order comes.
    middle
        .getChildren()
        .add(
            new AlarmStrip(
                desk.alarm(), texts, times, ticker, () -> desk.screen().set(Desk.Screen.ORDERS)));
  }

  private void show(Desk.Screen screen) {
    place.getChildren().setAll(nodeOf(screen));
  }

  private Node nodeOf(Desk.Screen screen) {
    return switch (screen) {
      case INBOX -> new InboxView(desk.inbox(), desk.side(), texts, times, ticker, files).node();
      case ORDERS ->
          new OrderBoardView(
                  desk.orders(),
                  texts,
                  times,
                  ticker,
                  new OrderBoardView.Ways(soldOut::open, desk::openChat, files::open))
              .node();
      case KITCHEN -> new KitchenView(desk.kitchen(), texts, times, ticker, soldOut::open).node();
      case PICKUP -> new PickupView(desk.pickup(), texts, times, ticker).node();
      case ASSISTANT ->
          new AssistantView(
                  desk.assistant(),
                  new BubbleTools(texts, times, desk.inbox().media(), files),
                  ticker)
              .node();
      case CHANNEL -> new ChannelView(desk.channel(), desk.merges(), texts, times, ticker).node();
    };
  }
}
