package com.crmres.server.assistant.embedded;

import static com.crmres.server.assistant.embedded.EmbeddedMind.change;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads answers to what we asked about one item: which of several, and how many.
final class Answers {

  private final MenuIndex menu;
  private final Turn turn;
  private final List<Tag> tags;
  private final Evidence evidence;

  /// @param evidence all that was said
  Answers(MenuIndex menu, Turn turn, List<Tag> tags, Evidence evidence) {
    this.menu = menu;
    this.turn = turn;
    this.tags = tags;
    this.evidence = evidence;
  }

  /// What the customer answered; empty if he said something else.
  Optional<Proposal> to(@Nullable PendingQuestion pending, OrderReader.Order order) {
    if (order.drafts().size() > 1) {
      return Optional.empty();
    }
    return switch (pending) {
      case PendingQuestion.WhichItem asked -> narrowed(asked, order);
      case PendingQuestion.HowMany asked -> counted(asked, order);
      case null, default -> Optional.empty();
    };
  }

  private Optional<Proposal> narrowed(PendingQuestion.WhichItem asked, OrderReader.Order order) {
    Draft draft = order.drafts().isEmpty() ? null : order.drafts().getFirst();
    List<UUID> meant = draft == null ? List.of() : meant(asked, draft);
    boolean yes = has("YES") && asked.itemIds().size() == 1;
    UUID id =
        ordinal(asked.itemIds())
            .orElse(meant.size() == 1 ? meant.getFirst() : yes ? asked.itemIds().getFirst() : null);
    int quantity = draft == null || draft.quantity == null ? asked.quantity() : draft.quantity;
    List<UUID> options = new ArrayList<>(asked.optionIds());
    if (draft != null) {
      options.addAll(draft.take);
    }
    if (id != null) {
      return Optional.of(add(id, quantity, options, draft));
    }
    return meant.size() > 1
        ? Optional.of(new Proposal.AskWhich(meant, quantity, options))
        : Optional.empty();
  }

  private static List<UUID> meant(PendingQuestion.WhichItem asked, Draft draft) {
    return draft.items.stream().map(MenuItem::id).filter(asked.itemIds()::contains).toList();
  }

  private Optional<UUID> ordinal(List<UUID> ids) {
    for (int i = 1; i <= Math.min(3, ids.size()); i++) {
      if (has("ORD:" + i)) {
        return Optional.of(ids.get(i - 1));
      }
    }
    return has("ORD:-1") ? Optional.of(ids.getLast()) : Optional.empty();
  }

  private boolean has(String value) {
    return tags.stream().anyMatch(tag -> tag.means(value));
  }

  private Proposal add(UUID itemId, int quantity, List<UUID> options, @Nullable Draft draft) {
    List<UUID> own =
        menu.item(itemId)
            .map(item -> options.stream().filter(id -> item.option(id).isPresent()).toList())
            .orElse(List.of());
    String note = draft == null ? null : Drafts.note(draft);
    String person = draft == null ? null : draft.person;
    return change(new CartCommand.Add(itemId, quantity, own, note, person, evidence));
  }

  /// A number alone, or "yes" to the one we doubted.
  private Optional<Proposal> counted(PendingQuestion.HowMany asked, OrderReader.Order order) {
    boolean other =
        order.drafts().stream()
            .anyMatch(
                draft -> draft.items.stream().noneMatch(item -> item.id().equals(asked.itemId())));
    List<Double> numbers = tags.stream().map(Tag::number).filter(Objects::nonNull).toList();
    Integer quantity =
        numbers.size() == 1
            ? Integer.valueOf(numbers.getFirst().intValue())
            : tags.stream().anyMatch(tag -> tag.isOf("yes"))
                ? Integer.valueOf(asked.quantity())
                : null;
    return other || quantity == null || quantity < 1
        ? Optional.empty()
        : Optional.of(setTo(asked, quantity));
  }

  /// So many in all, if the cart has such a line already.
  private Proposal setTo(PendingQuestion.HowMany asked, int quantity) {
    return turn.cart().lines().stream()
        .filter(line -> isSame(line, asked))
        .findFirst()
        .map(line -> change(new CartCommand.ChangeQuantity(line.id(), quantity)))
        .orElseGet(() -> add(asked.itemId(), quantity, asked.optionIds(), null));
  }

  private static boolean isSame(CartLine line, PendingQuestion.HowMany asked) {
    return line.itemId().equals(asked.itemId())
        && new HashSet<>(line.optionIds()).equals(new HashSet<>(asked.optionIds()));
  }
}
