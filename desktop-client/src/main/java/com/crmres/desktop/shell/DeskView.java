package com.crmres.desktop.shell;

import com.crmres.desktop.assistant.AssistantView;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.channel.AlarmBanner;
import com.crmres.desktop.channel.ChannelView;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.inbox.InboxView;
import com.crmres.desktop.media.FileDesk;
import com.crmres.desktop.orders.OrderBoardView;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Avatar;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Theme;
import com.crmres.desktop.ui.Ticker;
import java.time.ZoneId;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// The window at work: side bar, top bar, connection banner, and the screen chosen.
final class DeskView {

  private final Desk desk;
  private final ShellModel shell;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final FileDesk files;
  private final BorderPane root;

  @FXML private StackPane logo;
  @FXML private StackPane inboxPlace;
  @FXML private ToggleButton inbox;
  @FXML private Label inboxBadge;
  @FXML private ToggleButton orders;
  @FXML private Label ordersBadge;
  @FXML private StackPane assistantPlace;
  @FXML private ToggleButton assistant;
  @FXML private StackPane channelPlace;
  @FXML private ToggleButton channel;
  @FXML private Label channelBadge;
  @FXML private StackPane alarmPlace;
  @FXML private Button language;
  @FXML private Button theme;
  @FXML private MenuButton person;
  @FXML private Avatar avatar;
  @FXML private MenuItem who;
  @FXML private MenuItem otherBranch;
  @FXML private MenuItem signOut;
  @FXML private Label branch;
  @FXML private Chip open;
  @FXML private Label clock;
  @FXML private Chip connection;
  @FXML private HBox banner;
  @FXML private Label bannerText;
  @FXML private Button connectNow;
  @FXML private StackPane place;

  DeskView(Desk desk, ShellModel shell, Texts texts, Ticker ticker, FileDesk files) {
    this.desk = desk;
    this.shell = shell;
    this.texts = texts;
    this.ticker = ticker;
    this.files = files;
    this.times = new Times(texts, ZoneId.of(desk.branch().zone()));
    this.root = Fxml.load(this, texts, BorderPane.class);
    logo.getChildren().add(Icon.RESTAURANT.node());
    var bindings = new Bindings(root);
    sideBar(bindings);
    personMenu();
    topBar(bindings);
    bindings.follow(desk.connection(), state -> showConnection());
    bindings.follow(desk.attempt(), tries -> showConnection());
    bindings.follow(desk.screen(), this::show);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::functionKey);
  }

  Parent node() {
    return root;
  }

  private void sideBar(Bindings bindings) {
    described(inbox, Icon.CHATS, "nav.inbox");
    described(orders, Icon.ORDERS, "nav.orders");
    described(assistant, Icon.SETTINGS, "nav.assistant");
    described(channel, Icon.BELL, "nav.channel");
    described(theme, Icon.DARK, "shell.theme");
    language.setTooltip(new Tooltip(texts.of("shell.language")));
    language.setAccessibleText(texts.of("shell.language"));
    visible(inboxPlace, desk.seesInbox());
    inbox.setOnAction(click -> goTo(Desk.Screen.INBOX));
    orders.setOnAction(click -> goTo(Desk.Screen.ORDERS));
    visible(assistantPlace, desk.assistant().mayLook());
    assistant.setOnAction(click -> goTo(Desk.Screen.ASSISTANT));
    visible(channelPlace, desk.channel().mayLook());
    channel.setOnAction(click -> goTo(Desk.Screen.CHANNEL));
    bindings.follow(desk.channel().unseen(), count -> showChannelBadge());
    bindings.followList(desk.merges().proposals(), this::showChannelBadge);
    alarmPlace
        .getChildren()
        .add(new AlarmBanner(desk.channel(), texts, () -> goTo(Desk.Screen.CHANNEL)));
    language.setOnAction(click -> shell.language().set(shell.language().get().other()));
    theme.setOnAction(click -> shell.theme().set(shell.theme().get().other()));
    bindings.follow(shell.theme(), this::showTheme);
    bindings.follow(desk.inbox().waiting(), count -> badge(inboxBadge, count.intValue()));
    bindings.follow(desk.orders().waiting(), count -> badge(ordersBadge, count.intValue()));
  }

  private void described(Labeled button, Icon icon, String words) {
    button.setGraphic(icon.node());
    button.setTooltip(new Tooltip(texts.of(words)));
    button.setAccessibleText(texts.of(words));
  }

  private void showTheme(Theme now) {
    theme.setGraphic((now == Theme.LIGHT ? Icon.DARK : Icon.LIGHT).node());
  }

  /// What nobody has looked at, and what nobody has decided.
  private void showChannelBadge() {
    badge(channelBadge, desk.channel().unseen().get() + desk.merges().proposals().size());
  }

  private static void badge(Label badge, int count) {
    badge.setText(count > 99 ? "99" : Integer.toString(count));
    badge.setVisible(count > 0);
  }

  private void personMenu() {
    avatar.show(desk.staff().id(), desk.staff().name());
    person.setAccessibleText(desk.staff().name());
    who.setText(
        DisplayText.line(desk.staff().name()) + "  ·  " + texts.of("role", desk.staff().role()));
    otherBranch.setGraphic(Icon.BRANCH.node());
    signOut.setGraphic(Icon.SIGN_OUT.node());
    otherBranch.setOnAction(click -> shell.chooseBranch());
    signOut.setOnAction(click -> shell.signOut());
  }

  private void topBar(Bindings bindings) {
    branch.setText(texts.name(desk.branch().name()));
    branch.setGraphic(Icon.BRANCH.node());
    boolean isOpen = desk.branch().open();
    open.show(
        texts.of(isOpen ? "branch.open" : "branch.closed"),
        isOpen ? Chip.Tone.GOOD : Chip.Tone.NEUTRAL);
    bindings.follow(ticker.now(), now -> clock.setText(times.clock(now)));
    connectNow.setOnAction(click -> desk.connectNow());
  }

  private void showConnection() {
    ConnectionState state = desk.connection().get();
    boolean online = state == ConnectionState.ONLINE;
    int tries = desk.attempt().get();
    connection.show(
        texts.of("connection", state),
        online ? Chip.Tone.GOOD : Chip.Tone.LATE,
        online ? Icon.DONE : Icon.OFFLINE);
    // The very first connecting is no loss yet.
    visible(banner, !online && tries > 0);
    bannerText.setGraphic(Icon.OFFLINE.node());
    bannerText.setText(texts.of("banner.lost", Integer.toString(tries)));
  }

  private void show(Desk.Screen screen) {
    inbox.setSelected(screen == Desk.Screen.INBOX);
    orders.setSelected(screen == Desk.Screen.ORDERS);
    assistant.setSelected(screen == Desk.Screen.ASSISTANT);
    channel.setSelected(screen == Desk.Screen.CHANNEL);
    place
        .getChildren()
        .setAll(
            switch (screen) {
              case INBOX -> new InboxView(desk.inbox(), texts, times, ticker, files).node();
              case ORDERS -> new OrderBoardView(desk.orders(), texts, times, ticker).node();
              case ASSISTANT ->
                  new AssistantView(
                          desk.assistant(),
                          new BubbleTools(texts, times, desk.inbox().media(), files),
                          ticker)
                      .node();
              case CHANNEL ->
                  new ChannelView(desk.channel(), desk.merges(), texts, times, ticker).node();
            });
  }

  private void goTo(Desk.Screen screen) {
    desk.screen().set(screen);
    inbox.setSelected(desk.screen().get() == Desk.Screen.INBOX);
    orders.setSelected(desk.screen().get() == Desk.Screen.ORDERS);
    assistant.setSelected(desk.screen().get() == Desk.Screen.ASSISTANT);
    channel.setSelected(desk.screen().get() == Desk.Screen.CHANNEL);
  }

  private void functionKey(KeyEvent key) {
    if (key.getCode() == KeyCode.F1 && desk.seesInbox()) {
      goTo(Desk.Screen.INBOX);
    } else if (key.getCode() == KeyCode.F2) {
      goTo(Desk.Screen.ORDERS);
    } else if (key.getCode() == KeyCode.F8 && desk.assistant().mayLook()) {
      goTo(Desk.Screen.ASSISTANT);
    } else if (key.getCode() == KeyCode.F9 && desk.channel().mayLook()) {
      goTo(Desk.Screen.CHANNEL);
    }
  }

  private static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
