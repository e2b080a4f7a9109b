package com.crmres.server.ordering.cart;

import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.List;

/// What keeps a line from being sold as it is, and what the customer is asked for it.
sealed interface LineQuestion {

  /// The group in which he has to choose.
  ModifierGroup group();

  /// Whether there is anything to choose from.
  default boolean canBeAnswered() {
    return group().options().stream().anyMatch(ModifierOption::available);
  }

  /// Nothing, or not enough, of the group was chosen, and nothing is standard.
  record Missing(ModifierGroup group) implements LineQuestion {}

  /// More was chosen than the group allows.
  record TooMany(ModifierGroup group) implements LineQuestion {}

  /// An option is not left.
  ///
  /// @param alternatives what the group has left besides
  record Unavailable(ModifierGroup group, ModifierOption option, List<ModifierOption> alternatives)
      implements LineQuestion {
    public Unavailable {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public boolean canBeAnswered() {
      return !alternatives.isEmpty();
    }
  }
}
