package com.crmres.server.assistant.openrouter;

import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Likeness;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chooses what of a menu a model is shown: all of it, or of a long one what the turn may be about,
/// by the embedded reading and by words that are alike.
final class Excerpt {

  static final int WHOLE = 150;
  private static final int MOST = 80;
  private static final double ALIKE = 0.7;

  private Excerpt() {}

  /// The handles to show, in the order of the menu's.
  static List<String> of(Turn turn, Reading own, Handles handles) {
    if (handles.items().size() <= WHOLE) {
      return List.copyOf(handles.items().keySet());
    }
    Set<String> chosen = new LinkedHashSet<>();
    meant(turn, own).map(handles::ofItem).forEach(chosen::add);
    alike(turn, handles).forEach(chosen::add);
    return handles.items().keySet().stream()
        .filter(new TreeSet<>(chosen.stream().limit(MOST).toList())::contains)
        .toList();
  }

  private static Stream<UUID> meant(Turn turn, Reading own) {
    Stream<UUID> asked =
        switch (turn.pending()) {
          case PendingQuestion.WhichItem which -> which.itemIds().stream();
          case PendingQuestion.ChooseOption choose -> Stream.of(choose.itemId());
          case null, default -> Stream.of();
        };
    return Stream.of(
            own.proposals().stream().flatMap(Excerpt::items),
            turn.cart().lines().stream().map(CartLine::itemId),
            asked,
            ordered(turn.past()))
        .flatMap(ids -> ids);
  }

  /// Of what may be repeated the changes are named, too.
  private static Stream<UUID> ordered(Past past) {
    return Stream.concat(past.orders().stream().limit(1), Stream.ofNullable(past.usual()))
        .flatMap(order -> order.lines().stream())
        .map(Past.PastOrder.Line::itemId);
  }

  private static Stream<UUID> items(Proposal proposal) {
    return switch (proposal) {
      case Proposal.ChangeCart(CartCommand.Add add) -> Stream.of(add.itemId());
      case Proposal.AskWhich which -> which.itemIds().stream();
      case Proposal.AskQuantity asked -> Stream.of(asked.itemId());
      case Proposal.TellPrice(List<UUID> ids) -> ids.stream();
      case Proposal.RecordFeedback feedback -> feedback.itemIds().stream();
      case Proposal.ChangeCart _,
          Proposal.ConfirmCart _,
          Proposal.DeclineCart _,
          Proposal.ReadBack _,
          Proposal.FillCart _,
          Proposal.Cancel _,
          Proposal.Repeat _,
          Proposal.NotOnMenu _,
          Proposal.ShowMenu _,
          Proposal.Tell _,
          Proposal.ChangeOrder _,
          Proposal.TellOrderStatus _,
          Proposal.Remember _,
          Proposal.AllowRemembering _,
          Proposal.MakeElsewhere _,
          Proposal.CallBack _,
          Proposal.HandOver _ ->
          Stream.of();
    };
  }

  private static List<String> alike(Turn turn, Handles handles) {
    List<String> said =
        turn.said().stream()
            .map(message -> Quotes.text(message.content()))
            .filter(text -> text != null)
            .flatMap(text -> Word.of(text).stream())
            .map(word -> bare(word.text()))
            .filter(word -> word.length() > 2)
            .distinct()
            .toList();
    List<Map.Entry<String, Double>> scores = new ArrayList<>();
    handles
        .items()
        .forEach((handle, item) -> {
          double score = score(item, said);
          if (score > 0) {
            scores.add(Map.entry(handle, score));
          }
        });
    scores.sort(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()));
    return scores.stream().map(Map.Entry::getKey).toList();
  }

  private static double score(MenuItem item, List<String> said) {
    Set<String> names =
        Stream.concat(Stream.of(item.name().ar(), item.name().en()), item.aliases().stream())
            .flatMap(name -> Word.of(name).stream())
            .map(word -> bare(word.text()))
            .collect(Collectors.toSet());
    return said.stream()
        .mapToDouble(word -> names.stream().mapToDouble(name -> alike(word, name)).max().orElse(0))
        .sum();
  }

  private static double alike(String word, String name) {
    if (word.equals(name)) {
      return 1;
    }
    if (name.length() < 3 || word.charAt(0) != name.charAt(0)) {
      return 0;
    }
    double likeness = Likeness.ofLetters(word, name);
    return likeness >= ALIKE ? likeness : 0;
  }

  private static String bare(String word) {
    return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
  }
}
