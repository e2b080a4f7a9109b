package com.crmres.desktop.shell;

import com.crmres.common.restaurant.BranchMode;
import com.crmres.common.restaurant.BranchState;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Ticker;
import java.time.Instant;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The bar above every screen: branch, figures of the queue, the time, the connection.
final class TopBar {

  private final Desk desk;
  private final Texts texts;
  private final Times times;
  private final HBox root;

  @FXML private Label branch;
  @FXML private Chip open;
  @FXML private Button palette;
  @FXML private Chip queue;
  @FXML private Chip late;
  @FXML private Chip chats;
  @FXML private Chip silent;
  @FXML private Chip kept;
  @FXML private Button bell;
  @FXML private Label bellBadge;
  @FXML private Label clock;
  @FXML private Chip connection;

  TopBar(Desk desk, Texts texts, Times times, Ticker ticker, DeskHands hands) {
    this.desk = desk;
    this.texts = texts;
    this.times = times;
    this.root = Fxml.load(this, texts, HBox.class);
    branch.setText(texts.name(desk.branch().name()));
    branch.setGraphic(Icon.BRANCH.node());
    palette.setGraphic(Icon.SEARCH.node());
    palette.setText(texts.of("palette.button"));
    palette.setFocusTraversable(false);
    palette.setOnAction(click -> hands.palette().run());
    bell.setGraphic(Icon.BELL.node());
    bell.setFocusTraversable(false);
    bell.setTooltip(new Tooltip(texts.of("news.head")));
    bell.setOnAction(click -> hands.news().run());
    var bindings = new Bindings(root);
    bindings.follow(desk.alerts().unseen(), count -> showUnseen(count.intValue()));
    bindings.followList(desk.kept().queue().kept(), this::showKept);
    bindings.follow(desk.branchState(), this::showState);
    bindings.follow(ticker.now(), this::showTime);
    bindings.followList(desk.orders().all(), () -> showQueue(ticker.instant()));
    bindings.follow(desk.inbox().waiting(), count -> showChats(count.intValue()));
    bindings.follow(desk.connection(), this::showConnection);
    bindings.follow(desk.alerts().dumb(), dumb -> showSilence());
    bindings.follow(desk.habits().habits(), habits -> showSilence());
  }

  Parent node() {
    return root;
  }

  private void showTime(Instant now) {
    clock.setText(times.clock(now));
    showQueue(now);
  }

  private void showState(@Nullable BranchState state) {
    boolean takes = state == null ? desk.branch().open() : state.open();
    BranchMode mode = state == null ? BranchMode.ONLINE : state.mode();
    Instant until = state == null ? null : state.until();
    String ends = until == null ? "" : times.clock(until);
    switch (mode) {
      case BUSY -> open.show(texts.of("branch.busy", ends), Chip.Tone.DUE, Icon.CLOCK);
      case PAUSED -> open.show(texts.of("branch.paused", ends), Chip.Tone.LATE, Icon.STANDBY);
      case ONLINE ->
          open.show(
              texts.of(takes ? "branch.open" : "branch.closed"),
              takes ? Chip.Tone.GOOD : Chip.Tone.NEUTRAL);
    }
  }

  private void showQueue(Instant now) {
    int underWay = desk.orders().underWay();
    int behind = desk.orders().late(now);
    queue.show(
        texts.of("figures.queue", Integer.toString(underWay)), Chip.Tone.NEUTRAL, Icon.ORDERS);
    if (behind == 0) {
      late.hide();
    } else {
      late.show(texts.of("figures.late", Integer.toString(behind)), Chip.Tone.LATE, Icon.WARNING);
    }
  }

  private void showChats(int count) {
    if (desk.seesInbox() && count > 0) {
      chats.show(texts.of("figures.chats", Integer.toString(count)), Chip.Tone.DUE, Icon.CHATS);
    } else {
      chats.hide();
    }
  }

  private void showUnseen(int count) {
    bellBadge.setText(count > 99 ? "99" : Integer.toString(count));
    bellBadge.setVisible(count > 0);
    bell.setAccessibleText(texts.of("news.bell", Integer.toString(count)));
  }

  private void showKept() {
    int count = desk.kept().queue().kept().size();
    if (count > 0) {
      kept.show(texts.of("figures.kept", Integer.toString(count)), Chip.Tone.DUE, Icon.QUEUED);
    } else {
      kept.hide();
    }
  }

  private void showSilence() {
    boolean muted = desk.habits().habits().get().muted();
    if (muted || desk.alerts().dumb().get()) {
      silent.show(texts.of(muted ? "figures.muted" : "figures.dumb"), Chip.Tone.DUE, Icon.MUTED);
    } else {
      silent.hide();
    }
  }

  private void showConnection(ConnectionState state) {
    boolean online = state == ConnectionState.ONLINE;
    // The banner says it in words, and the bar needs its place.
    String words = texts.of("connection", state);
    connection.setAccessibleText(words);
    connection.show(
        state == ConnectionState.LOST ? "" : words,
        online ? Chip.Tone.GOOD : Chip.Tone.LATE,
        online ? Icon.DONE : Icon.OFFLINE);
  }
}
