package com.crmres.server.assistant.desk;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Puts the branch that a customer names before the dishes he wants of it: otherwise the dishes
/// would choose a branch, and his might come too late.
final class BranchFirst {

  private BranchFirst() {}

  static List<Proposal> of(List<Proposal> proposals) {
    int named = first(proposals, BranchFirst::namesBranch);
    int wanted = first(proposals, BranchFirst::dependsOnBranch);
    if (named < 0 || wanted < 0 || named < wanted) {
      return proposals;
    }
    List<Proposal> ordered = new ArrayList<>(proposals);
    ordered.add(wanted, ordered.remove(named));
    return ordered;
  }

  private static boolean namesBranch(CartCommand command) {
    return command instanceof CartCommand.ChooseBranch;
  }

  private static boolean dependsOnBranch(CartCommand command) {
    return command instanceof CartCommand.Add
        || (command instanceof CartCommand.ChooseFulfilment(Fulfilment way)
            && way == Fulfilment.PICKUP);
  }

  private static int first(List<Proposal> proposals, Predicate<CartCommand> wanted) {
    for (int i = 0; i < proposals.size(); i++) {
      if (proposals.get(i) instanceof Proposal.ChangeCart(CartCommand command)
          && wanted.test(command)) {
        return i;
      }
    }
    return -1;
  }
}
