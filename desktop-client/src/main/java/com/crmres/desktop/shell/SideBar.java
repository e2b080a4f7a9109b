package com.crmres.desktop.shell;

import com.crmres.common.restaurant.PrayerTime;
import com.crmres.desktop.habit.Habits;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Avatar;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Theme;
import com.crmres.desktop.ui.Ticker;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The bar at the side: which screen, in which language and look, who.
final class SideBar {

  private final Desk desk;
  private final Switches switches;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final VBox root;
  private final Map<Desk.Screen, ToggleButton> screens = new EnumMap<>(Desk.Screen.class);

  @FXML private StackPane logo;
  @FXML private ToggleButton inbox;
  @FXML private Label inboxBadge;
  @FXML private ToggleButton orders;
  @FXML private Label ordersBadge;
  @FXML private ToggleButton kitchen;
  @FXML private ToggleButton pickup;
  @FXML private ToggleButton assistant;
  @FXML private ToggleButton channel;
  @FXML private Label channelBadge;
  @FXML private VBox prayer;
  @FXML private Label prayerName;
  @FXML private Label prayerTime;
  @FXML private Label prayerLeft;
  @FXML private Button sound;
  @FXML private Button language;
  @FXML private Button theme;
  @FXML private MenuButton person;
  @FXML private Avatar avatar;
  @FXML private MenuItem who;
  @FXML private MenuItem alarmTest;
  @FXML private MenuItem shortcuts;
  @FXML private MenuItem otherBranch;
  @FXML private MenuItem signOut;

  SideBar(
      Desk desk,
      ShellModel shell,
      Texts texts,
      Times times,
      Ticker ticker,
      Runnable openShortcuts) {
    this.desk = desk;
    this.switches = new Switches(shell);
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    this.root = Fxml.load(this, texts, VBox.class);
    logo.getChildren().add(Icon.RESTAURANT.node());
    var bindings = new Bindings(root);
    screen(Desk.Screen.INBOX, inbox, Icon.CHATS, "nav.inbox");
    screen(Desk.Screen.ORDERS, orders, Icon.ORDERS, "nav.orders");
    screen(Desk.Screen.KITCHEN, kitchen, Icon.KITCHEN, "nav.kitchen");
    screen(Desk.Screen.PICKUP, pickup, Icon.SHELF, "nav.pickup");
    screen(Desk.Screen.ASSISTANT, assistant, Icon.SETTINGS, "nav.assistant");
    screen(Desk.Screen.CHANNEL, channel, Icon.BELL, "nav.channel");
    bindings.follow(desk.screen(), this::showScreen);
    badges(bindings);
    bindings.follow(desk.prayer(), next -> showPrayer());
    bindings.follow(ticker.now(), now -> showPrayer());
    switches(bindings, shell);
    personMenu(shell, openShortcuts);
  }

  Parent node() {
    return root;
  }

  private void screen(Desk.Screen screen, ToggleButton button, Icon icon, String words) {
    described(button, icon, words);
    boolean seen = desk.sees(screen);
    button.getParent().setVisible(seen);
    button.getParent().setManaged(seen);
    button.setOnAction(click -> {
      desk.screen().set(screen);
      showScreen(desk.screen().get());
    });
    screens.put(screen, button);
  }

  private void showScreen(Desk.Screen shown) {
    screens.forEach((screen, button) -> button.setSelected(screen == shown));
  }

  private void described(Labeled button, Icon icon, String words) {
    button.setGraphic(icon.node());
    button.setTooltip(new Tooltip(texts.of(words)));
    button.setAccessibleText(texts.of(words));
  }

  private void badges(Bindings bindings) {
    bindings.follow(desk.inbox().waiting(), count -> badge(inboxBadge, count.intValue()));
    bindings.follow(desk.orders().waiting(), count -> badge(ordersBadge, count.intValue()));
    bindings.follow(desk.channel().unseen(), count -> showChannelBadge());
    bindings.followList(desk.merges().proposals(), this::showChannelBadge);
  }

  /// What nobody has looked at, and what nobody has decided.
  private void showChannelBadge() {
    badge(channelBadge, desk.channel().unseen().get() + desk.merges().proposals().size());
  }

  private static void badge(Label badge, int count) {
    badge.setText(count > 99 ? "99" : Integer.toString(count));
    badge.setVisible(count > 0);
  }

  /// The next prayer at the branch, and in how long.
  private void showPrayer() {
    PrayerTime next = desk.prayer().get();
    prayer.setVisible(next != null);
    if (next == null) {
      return;
    }
    Duration left = Duration.between(ticker.instant(), next.at()).plusSeconds(59);
    String name = texts.of("prayer", next.prayer());
    String in = times.span(left.isNegative() ? Duration.ZERO : left);
    prayerName.setText(name);
    prayerTime.setText(times.clock(next.at()));
    prayerTime.setMinWidth(Region.USE_PREF_SIZE);
    prayerLeft.setText(in);
    prayer.setAccessibleText(texts.of("prayer.next", name, prayerTime.getText(), in));
  }

  private void switches(Bindings bindings, ShellModel shell) {
    described(theme, Icon.DARK, "shell.theme");
    described(sound, Icon.SOUND, "shell.sound");
    language.setTooltip(new Tooltip(texts.of("shell.language")));
    language.setAccessibleText(texts.of("shell.language"));
    language.setOnAction(click -> switches.language());
    theme.setOnAction(click -> switches.theme());
    sound.setOnAction(click -> switches.sound());
    bindings.follow(shell.theme(), this::showTheme);
    bindings.follow(shell.habits().habits(), this::showSound);
  }

  private void showTheme(Theme now) {
    theme.setGraphic((now == Theme.LIGHT ? Icon.DARK : Icon.LIGHT).node());
  }

  private void showSound(Habits habits) {
    sound.setGraphic((habits.muted() ? Icon.MUTED : Icon.SOUND).node());
  }

  private void personMenu(ShellModel shell, Runnable openShortcuts) {
    avatar.show(desk.staff().id(), desk.staff().name());
    person.setAccessibleText(desk.staff().name());
    who.setText(
        DisplayText.line(desk.staff().name()) + "  ·  " + texts.of("role", desk.staff().role()));
    alarmTest.setGraphic(Icon.ALARM.node());
    shortcuts.setGraphic(Icon.KEYBOARD.node());
    otherBranch.setGraphic(Icon.BRANCH.node());
    signOut.setGraphic(Icon.SIGN_OUT.node());
    alarmTest.setOnAction(click -> desk.alarmTest().play());
    shortcuts.setOnAction(click -> openShortcuts.run());
    otherBranch.setOnAction(click -> shell.chooseBranch());
    signOut.setOnAction(click -> shell.signOut());
  }
}
