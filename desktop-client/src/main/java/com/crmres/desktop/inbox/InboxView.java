package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.media.FileDesk;
import com.crmres.desktop.search.SearchView;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.PickSheet;
import com.crmres.desktop.ui.Ticker;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
  private final Choices choices;
  private final StackPane root;
  private final ObjectProperty<Instant> now;
  private final ThreadView thread;
  private final SearchView found;
  private final Set<ConversationCell> cells = new HashSet<>();
  private boolean refreshing;

  @FXML private HBox head;
  @FXML private Label waitingBadge;
  @FXML private CustomTextField search;
  @FXML private VBox tabsPlace;
  @FXML private StackPane listPlace;
  @FXML private StackPane list;
  @FXML private ListView<ConversationSummary> conversations;
  @FXML private ListFace face;
  @FXML private StackPane bulkPlace;
  @FXML private StackPane threadPlace;
  @FXML private StackPane customerPlace;

  /// @param side what stands beside the thread
  public InboxView(
      InboxModel model, SideModels side, Texts texts, Times times, Ticker ticker, FileDesk files) {
    this.model = model;
    this.texts = texts;
    this.now = new SimpleObjectProperty<>(ticker.instant());
    this.choices = new Choices(model, texts, times, ticker::instant);
    HBox panes = Fxml.load(this, texts, HBox.class);
    var errands = new ErrandMenu(model, choices, texts);
    this.thread =
        new ThreadView(
            model.thread(),
            new BubbleTools(texts, times, model.media(), files),
            ticker,
            new ReplyChoices(model, side, texts),
            errands);
    this.found = new SearchView(model.search(), texts, times, ticker, model::open);
    // What was being chosen was worded in the language of another view.
    model.choice().close();
    this.root = new StackPane(panes, new PickSheet(model.choice(), texts, this::backToWork));
    var bindings = new Bindings(root);
    list(bindings, times, errands);
    around(bindings, times, files);
    searchBox(bindings);
    threadPlace.getChildren().add(thread.node());
    keys();
    var sideView = new SideView(model, side, texts, times, ticker, thread::jumpTo, files::browse);
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

  /// Tabs and tools above the list, errands with several below it.
  private void around(Bindings bindings, Times times, FileDesk files) {
    var tabs = new TabStrip(model, texts);
    tabs.follow(bindings);
    var tools = new ListTools(model, choices, texts);
    tools.follow(bindings);
    head.getChildren().add(tools.buttons());
    tabsPlace.getChildren().addAll(tabs, tools.narrowedBar());
    bindings.follow(
        model.search().searching(),
        searching -> {
          tabsPlace.setVisible(!searching);
          tabsPlace.setManaged(!searching);
        });
    var bulk = new BulkBar(model, choices, texts, times, files);
    bulk.follow(bindings);
    bulkPlace.getChildren().add(bulk);
    bindings.followSet(model.picked().ids(), () -> cells.forEach(ConversationCell::showPicked));
  }

  private void keys() {
    var hands =
        new InboxKeys.Hands(
            search::requestFocus, this::wander, thread::beginWriting, thread::beginNote);
    new InboxKeys(model, choices, hands).listenOn(root, conversations);
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (!model.choice().open().get() && thread.heard(key)) {
            key.consume();
          }
        });
    conversations.setOnMouseClicked(click -> {
      if (!click.isShortcutDown() && !click.isShiftDown()) {
        thread.beginWriting();
      }
    });
  }

  /// The keyboard goes back to where somebody writes.
  private void backToWork() {
    if (model.thread().conversation().get() == null) {
      conversations.requestFocus();
    } else {
      thread.backToWriting();
    }
  }

  private void wander(int step) {
    int size = model.conversations().size();
    if (size > 0) {
      int at = indexOfOpenOne();
      int next = at < 0 ? 0 : Math.clamp(at + (long) step, 0, size - 1);
      model.open(model.conversations().get(next));
      conversations.scrollTo(Math.max(0, next - 2));
    }
  }

  private void makeRoom(double width) {
    boolean room = width >= ROOM_FOR_CUSTOMER;
    customerPlace.setVisible(room);
    customerPlace.setManaged(room);
  }

  private void list(Bindings bindings, Times times, ErrandMenu errands) {
    conversations.setItems(model.conversations());
    conversations.setCellFactory(rows -> {
      var cell = new ConversationCell(model, texts, times, now, errands);
      cells.add(cell);
      return cell;
    });
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
    listPlace.getChildren().add(found.node());
    bindings.follow(model.search().searching(), searching -> list.setVisible(!searching));
  }

  private void selected(@Nullable ConversationSummary conversation) {
    // The list chooses again what is open already, each time that its row was renewed.
    if (conversation != null && !refreshing && !isOpen(conversation)) {
      model.open(conversation);
    }
  }

  private boolean isOpen(ConversationSummary conversation) {
    ConversationSummary open = model.thread().conversation().get();
    return open != null && open.id().equals(conversation.id());
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

  private void searchBox(Bindings bindings) {
    search.setLeft(Icon.SEARCH.node());
    search.setAccessibleText(texts.of("inbox.search"));
    search.setText(model.search().words().get());
    var pause = new PauseTransition(SEARCH_PAUSE);
    pause.setOnFinished(over -> searchFor(search.getText()));
    search.textProperty().subscribe((before, words) -> pause.playFromStart());
    bindings.follow(
        model.search().words(),
        words -> {
          if (!words.equals(search.getText())) {
            search.setText(words);
          }
        });
    search.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ESCAPE) {
        model.search().leave();
      } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
        pause.stop();
        searchFor(search.getText());
        found.enter();
        key.consume();
      }
    });
  }

  private void searchFor(String words) {
    if (!words.equals(model.search().words().get())) {
      model.search().words().set(words);
      model.search().search();
    }
  }
}
