package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.desktop.advice.AdviceWords;
import com.crmres.desktop.advice.HandoverView;
import com.crmres.desktop.advice.SuggestionModel;
import com.crmres.desktop.advice.SuggestionView;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.handling.CollisionBar;
import com.crmres.desktop.handling.NoteBox;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Avatar;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The open conversation: who it is, what was said, and what staff can do about it.
final class ThreadView {

  private static final int MOST_CHIPS = 5;
  private static final int ROOM = 80;

  private final ThreadModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final StackPane root;
  private final SuggestionView suggestion;
  private final Composer composer;
  private final RowChips chips;

  private final Consumer<UUID> jump;

  @FXML private VBox nothing;
  @FXML private StackPane nothingIcon;
  @FXML private VBox content;
  @FXML private Avatar avatar;
  @FXML private Label name;
  @FXML private Label subtitle;
  @FXML private Chip reason;
  @FXML private Button resolve;
  @FXML private Button handBack;
  @FXML private Button takeOver;
  @FXML private ListView<ThreadRow> messages;
  @FXML private ListFace face;
  @FXML private HBox hintBox;
  @FXML private StackPane hintIcon;
  @FXML private Label hint;
  @FXML private HBox failureBox;
  @FXML private Label failure;
  @FXML private TextArea reply;
  @FXML private Button send;
  @FXML private Button attach;
  @FXML private Button template;
  @FXML private HBox standby;
  @FXML private Label standbyText;
  @FXML private Chip window;
  @FXML private StackPane handoverPlace;
  @FXML private StackPane suggestionPlace;
  @FXML private HBox quoteBar;
  @FXML private HBox fileBar;
  @FXML private StackPane chipsPlace;
  @FXML private MenuButton more;
  @FXML private StackPane warningPlace;
  @FXML private StackPane pastPlace;
  @FXML private StackPane heldPlace;
  @FXML private StackPane tabsPlace;
  @FXML private StackPane notePlace;
  @FXML private VBox replyParts;
  @FXML private Button ready;
  @FXML private Button dish;

  ThreadView(
      ThreadModel model,
      BubbleTools tools,
      Ticker ticker,
      ReplyChoices choices,
      ErrandMenu errands) {
    this.model = model;
    this.texts = tools.texts();
    this.times = tools.times();
    this.ticker = ticker;
    this.root = Fxml.load(this, texts, StackPane.class);
    nothingIcon.getChildren().add(Icon.CHATS.node());
    var bindings = new Bindings(root);
    buttons(bindings);
    var scroll = new ThreadScroll(messages, model, times);
    this.jump = scroll::jumpTo;
    messages.setCellFactory(list -> new MessageCell(model, tools, ticker, scroll::jumpTo));
    bindings.followList(model.messages(), scroll::renew);
    bindings.followList(model.notes().notes(), scroll::renew);
    bindings.follow(model.sought(), scroll::lookAt);
    this.chips = new RowChips(texts, times, MOST_CHIPS, ROOM);
    this.composer = composer(bindings, choices);
    around(bindings, errands);
    handover(tools, scroll, bindings);
    face.follow(bindings, model.state(), texts, "thread.empty", messages, model::reload);
    new ReplyBox(model, reply, send, failureBox, failure, texts).follow(bindings);
    new ReplyExtras(model.writing(), tools, quoteBar, fileBar, attach).follow(bindings);
    suggestion = suggestion(tools, bindings);
    root.getChildren().add(new TemplateSheet(model.templates(), texts));
    bindings.follow(model.conversation(), this::show);
    bindings.follow(ticker.now(), this::showHint);
    // Not by the bindings: that it left the window is news as well.
    root.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .orElse(false)
        .subscribe(model::looking);
  }

  Parent node() {
    return root;
  }

  /// Shows a message, where it is among those loaded.
  void jumpTo(UUID messageId) {
    jump.accept(messageId);
  }

  /// Whether the key decided what the assistant suggests.
  boolean heard(KeyEvent key) {
    return suggestion.heard(key);
  }

  void beginWriting() {
    composer.reply();
  }

  void beginNote() {
    composer.note();
  }

  /// To whichever of both somebody was writing.
  void backToWriting() {
    composer.focus();
  }

  private Composer composer(Bindings bindings, ReplyChoices choices) {
    var note = new NoteBox(model.notes(), texts);
    note.follow(bindings);
    place(notePlace, note);
    var tabs = new Composer(model, texts, reply, replyParts, note);
    tabs.follow(bindings);
    tabsPlace.getChildren().add(tabs);
    var openers = new ReplyOpeners(model.writing(), choices, reply, texts);
    openers.listen();
    button(ready, Icon.READY_REPLY, "ready.tip", openers::readyReply);
    button(dish, Icon.PRODUCT, "dish.tip", openers::dish);
    ready.setAccessibleText(texts.of("ready.title"));
    dish.setAccessibleText(texts.of("dish.title"));
    ready.disableProperty().bind(reply.disabledProperty());
    dish.disableProperty().bind(reply.disabledProperty());
    return tabs;
  }

  /// What stands above and below the messages besides them.
  private void around(Bindings bindings, ErrandMenu errands) {
    place(chipsPlace, chips);
    more.setGraphic(Icon.MORE.node());
    more.setAccessibleText(texts.of("errand.more"));
    more.setTooltip(new Tooltip(texts.of("errand.more")));
    more.getItems().setAll(errands.items());
    visible(more, model.mayWrite());
    place(warningPlace, new CollisionBar(model.collision(), texts, bindings, model::send));
    place(pastPlace, new PastBar(model, texts, bindings));
    place(heldPlace, new HeldBar(model.writing(), texts, ticker, bindings));
  }

  /// A place without anything in it takes no room.
  private static void place(StackPane place, Node node) {
    place.getChildren().add(node);
    place.managedProperty().bind(node.managedProperty());
    place.visibleProperty().bind(node.visibleProperty());
  }

  private void handover(BubbleTools tools, ThreadScroll scroll, Bindings bindings) {
    var around = new ThreadAround(model, scroll, this::beginWriting);
    var card = new HandoverView(model.advice().handover(), around, tools, ticker);
    handoverPlace.getChildren().add(card.node());
    bindings.followList(model.messages(), card::messagesChanged);
  }

  private SuggestionView suggestion(BubbleTools tools, Bindings bindings) {
    var editing = new ComposerEditing(model.writing(), this::beginWriting);
    var panel = new SuggestionView(model.advice().suggestion(), editing, tools, ticker);
    place(suggestionPlace, panel.node());
    bindings.follow(model.advice().suggestion().face(), face -> showHint(ticker.instant()));
    bindings.follow(model.writing().corrected(), one -> showHint(ticker.instant()));
    bindings.follow(model.writing().missing(), places -> showHint(ticker.instant()));
    return panel;
  }

  private void buttons(Bindings bindings) {
    button(takeOver, Icon.TAKE_OVER, "thread.takeOver.tip", model::takeOver);
    button(handBack, Icon.HAND_BACK, "thread.handBack.tip", model::handBack);
    button(resolve, Icon.DONE, "thread.resolve.tip", model::resolve);
    button(template, Icon.TEMPLATE, "template.title", model::chooseTemplate);
    template.setAccessibleText(texts.of("template.title"));
    standbyText.setGraphic(Icon.STANDBY.node());
    bindings.follow(
        model.moving(),
        busy -> {
          takeOver.setDisable(busy);
          handBack.setDisable(busy);
          resolve.setDisable(busy);
        });
  }

  private void button(Button button, Icon icon, String tip, Runnable action) {
    button.setGraphic(icon.node());
    button.setTooltip(new Tooltip(texts.of(tip)));
    button.setOnAction(click -> action.run());
  }

  private void show(@Nullable ConversationSummary conversation) {
    nothing.setVisible(conversation == null);
    content.setVisible(conversation != null);
    if (conversation == null) {
      return;
    }
    String who = DisplayText.line(conversation.customer().name());
    avatar.show(conversation.customer().id(), who);
    name.setText(who);
    subtitle.setText(subtitle(conversation));
    showReason(conversation.reason());
    chips.show(conversation, null, ticker.instant());
    boolean may = model.mayWrite();
    visible(takeOver, may && !model.isMine());
    visible(handBack, may && model.isMine());
    visible(resolve, may && !model.isResolved());
    showHint(ticker.instant());
  }

  private String subtitle(ConversationSummary conversation) {
    String answerer = answerer(conversation);
    String phone = DisplayText.phone(conversation.customer().phone());
    return phone.isEmpty() ? answerer : phone + "  ·  " + answerer;
  }

  private String answerer(ConversationSummary conversation) {
    if (model.isStandby()) {
      return texts.of("thread.answerer.other");
    }
    if (model.assistantAnswers()) {
      return texts.of("thread.answerer.assistant");
    }
    if (model.isMine()) {
      return texts.of("thread.answerer.me");
    }
    String who = conversation.assigneeName();
    return who == null
        ? texts.of("thread.answerer.nobody")
        : texts.of("thread.answerer.staff", DisplayText.line(who));
  }

  private void showReason(@Nullable EscalationReason why) {
    if (why == null) {
      reason.hide();
    } else {
      reason.show(texts.of("escalation", why), AdviceWords.tone(why), AdviceWords.icon(why));
    }
  }

  private void showHint(Instant now) {
    ConversationSummary conversation = model.conversation().get();
    if (conversation == null) {
      return;
    }
    ServiceWindow state = model.window(now);
    boolean open = state != ServiceWindow.CLOSED;
    boolean may = model.mayWrite();
    visible(standby, model.isStandby());
    WindowChip.show(window, conversation.channel(), now, texts, times);
    reply.setDisable(!open || !may);
    boolean correcting = model.writing().corrected().get() != null;
    attach.setDisable(!open || !may || correcting);
    template.setDisable(!may);
    if (!may) {
      hint(Icon.LOCK, texts.of("thread.hint.readOnly"));
    } else if (!open) {
      boolean never = conversation.channel().windowUntil() == null;
      hint(Icon.LOCK, texts.of(never ? "thread.hint.windowNever" : "thread.hint.windowClosed"));
    } else if (!model.writing().missing().get().isEmpty()) {
      hint(
          Icon.WARNING,
          texts.of("ready.missing", String.join(" ", model.writing().missing().get())));
    } else if (correcting) {
      hint(Icon.ASSISTANT, texts.of("suggestion.correcting.hint"));
    } else if (model.assistantAnswers() && !model.isStandby() && !isSuggested()) {
      hint(Icon.ASSISTANT, texts.of("thread.hint.assistant"));
    } else {
      visible(hintBox, false);
    }
  }

  /// The panel above says who speaks next.
  private boolean isSuggested() {
    SuggestionModel.Face face = model.advice().suggestion().face().get();
    return face == SuggestionModel.Face.WAITING || face == SuggestionModel.Face.SENDING;
  }

  private void hint(Icon icon, String words) {
    if (!words.equals(hint.getText())) {
      hintIcon.getChildren().setAll(icon.node());
      hint.setText(words);
    }
    visible(hintBox, true);
  }

  private static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
