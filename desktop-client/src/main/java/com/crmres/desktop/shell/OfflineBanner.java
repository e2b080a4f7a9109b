package com.crmres.desktop.shell;

import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Ticker;
import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Over every screen while there is no network: since when, how old what is shown is, how much is
/// kept. It cannot be closed.
final class OfflineBanner extends HBox {

  private final Desk desk;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final Label words = new Label();

  OfflineBanner(Desk desk, Texts texts, Times times, Ticker ticker, Runnable openNews) {
    super(14);
    this.desk = desk;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    setId("connectionBanner");
    setAlignment(Pos.CENTER);
    getStyleClass().add("banner");
    words.setId("connectionBannerText");
    words.setGraphic(Icon.OFFLINE.node());
    words.setWrapText(true);
    getChildren()
        .addAll(
            words,
            button("connectNow", "banner.now", desk::connectNow),
            button("showKept", "banner.kept", openNews));
    var bindings = new Bindings(this);
    bindings.follow(desk.lostAt(), since -> show());
    bindings.follow(desk.attempt(), tries -> show());
    bindings.follow(ticker.now(), now -> show());
    bindings.followList(desk.kept().queue().kept(), this::show);
  }

  private Button button(String id, String key, Runnable act) {
    var button = new Button(texts.of(key));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setOnAction(click -> act.run());
    return button;
  }

  private void show() {
    @Nullable Instant since = desk.lostAt().get();
    setVisible(since != null);
    setManaged(since != null);
    if (since != null) {
      Duration age = Duration.between(since, ticker.instant());
      words.setText(
          texts.of(
              "banner.lost",
              times.clock(since),
              times.span(age.isNegative() ? Duration.ZERO : age),
              Integer.toString(desk.kept().queue().kept().size()),
              Integer.toString(desk.attempt().get())));
    }
  }
}
