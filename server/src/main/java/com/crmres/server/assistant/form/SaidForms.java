package com.crmres.server.assistant.form;

import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A mind that puts what another one read onto the ways in which the menu lets options be had:
/// "extra cheese" is that choice where the option allows it, and no note any more.
public final class SaidForms implements Mind {

  private static final String BETWEEN_NOTES = "، ";

  private final Mind mind;

  public SaidForms(Mind mind) {
    this.mind = mind;
  }

  @Override
  public Reading read(Turn turn) {
    Reading reading = mind.read(turn);
    Spans spans = new Spans(turn, reading.proposals());
    List<Proposal> proposals =
        reading.proposals().stream().map(proposal -> heard(proposal, turn, spans)).toList();
    return proposals.equals(reading.proposals())
        ? reading
        : reading.proposing(proposals, reading.intent());
  }

  private static Proposal heard(Proposal proposal, Turn turn, Spans spans) {
    return switch (proposal) {
      case Proposal.ChangeCart(CartCommand.Add add) ->
          new Proposal.ChangeCart(heard(add, turn, spans));
      case Proposal.ChangeCart(CartCommand.ChangeOptions change) ->
          new Proposal.ChangeCart(heard(change, turn));
      case Proposal.ChangeCart(CartCommand.AddNote(String note)) ->
          new Proposal.ChangeCart(heard(note, turn));
      default -> proposal;
    };
  }

  private static CartCommand heard(CartCommand.Add add, Turn turn, Spans spans) {
    MenuItem item = turn.menu().item(add.itemId()).filter(SaidForms::hasForms).orElse(null);
    if (item == null) {
      return add;
    }
    FormWords words = new FormWords(item);
    List<String> notes = parts(add.note());
    List<ModifierOption> forms = new ArrayList<>();
    Stream.concat(notes.stream(), spans.of(add.evidence()).stream())
        .flatMap(text -> words.in(text).forms().stream())
        .filter(form -> isNew(form, forms))
        .forEach(forms::add);
    return new CartCommand.Add(
        add.itemId(),
        add.quantity(),
        taking(add.optionIds(), forms),
        joined(notes.stream().filter(note -> !words.in(note).isAll()).toList()),
        add.person(),
        add.evidence());
  }

  /// Only what was read as taken is taken in another way: which line the rest is about, the other
  /// mind knows.
  private static CartCommand heard(CartCommand.ChangeOptions change, Turn turn) {
    MenuItem item = item(turn, change.lineId()).filter(SaidForms::hasForms).orElse(null);
    if (item == null) {
      return change;
    }
    List<ModifierOption> forms =
        new FormWords(item)
            .in(Spans.said(turn)).forms().stream()
                .filter(form -> change.take().contains(form.plainId()))
                .toList();
    return new CartCommand.ChangeOptions(
        change.lineId(), taking(change.take(), forms), change.leave());
  }

  /// A wish about a line that has it: "Burger: no onion" changes the burger.
  private static CartCommand heard(String note, Turn turn) {
    for (CartLine line : turn.cart().lines().reversed()) {
      MenuItem item = turn.menu().item(line.itemId()).filter(SaidForms::hasForms).orElse(null);
      String name = item == null ? "" : item.name().ar() + ": ";
      if (item != null && note.startsWith(name)) {
        FormWords words = new FormWords(item);
        List<FormWords.Heard> heard =
            parts(note.substring(name.length())).stream().map(words::in).toList();
        return heard.stream().allMatch(FormWords.Heard::isAll)
            ? new CartCommand.ChangeOptions(
                line.id(),
                heard.stream()
                    .flatMap(one -> one.forms().stream())
                    .map(ModifierOption::id)
                    .toList(),
                List.of())
            : new CartCommand.AddNote(note);
      }
    }
    return new CartCommand.AddNote(note);
  }

  private static Optional<MenuItem> item(Turn turn, UUID lineId) {
    return turn.cart().lines().stream()
        .filter(line -> line.id().equals(lineId))
        .findFirst()
        .flatMap(line -> turn.menu().item(line.itemId()));
  }

  private static boolean hasForms(MenuItem item) {
    return item.options().anyMatch(option -> option.form() != null);
  }

  private static boolean isNew(ModifierOption form, List<ModifierOption> known) {
    return known.stream().noneMatch(other -> other.plainId().equals(form.plainId()));
  }

  /// An option that is wanted in a way of its own is not wanted as it is besides.
  private static List<UUID> taking(List<UUID> options, List<ModifierOption> forms) {
    List<UUID> taken = new ArrayList<>(options);
    forms.forEach(form -> taken.removeIf(id -> id.equals(form.plainId())));
    forms.forEach(form -> taken.add(form.id()));
    return taken.stream().distinct().count() == taken.size() || forms.isEmpty()
        ? taken
        : taken.stream().distinct().toList();
  }

  private static List<String> parts(@Nullable String note) {
    return note == null ? List.of() : List.of(note.split(BETWEEN_NOTES));
  }

  private static @Nullable String joined(List<String> notes) {
    return notes.isEmpty() ? null : String.join(BETWEEN_NOTES, notes);
  }
}
