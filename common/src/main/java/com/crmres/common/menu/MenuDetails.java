package com.crmres.common.menu;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The menu of one branch.
public record MenuDetails(UUID branchId, List<Category> categories) {
  public MenuDetails {
    categories = List.copyOf(categories);
  }

  /// Items that stand together.
  public record Category(UUID id, LocalizedText name, List<Item> items) {
    public Category {
      items = List.copyOf(items);
    }
  }

  /// One dish or drink.
  ///
  /// @param price of the smallest size, VAT inside
  /// @param available whether this branch sells it now
  /// @param why why it does not; null if it does
  /// @param until when it will again, as far as is known
  /// @param photo id of its picture
  /// @param source where its price comes from
  /// @param groups its choices, if they were asked for
  public record Item(
      UUID id,
      LocalizedText name,
      Money price,
      boolean available,
      @Nullable AbsenceReason why,
      @Nullable Instant until,
      @Nullable UUID photo,
      @Nullable PriceSource source,
      List<Group> groups) {

    public Item {
      groups = Lists.orEmpty(groups);
    }

    /// An item without choices and pictures.
    public Item(UUID id, LocalizedText name, Money price, boolean available) {
      this(id, name, price, available, null, null, null, null, List.of());
    }
  }

  /// Choices of an item.
  ///
  /// @param min at least so many in all, an option taken twice counted twice
  /// @param max at most so many in all
  /// @param rules what else holds; the plain rules where a server tells none
  public record Group(
      UUID id,
      GroupKind kind,
      LocalizedText name,
      int min,
      int max,
      @Nullable GroupRules rules,
      List<Option> options) {
    public Group {
      options = Lists.orEmpty(options);
    }

    /// The rules, plain or not.
    public GroupRules ruled() {
      return rules == null ? GroupRules.PLAIN : rules;
    }
  }

  /// One choice.
  ///
  /// @param standard taken when nothing is said
  /// @param nested what is asked when it is taken
  /// @param ways how else it may be had
  public record Option(
      UUID id,
      LocalizedText name,
      Money price,
      boolean standard,
      boolean available,
      @Nullable AbsenceReason why,
      @Nullable Instant until,
      List<Group> nested,
      List<Way> ways) {
    public Option {
      nested = Lists.orEmpty(nested);
      ways = Lists.orEmpty(ways);
    }
  }

  /// How else an option may be had.
  ///
  /// @param id what stands for it among the options of an order
  public record Way(
      UUID id, PreModifier preModifier, LocalizedText name, Money price, boolean available) {}
}
