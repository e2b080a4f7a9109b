package com.crmres.server.assistant.desk;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Tap;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The questions we ask, each with what can be tapped for an answer.
final class Questions {

  /// As many as a line may have.
  private static final int MOST_OF_ONE = 50;

  private final Menu offered;
  private final MenuCard card;
  private final Facts facts;
  private final Voice voice;

  Questions(Menu offered, MenuCard card, Facts facts, Voice voice) {
    this.offered = offered;
    this.card = card;
    this.facts = facts;
    this.voice = voice;
  }

  Answer.Question start(String text) {
    return new Answer.Question(
        text,
        List.of(
            new Answer.Choice(new Tap.Browse(0), voice.say("button.menu")),
            new Answer.Choice(new Tap.AskForStaff(), voice.say("button.staff"))),
        null,
        null);
  }

  Answer.Question pick(String text, List<MenuItem> items, int quantity, List<UUID> options) {
    List<UUID> ids = items.stream().map(MenuItem::id).toList();
    PendingQuestion pending = new PendingQuestion.WhichItem(ids, quantity, options);
    List<Answer.Choice> rows =
        items.stream().limit(Fit.ROWS).map(item -> card.row(item, quantity, options)).toList();
    return items.size() > 1
        ? new Answer.Question(text, rows, voice.say("which.open"), pending)
        : new Answer.Question(
            text,
            List.of(
                new Answer.Choice(rows.getFirst().tap(), voice.say("button.yes")),
                new Answer.Choice(new Tap.Browse(0), voice.say("button.menu"))),
            null,
            pending);
  }

  /// Which items were meant, of all that are unclear; what is answered in words is about the first.
  Answer.Question which(List<Proposal.AskWhich> unclear) {
    Proposal.AskWhich first = unclear.getFirst();
    List<MenuItem> items = card.items(first.itemIds());
    if (items.size() == 1) {
      String name = voice.in(items.getFirst().name());
      return pick(voice.say("which.one", name), items, first.quantity(), first.optionIds());
    }
    List<Answer.Choice> rows =
        unclear.stream().flatMap(which -> rows(which).stream()).limit(Fit.ROWS).toList();
    return new Answer.Question(
        voice.say("which"),
        rows,
        voice.say("which.open"),
        new PendingQuestion.WhichItem(first.itemIds(), first.quantity(), first.optionIds()));
  }

  private List<Answer.Choice> rows(Proposal.AskWhich which) {
    return card.items(which.itemIds()).stream()
        .map(item -> card.row(item, which.quantity(), which.optionIds()))
        .toList();
  }

  /// How many: what was said, if the rules would have it, or a few.
  Answer.Question howMany(MenuItem item, int quantity, List<UUID> options) {
    List<Integer> offered =
        quantity > 3 && quantity <= MOST_OF_ONE ? List.of(quantity, 1, 2) : List.of(1, 2, 3);
    return new Answer.Question(
        voice.say("how_many", voice.in(item.name())),
        offered.stream()
            .map(number ->
                new Answer.Choice(
                    new Tap.Pick(item.id(), number, options), voice.say("how_many.this", number)))
            .toList(),
        null,
        new PendingQuestion.HowMany(item.id(), quantity, options));
  }

  Answer.Question of(CartResult.Question question) {
    return switch (question) {
      case CartResult.Question.Choose(UUID lineId, UUID itemId, UUID groupId) ->
          choose(lineId, itemId, groupId);
      case CartResult.Question.HowToGet _ -> howToGet();
      case CartResult.Question.WhichBranch(List<UUID> branchIds) -> whichBranch(branchIds);
      case CartResult.Question.WhereTo _ -> place("where_to");
      case CartResult.Question.WhichPin _ -> place("which_pin");
      case CartResult.Question.OutOfReach _ -> outOfReach();
      case CartResult.Question.TooLittle(Money minimum, Money missing) ->
          tooLittle(minimum, missing);
      case CartResult.Question.WhichPhone _ ->
          new Answer.Question(
              voice.say("which_phone"), List.of(), null, new PendingQuestion.WhichPhone());
    };
  }

  private Answer.Question place(String key) {
    return new Answer.Question(voice.say(key), List.of(), null, new PendingQuestion.WhereTo());
  }

  private Answer.Question outOfReach() {
    return new Answer.Question(
        voice.say("out_of_reach"),
        List.of(new Answer.Choice(new Tap.Get(Fulfilment.PICKUP), voice.say("button.pickup"))),
        null,
        new PendingQuestion.WhereTo());
  }

  private Answer.Question tooLittle(Money minimum, Money missing) {
    return new Answer.Question(
        voice.say("too_little", voice.money(minimum), voice.money(missing)),
        List.of(
            new Answer.Choice(new Tap.Browse(0), voice.say("button.add")),
            new Answer.Choice(new Tap.Get(Fulfilment.PICKUP), voice.say("button.pickup"))),
        null,
        new PendingQuestion.AnythingElse());
  }

  private Answer.Question choose(UUID lineId, UUID itemId, UUID groupId) {
    MenuItem item = offered.item(itemId).orElseThrow();
    return item.groups().stream()
        .filter(group -> group.id().equals(groupId))
        .findFirst()
        .map(group -> card.choose(item, group, lineId))
        .orElseThrow();
  }

  private Answer.Question howToGet() {
    return new Answer.Question(
        voice.say("how_to_get"),
        List.of(
            new Answer.Choice(new Tap.Get(Fulfilment.PICKUP), voice.say("button.pickup")),
            new Answer.Choice(new Tap.Get(Fulfilment.DELIVERY), voice.say("button.delivery")),
            new Answer.Choice(new Tap.Browse(0), voice.say("button.add"))),
        null,
        new PendingQuestion.HowToGet());
  }

  /// Which of the free times.
  Answer.Question times(String text, Cart cart, UUID branchId, List<Instant> free) {
    List<Answer.Choice> choices =
        free.stream()
            .map(at ->
                new Answer.Choice(
                    new Tap.When(cart.id(), at.getEpochSecond()), facts.time(branchId, at)))
            .toList();
    return new Answer.Question(
        text,
        choices,
        choices.size() <= Fit.BUTTONS ? null : voice.say("times.open"),
        new PendingQuestion.WhichTime());
  }

  private Answer.Question whichBranch(List<UUID> ids) {
    List<Answer.Choice> choices =
        ids.stream()
            .flatMap(id -> facts.branch(id).stream())
            .limit(Fit.ROWS)
            .map(branch ->
                new Answer.Choice(
                    new Tap.At(branch.id()), voice.in(branch.name()), voice.in(branch.address())))
            .toList();
    return new Answer.Question(
        voice.say("which_branch"),
        choices,
        choices.size() <= Fit.BUTTONS ? null : voice.say("which_branch.open"),
        new PendingQuestion.WhichBranch());
  }
}
