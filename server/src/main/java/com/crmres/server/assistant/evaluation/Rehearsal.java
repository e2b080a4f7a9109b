package com.crmres.server.assistant.evaluation;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.server.assistant.Desk.Served;
import com.crmres.server.assistant.House;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.desk.TrialDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One conversation at mind and desk, each turn knowing what went before.
final class Rehearsal {

  private final Mind mind;
  private final SuiteMenu menu;
  private final Conversation about;
  private final TrialDesk desk;
  private final List<Past.Earlier> earlier = new ArrayList<>();
  private Served last = new Served(List.of(), null, 0, null);
  private @Nullable Language language;
  private int made;

  Rehearsal(Mind mind, SuiteMenu menu, Conversation about) {
    this.mind = mind;
    this.menu = menu;
    this.about = about;
    this.language = about.language();
    this.desk =
        new TrialDesk(
            TrialHouse.restaurant(menu, about.manner()),
            TrialHouse.branch(menu),
            menu.menu(),
            TrialHouse.NOW,
            this::nextId);
  }

  private UUID nextId() {
    return Scene.id(about.id() + " " + made++);
  }

  /// Plays the next turn and says what is not as it must be.
  Answer next(Conversation.Exchange exchange) {
    List<MessageContent> contents = contents(exchange);
    Reading reading = mind.read(turn(contents));
    last = desk.serve(turn(contents), reading);
    language = reading.language();
    contents.forEach(content -> remember(Sender.CUSTOMER, content));
    last.answers().forEach(content -> remember(Sender.AI, content));
    return new Answer(
        last.answers().stream().map(Rehearsal::text).collect(Collectors.joining("\n")),
        Servings.of(menu, desk.cart()),
        reading.proposals().stream().map(ProposalName::of).distinct().toList(),
        last.handOver() != null,
        desk.hasOrder());
  }

  private Turn turn(List<MessageContent> contents) {
    PendingQuestion pending = last.pending();
    return new Turn(
        Scene.id("conversation"),
        contents.stream().map(content -> new Turn.Said(nextId(), content)).toList(),
        menu.menu(),
        desk.cart(),
        pending,
        language,
        last.misses(),
        List.of(
            new Turn.BranchName(
                menu.menu().branchId(), List.of(TrialHouse.BRANCH.ar(), TrialHouse.BRANCH.en()))),
        new House(TrialHouse.name(menu), about.manner(), List.of()),
        new Past(earlier, null, List.of(), null, List.of(), Past.FormOfAddress.UNKNOWN));
  }

  private List<MessageContent> contents(Conversation.Exchange exchange) {
    List<MessageContent> contents = new ArrayList<>();
    String title = exchange.tap();
    if (title != null) {
      contents.add(new MessageContent.Choice(tapped(title), title));
    }
    exchange.said().forEach(text -> contents.add(new MessageContent.Text(text)));
    return contents;
  }

  /// What the button or row is called inside; a title that is not offered taps nothing of ours.
  private String tapped(String title) {
    return last.answers().stream()
        .flatMap(Rehearsal::buttons)
        .filter(button -> button.title().equals(title))
        .map(MessageContent.Button::id)
        .findFirst()
        .orElse("not offered");
  }

  private void remember(Sender sender, MessageContent content) {
    earlier.add(new Past.Earlier(sender, content.preview(), TrialHouse.NOW));
  }

  private static Stream<MessageContent.Button> buttons(MessageContent content) {
    return switch (content) {
      case MessageContent.Buttons buttons -> buttons.buttons().stream();
      case MessageContent.Options options ->
          options.rows().stream().map(row -> new MessageContent.Button(row.id(), row.title()));
      default -> Stream.empty();
    };
  }

  /// All that the customer can read of an answer.
  private static String text(MessageContent content) {
    String titles =
        buttons(content).map(button -> "[" + button.title() + "]").collect(Collectors.joining(" "));
    return titles.isEmpty() ? content.preview() : content.preview() + "\n" + titles;
  }

  /// What came of a turn.
  record Answer(
      String reply,
      List<Serving> cart,
      List<String> proposes,
      boolean handedOver,
      boolean ordered) {

    Answer {
      cart = List.copyOf(cart);
      proposes = List.copyOf(proposes);
    }

    /// What is not as it must be.
    List<String> faults(SuiteMenu menu, Conversation.Wanted wanted) {
      List<String> faults = new ArrayList<>();
      given(wanted.replyContains())
          .filter(text -> !reply.contains(text))
          .forEach(text -> faults.add("the reply lacks '" + text + "'"));
      given(wanted.replyLacks())
          .filter(reply::contains)
          .forEach(text -> faults.add("the reply has '" + text + "'"));
      given(wanted.proposes())
          .filter(name -> !proposes.contains(name))
          .forEach(name -> faults.add("does not propose " + name));
      if (wanted.cart() != null && !Verdict.sameCart(Servings.of(menu, wanted.cart()), cart)) {
        faults.add("the cart should be " + Servings.of(menu, wanted.cart()));
      }
      if (wanted.handOver() != null && wanted.handOver() != handedOver) {
        faults.add(handedOver ? "people were called" : "people were not called");
      }
      if (wanted.ordered() != null && wanted.ordered() != ordered) {
        faults.add(ordered ? "an order was placed" : "no order was placed");
      }
      return faults;
    }

    private static Stream<String> given(@Nullable List<String> list) {
      return list == null ? Stream.empty() : list.stream();
    }
  }
}
