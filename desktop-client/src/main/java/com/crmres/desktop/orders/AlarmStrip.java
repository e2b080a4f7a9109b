package com.crmres.desktop.orders;

import com.crmres.common.ordering.AlarmRung;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Ticker;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Below every screen while new orders call: which, for how long, and the way to silence.
public final class AlarmStrip extends HBox {

  private static final PseudoClass LOUD = PseudoClass.getPseudoClass("loud");
  private static final int MOST = 4;

  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final Label words = new Label();

  /// Leads to the board by `look`.
  public AlarmStrip(AlarmModel model, Texts texts, Times times, Ticker ticker, Runnable look) {
    super(12);
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    setId("orderAlarm");
    setAlignment(Pos.CENTER);
    getStyleClass().addAll("banner", "order-alarm");
    words.setGraphic(Icon.ALARM.node());
    getChildren()
        .addAll(
            words,
            button("orderAlarmLook", texts.of("alarm.look"), look),
            button("orderAlarmSeen", texts.of("alarm.seen"), model::acknowledge));
    var bindings = new Bindings(this);
    bindings.follow(model.ringing(), ringing -> show(ringing));
    bindings.follow(ticker.now(), now -> show(model.ringing().get()));
  }

  private static Button button(String id, String words, Runnable act) {
    var button = new Button(words);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setOnAction(click -> act.run());
    return button;
  }

  private void show(AlarmModel.@Nullable Ringing ringing) {
    setVisible(ringing != null);
    setManaged(ringing != null);
    if (ringing == null) {
      return;
    }
    pseudoClassStateChanged(LOUD, ringing.rung().compareTo(AlarmRung.LOUD) >= 0);
    String numbers =
        ringing.orders().stream()
            .limit(MOST)
            .map(order -> DisplayText.leftToRight("#" + order.number()))
            .collect(Collectors.joining("  "));
    words.setText(
        texts.of(
            ringing.orders().size() == 1 ? "alarm.one" : "alarm.many",
            numbers,
            DisplayText.leftToRight(times.waiting(ringing.since(), ticker.instant())),
            Integer.toString(ringing.orders().size())));
  }
}
