package com.crmres.server.menu;

import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A dish or drink with the choices it leaves.
///
/// @param aliases other names people use for it, in any language
/// @param price of the smallest choice, VAT inside
/// @param available whether the branch sells it now
/// @param sku our code of it in catalogues outside; null if it is in none
/// @param prices where its price comes from
/// @param photo id of its picture
/// @param calories per portion; null if unknown
/// @param absence why it is not available, where that is known
public record MenuItem(
    UUID id,
    LocalizedText name,
    LocalizedText description,
    List<String> aliases,
    Money price,
    boolean available,
    List<ModifierGroup> groups,
    @Nullable String sku,
    Prices prices,
    @Nullable UUID photo,
    @Nullable Integer calories,
    List<String> allergens,
    @Nullable Absence absence) {

  public MenuItem {
    aliases = List.copyOf(aliases);
    groups = List.copyOf(groups);
    allergens = List.copyOf(allergens);
  }

  /// An item of which nothing more is known.
  public MenuItem(
      UUID id,
      LocalizedText name,
      LocalizedText description,
      List<String> aliases,
      Money price,
      boolean available,
      List<ModifierGroup> groups,
      @Nullable String sku) {
    this(
        id,
        name,
        description,
        aliases,
        price,
        available,
        groups,
        sku,
        Prices.BASE,
        null,
        null,
        List.of(),
        null);
  }

  /// An item that is in no catalogue outside.
  public MenuItem(
      UUID id,
      LocalizedText name,
      LocalizedText description,
      List<String> aliases,
      Money price,
      boolean available,
      List<ModifierGroup> groups) {
    this(id, name, description, aliases, price, available, groups, null);
  }

  /// An option of the item, be it asked at once or only after another one was taken.
  public Optional<ModifierOption> option(UUID optionId) {
    return options(groups).filter(option -> option.id().equals(optionId)).findFirst();
  }

  /// Every group of the item, those that an option brings along included.
  public Stream<ModifierGroup> allGroups() {
    return groups(groups);
  }

  /// Every option of the item, those that are asked only after another one was taken included, and
  /// how else each may be had.
  public Stream<ModifierOption> options() {
    return options(groups);
  }

  public Optional<ModifierGroup> sizes() {
    return groups.stream().filter(group -> group.kind() == ModifierGroup.Kind.SIZE).findFirst();
  }

  /// What it costs by a way of getting the order; null for none chosen yet.
  public Money price(@Nullable PriceTag way) {
    Prices.Priced own = way == null ? null : prices.byWay().get(way);
    return own == null ? price : own.price();
  }

  private static Stream<ModifierGroup> groups(List<ModifierGroup> groups) {
    return groups.stream()
        .flatMap(group ->
            Stream.concat(
                Stream.of(group),
                group.options().stream().flatMap(option -> groups(option.nested()))));
  }

  private static Stream<ModifierOption> options(List<ModifierGroup> groups) {
    return groups(groups).flatMap(group -> group.choices().stream());
  }
}
