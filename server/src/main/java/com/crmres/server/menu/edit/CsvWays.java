package com.crmres.server.menu.edit;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.menu.PreModifierRule;
import com.crmres.common.menu.SalesChannel;
import com.crmres.common.money.Money;
import com.crmres.common.wire.WireName;
import com.crmres.server.http.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The ways of a thing in one cell of a table, with a bar between them: where a group is offered,
/// and how else an option may be had: `no|extra=3.00|light`.
final class CsvWays {

  private CsvWays() {}

  static String written(Set<SalesChannel> channels) {
    return channels.stream().map(WireName::wireName).collect(Collectors.joining("|"));
  }

  static String written(List<PreModifierRule> rules) {
    return rules.stream().map(CsvWays::written).collect(Collectors.joining("|"));
  }

  private static String written(PreModifierRule rule) {
    Money price = rule.price();
    return price == null ? rule.kind().wireName() : rule.kind().wireName() + "=" + price.text();
  }

  static Set<SalesChannel> channels(CsvRow row) {
    Set<SalesChannel> channels = EnumSet.noneOf(SalesChannel.class);
    for (String word : row.words(CsvColumns.CHANNELS)) {
      named(row, CsvColumns.CHANNELS, SalesChannel.class, word).ifPresent(channels::add);
    }
    return channels;
  }

  static List<PreModifierRule> preModifiers(CsvRow row) {
    List<PreModifierRule> rules = new ArrayList<>();
    for (String entry : row.words(CsvColumns.PRE_MODIFIERS)) {
      String[] parts = entry.split("=", 2);
      Money price = parts.length == 1 ? null : row.money(CsvColumns.PRE_MODIFIERS, parts[1]);
      named(row, CsvColumns.PRE_MODIFIERS, PreModifier.class, parts[0])
          .ifPresent(kind -> rules.add(new PreModifierRule(kind, price)));
    }
    return List.copyOf(rules);
  }

  private static <E extends Enum<E> & WireName> Optional<E> named(
      CsvRow row, String column, Class<E> type, String word) {
    try {
      return Optional.of(WireName.parse(type, word.strip().toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      row.fault(column, Rule.CHOICE);
      return Optional.empty();
    }
  }
}
