package com.crmres.server.assistant.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer says in a situation, and what must come of it.
///
/// @param cart what is in the cart before
/// @param pending what we asked last; null if nothing is open
/// @param said messages of one burst
record OrderCase(
    String id,
    String dialect,
    String menu,
    List<String> tags,
    List<Line> cart,
    @Nullable Pending pending,
    @JsonProperty("last_order") List<Line> lastOrder,
    List<Line> usual,
    List<String> said,
    Expected expect) {

  OrderCase {
    dialect = dialect == null ? "-" : dialect;
    tags = copy(tags);
    cart = copy(cart);
    lastOrder = copy(lastOrder);
    usual = copy(usual);
    said = copy(said);
  }

  /// One line of a cart or of an earlier order.
  ///
  /// @param line its name within the case
  /// @param quantity 1 where it is left out
  record Line(
      @Nullable String line,
      String item,
      @Nullable Integer quantity,
      List<String> options,
      @Nullable String person,
      @Nullable String note) {
    Line {
      options = copy(options);
    }

    int count() {
      return quantity == null ? 1 : quantity;
    }
  }

  /// What we asked last.
  record Pending(
      String type,
      @Nullable String line,
      @Nullable String group,
      List<String> items,
      @Nullable Integer quantity) {
    Pending {
      items = copy(items);
    }
  }

  /// What must come of it.
  ///
  /// @param lines the whole cart afterwards; null where it is not compared
  /// @param ask which of these we must ask
  /// @param askQuantity whether we must ask how many
  /// @param unknown dishes that we must say we do not have
  /// @param proposes other proposals
  record Expected(
      @Nullable List<Line> lines,
      List<String> ask,
      @JsonProperty("ask_quantity") boolean askQuantity,
      List<String> unknown,
      List<String> proposes) {
    Expected {
      lines = lines == null ? null : List.copyOf(lines);
      ask = copy(ask);
      unknown = copy(unknown);
      proposes = copy(proposes);
    }
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
