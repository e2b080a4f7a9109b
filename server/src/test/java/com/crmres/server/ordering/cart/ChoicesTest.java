package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChoicesTest {

  @Test
  void theStandardAppliesWhenNothingIsSaid() {
    assertThat(new Choices(Noor.BURGER, List.of(), null).taken(Noor.SIZE))
        .containsExactly(Noor.REGULAR);
  }

  @Test
  void theStandardIsNotKept() {
    assertThat(new Choices(Noor.BURGER, List.of(Noor.REGULAR.id(), Noor.CHEESE.id()), null).kept())
        .containsExactly(Noor.CHEESE.id());
  }

  @Test
  void aNewSizeReplacesTheOldOne() {
    Choices large = new Choices(Noor.BURGER, List.of(Noor.LARGE.id(), Noor.EGG.id()), null);

    assertThat(large.changed(List.of(Noor.REGULAR.id()), List.of()).kept())
        .containsExactly(Noor.EGG.id());
  }

  @Test
  void anExtraCanBeLeftAgain() {
    Choices both = new Choices(Noor.BURGER, List.of(Noor.CHEESE.id(), Noor.EGG.id()), null);

    assertThat(both.changed(List.of(), List.of(Noor.CHEESE.id())).kept())
        .containsExactly(Noor.EGG.id());
  }

  @Test
  void countsAsACountingMachineWould() {
    for (MenuItem item : List.of(Noor.BURGER, Noor.SANDWICH, Noor.COLA)) {
      for (List<UUID> chosen : everySelectionOf(item)) {
        Choices choices = new Choices(item, chosen, null);
        boolean overfull =
            item.groups().stream().anyMatch(group -> count(group, chosen) > group.max());
        boolean lacking = item.groups().stream().anyMatch(group -> isLacking(group, chosen));

        assertThat(choices.allKnown()).isTrue();
        assertThat(choices.overfull().isPresent()).isEqualTo(overfull);
        assertThat(choices.lacking().isPresent()).isEqualTo(lacking);
        assertThat(new Choices(item, choices.kept(), null).lacking()).isEqualTo(choices.lacking());
      }
    }
  }

  private static boolean isLacking(ModifierGroup group, List<UUID> chosen) {
    long taken = count(group, chosen) == 0 ? standards(group) : count(group, chosen);
    return taken < group.min();
  }

  private static List<List<UUID>> everySelectionOf(MenuItem item) {
    List<UUID> options =
        item.groups().stream()
            .flatMap(group -> group.options().stream())
            .map(ModifierOption::id)
            .toList();
    List<List<UUID>> selections = new ArrayList<>();
    for (int bits = 0; bits < 1 << options.size(); bits++) {
      List<UUID> selection = new ArrayList<>();
      for (int index = 0; index < options.size(); index++) {
        if (((bits >> index) & 1) == 1) {
          selection.add(options.get(index));
        }
      }
      selections.add(selection);
    }
    return selections;
  }

  private static long count(ModifierGroup group, List<UUID> chosen) {
    return group.options().stream().filter(option -> chosen.contains(option.id())).count();
  }

  private static long standards(ModifierGroup group) {
    return group.options().stream().filter(ModifierOption::standard).count();
  }
}
