package com.crmres.server.menu;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.menu.PreModifierRule;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;

/// Makes of an option what its pre-modifiers allow: "extra cheese", "no cheese". Each has an id
/// that is always the same for the same option and pre-modifier.
final class OptionForms {

  private static final String BUNDLE = "menu.forms";

  private OptionForms() {}

  static List<ModifierOption> of(ModifierOption plain, List<PreModifierRule> rules) {
    return rules.stream().map(rule -> of(plain, rule)).toList();
  }

  static UUID id(UUID optionId, PreModifier kind) {
    String key = "pre-modifier " + kind.wireName() + " " + optionId;
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  /// What is left out needs not be there, and asks for nothing more.
  private static ModifierOption of(ModifierOption plain, PreModifierRule rule) {
    boolean without = rule.kind() == PreModifier.NO;
    Money own = rule.price();
    return new ModifierOption(
        id(plain.id(), rule.kind()),
        name(plain.name(), rule.kind()),
        List.of(),
        own == null ? usual(rule.kind(), plain.price()) : own,
        plain.standard(),
        without || plain.available(),
        without ? List.of() : plain.nested(),
        own == null ? usual(rule.kind(), plain.prices()) : Prices.BASE,
        null,
        without ? List.of() : plain.allergens(),
        without ? null : plain.absence(),
        List.of(),
        new ModifierOption.Form(rule.kind(), plain.id(), own != null));
  }

  private static Prices usual(PreModifier kind, Prices prices) {
    Map<PriceTag, Prices.Priced> byWay = new EnumMap<>(PriceTag.class);
    prices
        .byWay()
        .forEach((way, priced) ->
            byWay.put(way, new Prices.Priced(usual(kind, priced.price()), priced.source())));
    return new Prices(prices.source(), byWay);
  }

  /// Half a halala is the house's.
  private static Money usual(PreModifier kind, Money price) {
    return switch (kind) {
      case NO -> Money.ZERO;
      case EXTRA, SIDE, LIGHT -> price;
      case HALF_LEFT, HALF_RIGHT -> new Money((price.halalas() + 1) / 2);
    };
  }

  private static LocalizedText name(LocalizedText name, PreModifier kind) {
    return new LocalizedText(
        said(kind, name.ar(), Locale.ROOT), said(kind, name.en(), Locale.ENGLISH));
  }

  private static String said(PreModifier kind, String name, Locale locale) {
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String pattern = ResourceBundle.getBundle(BUNDLE, locale, control).getString(kind.wireName());
    return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {name});
  }
}
