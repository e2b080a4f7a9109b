package com.crmres.server.assistant.embedded;

import static com.crmres.server.assistant.embedded.EmbeddedMind.change;

import com.crmres.server.assistant.Proposal;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes proposals of what was read about items.
final class Drafts {

  /// More than these of one item may be a slip of the finger.
  private static final int MOST_USUAL = 20;

  private final List<Word> words;
  private final Burst burst;

  Drafts(List<Word> words, Burst burst) {
    this.words = words;
    this.burst = burst;
  }

  List<Proposal> proposals(Draft draft) {
    return switch (draft.wish) {
      case TELL_PRICE -> List.of(new Proposal.TellPrice(itemIds(draft)));
      case ADD -> add(draft);
      case REMOVE ->
          draft.line == null ? List.of() : List.of(change(new CartCommand.Remove(draft.line.id())));
      case CHANGE -> changes(draft);
    };
  }

  private static List<UUID> itemIds(Draft draft) {
    return draft.items.stream().map(MenuItem::id).toList();
  }

  private List<Proposal> add(Draft draft) {
    int quantity = draft.quantity == null ? 1 : draft.quantity;
    List<UUID> options = List.copyOf(draft.take);
    if (draft.items.size() > 1 || !draft.sure) {
      return List.of(new Proposal.AskWhich(itemIds(draft), quantity, options));
    }
    UUID item = draft.items.getFirst().id();
    if (isUnusual(quantity)) {
      return List.of(new Proposal.AskQuantity(item, quantity, options));
    }
    return List.of(
        change(
            new CartCommand.Add(
                item, quantity, options, note(draft), draft.person, evidence(draft))));
  }

  private static boolean isUnusual(int quantity) {
    return quantity < 1 || quantity > MOST_USUAL;
  }

  static @Nullable String note(Draft draft) {
    return draft.notes.isEmpty() ? null : Notes.shortened(joined(draft));
  }

  private static String joined(Draft draft) {
    return String.join("، ", draft.notes);
  }

  /// The words from which the wish was read.
  private @Nullable Evidence evidence(Draft draft) {
    if (draft.to <= draft.from || draft.to > words.size()) {
      return null;
    }
    return burst.evidence(words.get(draft.from).start(), words.get(draft.to - 1).end());
  }

  private static List<Proposal> changes(Draft draft) {
    if (draft.line == null) {
      return List.of();
    }
    UUID line = draft.line.id();
    if (draft.quantity != null && draft.quantity == 0) {
      return List.of(change(new CartCommand.Remove(line)));
    }
    List<Proposal> changes = new ArrayList<>();
    if (!draft.take.isEmpty() || !draft.leave.isEmpty()) {
      changes.add(
          change(
              new CartCommand.ChangeOptions(
                  line, List.copyOf(draft.take), List.copyOf(draft.leave))));
    }
    if (draft.quantity != null && isUnusual(draft.quantity)) {
      changes.add(
          new Proposal.AskQuantity(draft.line.itemId(), draft.quantity, draft.line.optionIds()));
    } else if (draft.quantity != null && draft.quantity != draft.line.quantity()) {
      changes.add(change(new CartCommand.ChangeQuantity(line, draft.quantity)));
    }
    if (!draft.notes.isEmpty()) {
      String name = draft.items.getFirst().name().ar();
      changes.add(change(new CartCommand.AddNote(Notes.shortened(name + ": " + joined(draft)))));
    }
    return changes;
  }
}
