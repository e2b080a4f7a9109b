package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.media.FileDesk;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// The inbox: the list of conversations beside the open thread and its customer.
public final class InboxView {

  /// Typing pauses this long before the server is asked.
  private static final Duration SEARCH_PAUSE = Duration.millis(300);

  private static final double ROOM_FOR_CUSTOMER = 1180;

  private final InboxModel model;
  private final Texts texts;
  private final Times times;
  private final HBox root;
  private final ObjectProperty<Instant> now;
  private boolean refreshing;

  @FXML private ToggleGroup filters;
  @FXML private ToggleButton all;
  @FXML private ToggleButton waiting;
  @FXML private ToggleButton mine;
  @FXML private ToggleButton assistant;
  @FXML private Label waitingBadge;
  @FXML private CustomTextField search;
  @FXML private ListView<ConversationSummary> conversations;
  @FXML private ListFace face;
  @FXML private StackPane threadPlace;
  @FXML private StackPane customerPlace;

  /// @param side what stands beside the thread
  public InboxView(
      InboxModel model, SideModels side, Texts texts, Times times, Ticker ticker, FileDesk files) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.now = new SimpleObjectProperty<>(ticker.instant());
    this.root = Fxml.load(this, texts, HBox.class);
    var bindings = new Bindings(root);
    list(bindings);
    filter(bindings);
    searchBox();
    var thread =
        new ThreadView(model.thread(), new BubbleTools(texts, times, model.media(), files), ticker);
    threadPlace.getChildren().add(thread.node());
    keys(thread);
    var sideView = new SideView(model, side, texts, times, ticker, thread::jumpTo);
    customerPlace.getChildren().add(sideView.node());
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (sideView.heard(key)) {
            key.consume();
          }
        });
    root.widthProperty().subscribe(width -> makeRoom(width.doubleValue()));
    bindings.follow(ticker.now(), now::set);
  }

  public Parent node() {
    return root;
  }

  private void keys(ThreadView thread) {
    new InboxKeys(model.thread(), thread::beginWriting).listenOn(conversations);
    InboxKeys.search(root, search);
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (thread.heard(key)) {
            key.consume();
          }
        });
    conversations.setOnMouseClicked(click -> thread.beginWriting());
  }

  private void makeRoom(double width) {
    boolean room = width >= ROOM_FOR_CUSTOMER;
    customerPlace.setVisible(room);
    customerPlace.setManaged(room);
  }

  private void list(Bindings bindings) {
    conversations.setItems(model.conversations());
    conversations.setCellFactory(list -> new ConversationCell(model, texts, times, now));
    conversations.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    bindings.followList(model.conversations(), this::selectOpenOne);
    bindings.follow(model.thread().conversation(), open -> selectOpenOne());
    bindings.follow(
        model.waiting(),
        count -> {
          waitingBadge.setText(count.toString());
          waitingBadge.setVisible(count.intValue() > 0);
        });
    face.follow(bindings, model.state(), texts, "inbox.empty", conversations, model::reload);
  }

  private void selected(@Nullable ConversationSummary conversation) {
    if (conversation != null && !refreshing) {
      model.open(conversation);
    }
  }

  /// The list was renewed: what is open stays selected, wherever it stands now.
  private void selectOpenOne() {
    refreshing = true;
    try {
      int at = indexOfOpenOne();
      if (at < 0) {
        conversations.getSelectionModel().clearSelection();
      } else {
        conversations.getSelectionModel().clearAndSelect(at);
      }
    } finally {
      refreshing = false;
    }
  }

  private int indexOfOpenOne() {
    ConversationSummary open = model.thread().conversation().get();
    for (int i = 0; open != null && i < model.conversations().size(); i++) {
      if (model.conversations().get(i).id().equals(open.id())) {
        return i;
      }
    }
    return -1;
  }

  private void filter(Bindings bindings) {
    Map<InboxFilter, ToggleButton> buttons =
        new EnumMap<>(
            Map.of(
                InboxFilter.ALL, all,
                InboxFilter.WAITING, waiting,
                InboxFilter.MINE, mine,
                InboxFilter.ASSISTANT, assistant));
    buttons.forEach((wanted, button) -> button.setOnAction(click -> model.filter().set(wanted)));
    bindings.follow(
        model.filter(),
        wanted -> filters.selectToggle(Objects.requireNonNull(buttons.get(wanted))));
    // A second click on the chosen one must not leave none chosen.
    filters
        .selectedToggleProperty()
        .subscribe(chosen -> {
          if (chosen == null) {
            filters.selectToggle(buttons.get(model.filter().get()));
          }
        });
  }

  private void searchBox() {
    search.setLeft(Icon.SEARCH.node());
    search.setText(model.search().get());
    var pause = new PauseTransition(SEARCH_PAUSE);
    pause.setOnFinished(over -> searchFor(search.getText()));
    search.textProperty().subscribe((before, words) -> pause.playFromStart());
    search.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ESCAPE) {
        search.clear();
      }
    });
  }

  private void searchFor(String words) {
    if (!words.equals(model.search().get())) {
      model.search().set(words);
      model.searchNow();
    }
  }
}
