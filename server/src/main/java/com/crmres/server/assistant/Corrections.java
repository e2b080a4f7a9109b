package com.crmres.server.assistant;

import com.crmres.common.assistant.Intent;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A mind that reads an edited message as a correction: it proposes what the new words change in
/// what was made of the old ones, so that nothing is ordered twice (trap 22).
public final class Corrections implements Mind {

  private final Mind mind;

  public Corrections(Mind mind) {
    this.mind = mind;
  }

  @Override
  public Reading read(Turn turn) {
    List<Turn.Said> anew = new ArrayList<>();
    List<Proposal> corrected = new ArrayList<>();
    for (Turn.Said said : turn.said()) {
      Turn.Correction correction = said.corrects();
      List<Proposal> difference =
          correction == null ? List.of() : difference(turn, correction.before(), said.content());
      if (difference.isEmpty()) {
        anew.add(said);
      }
      corrected.addAll(difference);
    }
    return corrected.isEmpty() ? mind.read(turn) : together(turn, corrected, anew);
  }

  private Reading together(Turn turn, List<Proposal> corrected, List<Turn.Said> anew) {
    Reading rest = mind.read(turn.saying(anew.isEmpty() ? turn.said() : anew));
    List<Proposal> proposals = new ArrayList<>(corrected);
    if (!anew.isEmpty()) {
      proposals.addAll(rest.proposals());
    }
    return rest.proposing(proposals, Intent.CHANGE_ORDER);
  }

  /// What the new words change; empty where neither old nor new ones order anything, so that the
  /// message is answered as if it were new.
  private List<Proposal> difference(Turn turn, MessageContent before, MessageContent now) {
    List<Proposal> old = alone(turn, before);
    List<Proposal> wanted = alone(turn, now);
    if (adds(old).isEmpty()) {
      return List.of();
    }
    List<Proposal> proposals = new Difference(turn.cart(), adds(old)).to(adds(wanted));
    wanted.stream()
        .filter(proposal -> !old.contains(proposal) && !isAdd(proposal))
        .forEach(proposals::add);
    return proposals.isEmpty() ? List.of(new Proposal.ReadBack()) : proposals;
  }

  /// What one message proposes by itself, said to an empty cart.
  private List<Proposal> alone(Turn turn, MessageContent content) {
    Cart cart = turn.cart();
    Cart empty =
        new Cart(
            cart.id(),
            cart.version(),
            cart.branchId(),
            cart.fulfilment(),
            cart.destination(),
            cart.contactPhone(),
            cart.note(),
            List.of(),
            cart.readBackVersion());
    Turn said =
        turn.saying(List.of(new Turn.Said(turn.conversationId(), content))).withUnasked(empty);
    return mind.read(said).proposals();
  }

  private static boolean isAdd(Proposal proposal) {
    return proposal instanceof Proposal.ChangeCart(CartCommand.Add _);
  }

  private static List<CartCommand.Add> adds(List<Proposal> proposals) {
    List<CartCommand.Add> adds = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (proposal instanceof Proposal.ChangeCart(CartCommand.Add add)) {
        adds.add(add);
      }
    }
    return adds;
  }

  /// The way from what was ordered to what is ordered now, on the lines that the cart still has.
  private static final class Difference {

    private final List<CartLine> lines;
    private final List<CartCommand.Add> ordered;
    private final List<Proposal> proposals = new ArrayList<>();

    Difference(Cart cart, List<CartCommand.Add> ordered) {
      this.lines = new ArrayList<>(cart.lines());
      this.ordered = new ArrayList<>(ordered);
    }

    List<Proposal> to(List<CartCommand.Add> wanted) {
      wanted.forEach(this::want);
      for (CartCommand.Add old : ordered) {
        lineOf(old.itemId()).ifPresent(line -> count(line, line.quantity() - old.quantity()));
      }
      return proposals;
    }

    private void want(CartCommand.Add add) {
      Optional<CartCommand.Add> old =
          ordered.stream().filter(other -> other.itemId().equals(add.itemId())).findFirst();
      old.ifPresent(ordered::remove);
      Optional<CartLine> line = old.flatMap(other -> lineOf(other.itemId()));
      if (old.isEmpty() || line.isEmpty()) {
        propose(add);
        return;
      }
      count(line.get(), line.get().quantity() - old.get().quantity() + add.quantity());
      choose(line.get(), old.get().optionIds(), add.optionIds());
    }

    private void choose(CartLine line, List<UUID> before, List<UUID> now) {
      List<UUID> take = now.stream().filter(id -> !before.contains(id)).toList();
      List<UUID> leave = before.stream().filter(id -> !now.contains(id)).toList();
      if (!take.isEmpty() || !leave.isEmpty()) {
        propose(new CartCommand.ChangeOptions(line.id(), take, leave));
      }
    }

    private void count(CartLine line, int quantity) {
      if (quantity < 1) {
        propose(new CartCommand.Remove(line.id()));
      } else if (quantity != line.quantity()) {
        propose(new CartCommand.ChangeQuantity(line.id(), quantity));
      }
    }

    /// Each line stands for one order of its item.
    private Optional<CartLine> lineOf(UUID itemId) {
      Optional<CartLine> found =
          lines.stream().filter(line -> line.itemId().equals(itemId)).findFirst();
      found.ifPresent(lines::remove);
      return found;
    }

    private void propose(CartCommand command) {
      proposals.add(new Proposal.ChangeCart(command));
    }
  }
}
