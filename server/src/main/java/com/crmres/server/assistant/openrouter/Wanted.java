package com.crmres.server.assistant.openrouter;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Evidence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns what a model wants of an item into a command: options by their handles, and every free
/// word only as the customer wrote it.
final class Wanted {

  private final Handles handles;
  private final Quotes quotes;
  private final Masking masking;

  Wanted(Handles handles, Quotes quotes, Masking masking) {
    this.handles = handles;
    this.quotes = quotes;
    this.masking = masking;
  }

  Verdict add(JsonNode arguments, Evidence evidence) {
    Optional<MenuItem> item = handles.item(arguments.path("item_id").asText());
    if (item.isEmpty()) {
      return Calls.rule("NO_SUCH_ITEM");
    }
    List<UUID> options = new ArrayList<>();
    List<String> wishes = new ArrayList<>();
    Verdict fault = choose(item.get(), arguments, options, wishes);
    if (fault != null) {
      return fault;
    }
    said(arguments.path("note"), evidence).ifPresent(wishes::add);
    // What is standard is left out of lines.
    options.removeIf(id -> item.get().option(id).map(ModifierOption::standard).orElse(false));
    return Calls.change(
        new CartCommand.Add(
            item.get().id(),
            arguments.path("qty").asInt(),
            options,
            wishes.isEmpty() ? null : cut(String.join(", ", wishes)),
            person(arguments.path("person"), evidence),
            evidence));
  }

  Verdict change(CartLine line, JsonNode arguments) {
    Optional<MenuItem> item = handles.item(handles.ofItem(line.itemId()));
    if (item.isEmpty()) {
      return Calls.rule("LINE_NOT_ON_MENU");
    }
    List<UUID> take = new ArrayList<>();
    List<String> wishes = new ArrayList<>();
    Verdict fault = choose(item.get(), arguments, take, wishes);
    if (fault != null) {
      return fault;
    }
    List<UUID> leave = new ArrayList<>();
    for (JsonNode handle : arguments.path("take_out")) {
      Optional<ModifierOption> option = optionOf(item.get(), handle.asText());
      if (option.isEmpty()) {
        return Calls.rule("NO_SUCH_OPTION");
      }
      leave.add(option.get().id());
    }
    return take.isEmpty() && leave.isEmpty()
        ? Calls.rule("NOTHING_CHANGED")
        : Calls.change(new CartCommand.ChangeOptions(line.id(), take, leave));
  }

  /// Collects options and, of what is left out, what no option covers.
  ///
  /// @return what is wrong; null if nothing is
  private @Nullable Verdict choose(
      MenuItem item, JsonNode arguments, List<UUID> options, List<String> wishes) {
    List<String> named = new ArrayList<>();
    if (arguments.path("size_id").isTextual()) {
      named.add(arguments.path("size_id").asText());
    }
    arguments.path("options").forEach(option -> named.add(option.asText()));
    for (String handle : named) {
      Optional<ModifierOption> option = optionOf(item, handle);
      if (option.isEmpty()) {
        return Calls.rule("NO_SUCH_OPTION");
      }
      addOnce(options, option.get());
    }
    for (JsonNode left : arguments.path("without")) {
      Optional<ModifierOption> option = without(item, left.asText());
      if (option.isPresent()) {
        addOnce(options, option.get());
      } else if (!leftOut(left.asText(), wishes)) {
        return Calls.rule("NO_SUCH_INGREDIENT");
      }
    }
    return null;
  }

  private static void addOnce(List<UUID> options, ModifierOption option) {
    if (!options.contains(option.id())) {
      options.add(option.id());
    }
  }

  private Optional<ModifierOption> optionOf(MenuItem item, String handle) {
    return handles.option(handle).flatMap(option -> item.option(option.id()));
  }

  /// The option that leaves something out, by its handle or by what it leaves out.
  Optional<ModifierOption> without(MenuItem item, String named) {
    Optional<ModifierOption> byHandle = optionOf(item, named);
    if (byHandle.isPresent()) {
      return byHandle;
    }
    String wanted = normal(named);
    return item.groups().stream()
        .filter(group -> group.kind() == ModifierGroup.Kind.REMOVE)
        .flatMap(group -> group.options().stream())
        .filter(option ->
            normal(option.name().ar()).endsWith(wanted)
                || normal(option.name().en()).endsWith(wanted))
        .findFirst();
  }

  private boolean leftOut(String named, List<String> wishes) {
    Optional<Evidence> said = quotes.find(masking.unmask(named));
    said.ifPresent(evidence -> wishes.add("- " + evidence.words()));
    return said.isPresent();
  }

  /// A wish goes to the kitchen in the customer's words, whatever the model made of them.
  private Optional<String> said(JsonNode note, Evidence evidence) {
    if (!note.isTextual() || note.asText().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(quotes.find(masking.unmask(note.asText())).orElse(evidence).words());
  }

  private @Nullable String person(JsonNode person, Evidence evidence) {
    if (!person.isTextual() || person.asText().isBlank()) {
      return null;
    }
    String name = masking.unmask(person.asText()).strip();
    boolean said = quotes.find(name).isPresent() || normal(evidence.words()).contains(normal(name));
    return said ? name : null;
  }

  private static String cut(String note) {
    return note.length() <= 120 ? note : note.substring(0, 120);
  }

  private static String normal(String text) {
    return Word.of(text).stream().map(Word::text).collect(Collectors.joining(" "));
  }
}
