package com.crmres.common.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer has ordered so far, counted over the orders that the reader may see.
///
/// @param orders how many came to which end
/// @param worth what he really paid for orders that were handed over to him, less what went back
/// @param basket what an order that was handed over cost on average; null before the first one
/// @param firstAt when his first order was placed, whatever became of it
/// @param lastAt the same of his last one
/// @param favourites the dishes he orders most, at most five
/// @param branch where he orders most; null if nothing came of any order
/// @param way how he usually gets it
public record CustomerFigures(
    UUID customerId,
    Ends orders,
    Money worth,
    @Nullable Money basket,
    @Nullable Instant firstAt,
    @Nullable Instant lastAt,
    List<Favourite> favourites,
    @Nullable UsualBranch branch,
    @Nullable UsualWay way) {

  public CustomerFigures {
    favourites = List.copyOf(favourites);
  }

  /// How many orders came to which end.
  ///
  /// @param open that have not come to an end yet; a delivery that failed is one of them
  /// @param delivered that were handed over
  public record Ends(int open, int delivered, int cancelled, int rejected, int expired) {}

  /// A dish that he orders again and again.
  ///
  /// @param name as it was called when he ordered it last
  /// @param orders in how many orders
  /// @param pieces how many of it in all
  /// @param choices how he wants it, the most frequent first, at most three
  public record Favourite(
      UUID itemId, LocalizedText name, int orders, int pieces, List<Choice> choices) {
    public Favourite {
      choices = List.copyOf(choices);
    }
  }

  /// A size, an option, or something left out.
  ///
  /// @param orders in how many of the orders of the dish
  public record Choice(LocalizedText name, int orders) {}

  /// The branch at which most of his orders were placed.
  public record UsualBranch(UUID branchId, int orders) {}

  /// The way most of his orders went.
  public record UsualWay(Fulfilment fulfilment, int orders) {}
}
