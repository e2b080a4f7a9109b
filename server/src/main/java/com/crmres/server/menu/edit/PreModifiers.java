package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.PreModifier;
import com.crmres.common.menu.PreModifierRule;
import com.crmres.common.money.Money;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Finds what is wrong with how an option may be had besides as it is.
final class PreModifiers {

  private static final Set<GroupKind> KINDS = EnumSet.of(GroupKind.CHOICE, GroupKind.ADDON);

  private final Faults faults;
  private final BiConsumer<String, Money> price;

  PreModifiers(Faults faults, BiConsumer<String, Money> price) {
    this.faults = faults;
    this.price = price;
  }

  void check(String at, BookGroup group, BookGroup.Option option) {
    Set<PreModifier> kinds = EnumSet.noneOf(PreModifier.class);
    List<PreModifierRule> rules = option.preModifiers();
    for (int index = 0; index < rules.size(); index++) {
      check("%s[%d]".formatted(at, index), group, rules.get(index), kinds);
    }
    if (kinds.contains(PreModifier.HALF_LEFT) != kinds.contains(PreModifier.HALF_RIGHT)) {
      faults.add(at, Rule.REQUIRED);
    }
  }

  /// What must be chosen cannot be left out.
  private void check(String at, BookGroup group, PreModifierRule rule, Set<PreModifier> kinds) {
    if (rule.kind() == null) {
      faults.add(at + ".kind", Rule.REQUIRED);
      return;
    }
    if (!kinds.add(rule.kind())) {
      faults.add(at + ".kind", Rule.DUPLICATE);
    }
    if (!KINDS.contains(group.kind()) || (rule.kind() == PreModifier.NO && group.min() > 0)) {
      faults.add(at + ".kind", Rule.UNEXPECTED);
    }
    Money own = rule.price();
    if (own != null) {
      price.accept(at + ".price", own);
    }
  }
}
