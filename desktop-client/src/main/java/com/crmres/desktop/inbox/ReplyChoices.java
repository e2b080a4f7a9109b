package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.FilledReply;
import com.crmres.common.menu.MenuDetails;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.PickModel;
import com.crmres.desktop.ui.PickOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Asks what shall go into the composer: a ready reply, or a dish, which may go into the cart
/// instead.
final class ReplyChoices {

  private final InboxModel model;
  private final SideModels side;
  private final Texts texts;

  ReplyChoices(InboxModel model, SideModels side, Texts texts) {
    this.model = model;
    this.side = side;
    this.texts = texts;
  }

  /// @param use puts the words into the composer
  void readyReply(Consumer<FilledReply> use) {
    ConversationSummary open = model.thread().conversation().get();
    if (open != null) {
      model
          .choice()
          .ask(
              new PickModel.Question(
                  texts.of("ready.title"),
                  texts.of("ready.prompt"),
                  texts.of("ready.empty"),
                  () -> model.readyReplies(open.id()).stream().map(one -> ready(one, use)).toList(),
                  words -> List.of()));
    }
  }

  private PickOption ready(FilledReply one, Consumer<FilledReply> use) {
    return PickOption.of(
            "ready-" + one.shortcut(),
            DisplayText.leftToRight("/" + one.shortcut()),
            Icon.READY_REPLY,
            () -> use.accept(one))
        .withDetail(one.text().replaceAll("\\s+", " "))
        .foundBy(one.shortcut());
  }

  /// @param use puts the words into the composer; the other way goes into the cart
  void dish(Consumer<String> use) {
    model
        .choice()
        .ask(
            new PickModel.Question(
                texts.of("dish.title"),
                texts.of("dish.prompt"),
                texts.of("dish.empty"),
                () ->
                    model.menu().categories().stream()
                        .flatMap(category -> category.items().stream())
                        .map(item -> dish(item, use))
                        .toList(),
                words -> List.of()));
  }

  private PickOption dish(MenuDetails.Item item, Consumer<String> use) {
    String name = texts.name(item.name());
    String price = DisplayText.money(item.price(), texts);
    PickOption option =
        PickOption.of(
                "dish-" + item.id(),
                name,
                item.available() ? Icon.PRODUCT : Icon.SOLD_OUT,
                () -> use.accept(name + " – " + item.price().text()))
            .withDetail(item.available() ? price : texts.of("dish.gone", price))
            .foundBy(item.name().ar() + " " + item.name().en());
    return item.available() && side.cart().mayChange()
        ? option.or(texts.of("dish.cart"), Icon.CART, () -> putInCart(item.id()))
        : option;
  }

  private void putInCart(UUID item) {
    side.tab().set(SideModels.Tab.CART);
    side.cart().want(item);
  }
}
