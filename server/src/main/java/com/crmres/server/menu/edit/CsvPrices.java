package com.crmres.server.menu.edit;

import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.PriceRule;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import com.crmres.common.wire.WireName;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The prices of a thing in one cell of a table: `branch/way/day part=riyals`, one after another
/// with a bar between them, a star for any.
final class CsvPrices {

  private static final String ANY = "*";

  private final List<DayPart> dayParts;

  CsvPrices(List<DayPart> dayParts) {
    this.dayParts = dayParts;
  }

  static String written(List<PriceRule> rules) {
    return rules.stream().map(CsvPrices::written).collect(Collectors.joining("|"));
  }

  private static String written(PriceRule rule) {
    PriceTag tag = rule.tag();
    return "%s/%s/%s=%s"
        .formatted(
            Objects.requireNonNullElse(rule.branchId(), ANY),
            tag == null ? ANY : tag.wireName(),
            Objects.requireNonNullElse(rule.dayPartId(), ANY),
            rule.price().text());
  }

  List<PriceRule> read(CsvRow row) {
    List<PriceRule> rules = new ArrayList<>();
    for (String entry : row.words(CsvColumns.PRICES)) {
      int sign = entry.lastIndexOf('=');
      String[] names = entry.substring(0, Math.max(0, sign)).split("/", -1);
      if (sign < 0 || names.length != 3) {
        row.fault(CsvColumns.PRICES, Rule.SHAPE);
      } else {
        Money price = row.money(CsvColumns.PRICES, entry.substring(sign + 1));
        rules.add(
            new PriceRule(branch(row, names[0]), way(row, names[1]), part(row, names[2]), price));
      }
    }
    return List.copyOf(rules);
  }

  /// The part of the day that a thing is sold in; null for always.
  @Nullable UUID dayPart(CsvRow row) {
    String name = row.text(CsvColumns.DAY_PART);
    return name.isEmpty() ? null : known(row, CsvColumns.DAY_PART, name);
  }

  private @Nullable UUID part(CsvRow row, String name) {
    return isAny(name) ? null : known(row, CsvColumns.PRICES, name.strip());
  }

  /// Its id, or its name in either language.
  private @Nullable UUID known(CsvRow row, String column, String name) {
    Optional<UUID> id =
        dayParts.stream()
            .filter(part ->
                part.id().toString().equalsIgnoreCase(name)
                    || part.name().ar().equals(name)
                    || part.name().en().equalsIgnoreCase(name))
            .map(DayPart::id)
            .findFirst();
    if (id.isEmpty()) {
      row.fault(column, Rule.UNKNOWN);
    }
    return id.orElse(null);
  }

  /// Whether there is such a branch, the rules of the book see.
  private static @Nullable UUID branch(CsvRow row, String name) {
    Optional<UUID> id = isAny(name) ? Optional.empty() : Exchange.uuid(name.strip());
    if (id.isEmpty() && !isAny(name)) {
      row.fault(CsvColumns.PRICES, Rule.UNKNOWN);
    }
    return id.orElse(null);
  }

  private static @Nullable PriceTag way(CsvRow row, String name) {
    if (isAny(name)) {
      return null;
    }
    try {
      return WireName.parse(PriceTag.class, name.strip());
    } catch (IllegalArgumentException _) {
      row.fault(CsvColumns.PRICES, Rule.CHOICE);
      return null;
    }
  }

  private static boolean isAny(String name) {
    return name.strip().equals(ANY);
  }
}
