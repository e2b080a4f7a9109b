package com.crmres.desktop.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.Intent;
import com.crmres.desktop.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModeTableTest {

  private static final UUID OLAYA = World.OLAYA.id();

  private final ModeTable empty = new ModeTable(List.of());

  @Test
  void isAutomaticWhereNoRuleHolds() {
    assertThat(empty.inherited(null, null)).isEqualTo(AssistantMode.AUTOMATIC);
    assertThat(empty.rule(OLAYA, Intent.ORDER)).isNull();
  }

  @Test
  void followsBranchThenMatterThenTheGeneralRule() {
    ModeTable general = empty.with(null, null, AssistantMode.OFF);
    ModeTable matter = general.with(null, Intent.ORDER, AssistantMode.SUGGEST);
    ModeTable branch = matter.with(OLAYA, null, AssistantMode.UNDO);

    assertThat(general.inherited(OLAYA, Intent.ORDER)).isEqualTo(AssistantMode.OFF);
    assertThat(matter.inherited(OLAYA, Intent.ORDER)).isEqualTo(AssistantMode.SUGGEST);
    assertThat(branch.inherited(OLAYA, Intent.ORDER)).isEqualTo(AssistantMode.UNDO);
    assertThat(branch.inherited(OLAYA, null)).isEqualTo(AssistantMode.OFF);
  }

  @Test
  void hasOneRuleForOnePlace() {
    ModeTable twice =
        empty.with(OLAYA, null, AssistantMode.OFF).with(OLAYA, null, AssistantMode.UNDO);

    assertThat(twice.rules()).hasSize(1);
    assertThat(twice.with(OLAYA, null, null).rules()).isEmpty();
  }
}
