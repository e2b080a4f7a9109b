package com.crmres.server.assistant;

import com.crmres.common.conversation.Language;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurant;
import java.util.List;

/// Renders what is true of a restaurant now, a line each.
@FunctionalInterface
public interface FactLines {

  /// Of a house that tells nothing of itself.
  FactLines NONE = _ -> List.of();

  List<String> of(Wish wish);

  /// Of whom, and in which language.
  record Wish(Restaurant restaurant, List<Branch> branches, Language language) {
    public Wish {
      branches = List.copyOf(branches);
    }
  }
}
