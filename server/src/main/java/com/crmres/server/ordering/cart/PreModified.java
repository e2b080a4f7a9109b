package com.crmres.server.ordering.cart;

import com.crmres.common.menu.PreModifier;
import com.crmres.server.menu.ModifierOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What an id among the options of a line meant when it was chosen: an option, and how it is
/// wanted.
///
/// @param id as it stands among the line's options
/// @param optionId the option as it is
public record PreModified(UUID id, UUID optionId, PreModifier kind) {

  static Stream<PreModified> of(ModifierOption option) {
    ModifierOption.Form form = option.form();
    return form == null
        ? Stream.empty()
        : Stream.of(new PreModified(option.id(), form.of(), form.kind()));
  }

  /// What is left out goes into no dish.
  private boolean isUsed() {
    return kind != PreModifier.NO;
  }

  /// The options themselves that go into a dish with these ids among its choices.
  public static Stream<UUID> used(List<UUID> optionIds, List<PreModified> preModified) {
    return optionIds.stream().flatMap(id -> used(id, preModified));
  }

  private static Stream<UUID> used(UUID id, List<PreModified> preModified) {
    return preModified.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> one.isUsed() ? Stream.of(one.optionId()) : Stream.<UUID>empty())
        .orElseGet(() -> Stream.of(id));
  }
}
