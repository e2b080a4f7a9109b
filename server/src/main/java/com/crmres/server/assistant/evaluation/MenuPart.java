package com.crmres.server.assistant.evaluation;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.WireName;
import com.crmres.server.menu.ModifierGroup.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A part of a menu file that knows where it stands, and says so of each fault in it.
///
/// @param faults where faults of the whole file are gathered
record MenuPart(JsonNode node, String path, List<String> faults) {

  /// The parts of a list that may be missing.
  List<MenuPart> each(String member) {
    return new MenuPart(node.path(member), path.isEmpty() ? member : path + "." + member, faults)
        .each();
  }

  /// The parts of this list.
  List<MenuPart> each() {
    List<MenuPart> parts = new ArrayList<>();
    if (!node.isArray() && !isMissing(node)) {
      fault("", "not a list");
    }
    if (node.isArray()) {
      node.forEach(part -> parts.add(new MenuPart(part, path + "[" + parts.size() + "]", faults)));
    }
    return parts;
  }

  boolean has(String member) {
    return node.has(member);
  }

  boolean isText() {
    return node.isTextual();
  }

  String text() {
    return node.asText("");
  }

  /// The id that was given, or else the English name in lower_snake.
  String key(LocalizedText name) {
    JsonNode id = node.path("id");
    String key = id.isValueNode() && !id.isNull() ? id.asText().strip() : "";
    return key.isEmpty()
        ? name.en()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_|_$", "")
        : key;
  }

  /// Its name, which must be there.
  LocalizedText name() {
    return localized("name");
  }

  LocalizedText description() {
    return isMissing(node.path("description"))
        ? new LocalizedText("", "")
        : localized("description");
  }

  /// A plain text is both languages; for one that is missing the other one stands in.
  private LocalizedText localized(String member) {
    JsonNode text = node.path(member);
    String ar = text.isTextual() ? text.asText() : text.path("ar").asText("");
    String en = text.isTextual() ? text.asText() : text.path("en").asText("");
    if (ar.isBlank() && en.isBlank()) {
      fault("." + member, "missing: a text, or {\"ar\": …, \"en\": …}");
    }
    return new LocalizedText(ar.isBlank() ? en : ar, en.isBlank() ? ar : en);
  }

  List<String> aliases() {
    List<String> aliases = new ArrayList<>();
    for (MenuPart alias : each("aliases")) {
      if (alias.isText()) {
        aliases.add(alias.text());
      } else {
        alias.fault("", "not a text");
      }
    }
    return aliases;
  }

  Money price() {
    JsonNode price = node.path("price");
    if (isMissing(price)) {
      return Money.ZERO;
    }
    try {
      Money money = Money.ofRiyals(new BigDecimal(price.asText().strip()));
      if (money.halalas() >= 0) {
        return money;
      }
    } catch (ArithmeticException | NumberFormatException _) {
      // Said below, as for an amount below zero.
    }
    fault(".price", "'" + price.asText() + "' is not an amount such as 12.00");
    return Money.ZERO;
  }

  /// What a group is for; one that must be chosen from is a choice, another one an extra.
  Kind kind() {
    JsonNode kind = node.path("kind");
    if (isMissing(kind)) {
      return node.path("min").asInt(0) > 0 ? Kind.CHOICE : Kind.ADDON;
    }
    try {
      return WireName.parse(Kind.class, kind.asText().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      fault(".kind", "'" + kind.asText() + "' is not size, choice, addon or remove");
      return Kind.ADDON;
    }
  }

  int number(String member, int otherwise) {
    JsonNode number = node.path(member);
    if (isMissing(number)) {
      return otherwise;
    }
    if (!number.isIntegralNumber()) {
      fault("." + member, "not a whole number");
    }
    return number.asInt(otherwise);
  }

  void fault(String below, String what) {
    faults.add((path + below).replaceFirst("^\\.", "") + ": " + what);
  }

  private static boolean isMissing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
