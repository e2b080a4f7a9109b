package com.crmres.desktop.bubble;

import com.crmres.common.conversation.Forwarded;
import com.crmres.common.conversation.MessageMarks;
import com.crmres.common.conversation.Quote;
import com.crmres.common.conversation.Referral;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.LineText;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What stands above the words of a bubble: that it was passed on, what it answers, where its
/// author came from, which product it asks about.
public final class MarksHead extends VBox {

  private static final int LONGEST = 120;

  private final Texts texts;
  private final Consumer<UUID> jump;

  /// Leads to the quoted message by `jump`.
  public MarksHead(Texts texts, Consumer<UUID> jump) {
    super(6);
    this.texts = texts;
    this.jump = jump;
  }

  public void show(MessageMarks marks) {
    getChildren().clear();
    if (marks.forwarded() != Forwarded.NO) {
      var passedOn = new Label(texts.of("marks.forwarded", marks.forwarded()), Icon.FORWARD.node());
      passedOn.getStyleClass().add("mark-line");
      getChildren().add(passedOn);
    }
    add(marks.referral(), this::referral);
    add(marks.replyTo(), this::quote);
    add(marks.product(), this::product);
    setVisible(!getChildren().isEmpty());
    setManaged(!getChildren().isEmpty());
  }

  private interface Drawing<T> {
    Node of(T mark);
  }

  private <T> void add(@Nullable T mark, Drawing<T> drawing) {
    if (mark != null) {
      getChildren().add(drawing.of(mark));
    }
  }

  private Node quote(Quote quote) {
    var who = new Label(author(quote.sender()));
    who.getStyleClass().add("quote-author");
    var words = new LineText();
    words.show(quote.preview().isBlank() ? texts.of("marks.quoted") : shortened(quote.preview()));
    var box = new Button();
    box.setGraphic(new VBox(1, who, words));
    box.getStyleClass().add("quote-box");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(texts.of("marks.jump"));
    UUID target = quote.messageId();
    // Not disabled, which would make its words faint.
    box.setMouseTransparent(target == null);
    box.setFocusTraversable(target != null);
    if (target != null) {
      box.setOnAction(click -> jump.accept(target));
    }
    return box;
  }

  private static String shortened(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private String author(@Nullable Sender sender) {
    if (sender == Sender.CUSTOMER) {
      return texts.of("marks.customer");
    }
    return texts.of(sender == null ? "marks.unknown" : "marks.us");
  }

  private Node referral(Referral referral) {
    boolean post = "post".equals(referral.source());
    var card =
        new KindCard(
            Icon.ADVERTISEMENT,
            texts.of(post ? "marks.referral.post" : "marks.referral.advertisement"));
    small(card, referral.headline());
    small(card, referral.body());
    String url = referral.url();
    if (url != null) {
      card.small(DisplayText.leftToRight(DisplayText.line(url)));
    }
    card.getStyleClass().add("referral");
    return card;
  }

  private static void small(KindCard card, @Nullable String words) {
    if (words != null) {
      card.small(DisplayText.line(words));
    }
  }

  private Node product(String sku) {
    var line =
        new Label(texts.of("marks.product", DisplayText.leftToRight(sku)), Icon.PRODUCT.node());
    line.getStyleClass().add("mark-line");
    return line;
  }
}
