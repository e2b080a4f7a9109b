package com.crmres.desktop.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.Personality;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettingsModelTest {

  private static final UUID OLAYA = World.OLAYA.id();

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final SettingsModel model = model(Role.MANAGER);

  private SettingsModel model(Role role) {
    return new SettingsModel(api, PatientCalls.immediate(), World.staff(role));
  }

  @Test
  void loadsSettingsAndBranches() {
    model.reload();

    assertThat(model.state().get()).isEqualTo(ListState.READY);
    assertThat(model.branches()).containsExactly(World.OLAYA, World.MALAZ);
    assertThat(model.isChanged()).isFalse();
  }

  @Test
  void saysThatItFailedAndLoadsAgain() {
    api.unreachable(true);
    model.reload();
    assertThat(model.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    model.reload();
    assertThat(model.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void savesWhatWasChanged() {
    model.reload();
    model.personality(Personality.FORMAL);
    model.undoSeconds(30);
    model.centsPerDay(250);
    model.mode(OLAYA, Intent.COMPLAINT, AssistantMode.SUGGEST);

    model.save();

    AssistantSettings stored = restaurant.assistant().settings();
    assertThat(stored.personality()).isEqualTo(Personality.FORMAL);
    assertThat(stored.undoSeconds()).isEqualTo(30);
    assertThat(stored.centsPerDay()).isEqualTo(250);
    assertThat(stored.modes())
        .contains(new ModeRule(OLAYA, Intent.COMPLAINT, AssistantMode.SUGGEST));
    assertThat(model.isChanged()).isFalse();
    assertThat(saved().version()).isEqualTo(2);
  }

  @Test
  void givesEverythingBackToWhoDiscards() {
    model.reload();
    model.undoSeconds(99);

    model.discard();

    assertThat(model.isChanged()).isFalse();
    assertThat(Objects.requireNonNull(model.draft().get()).undoSeconds()).isEqualTo(10);
  }

  @Test
  void showsWhatSomebodyElseChangedMeanwhile() {
    model.reload();
    model.personality(Personality.FORMAL);
    somebodyElseSaves();

    model.save();

    assertThat(model.failure().get()).isNotNull();
    assertThat(model.theirChanges())
        .containsExactlyInAnyOrder(
            new SettingsChange.Undo(10, 60),
            new SettingsChange.Mode(null, Intent.CANCEL, null, AssistantMode.OFF));
    assertThat(Objects.requireNonNull(model.draft().get()).personality())
        .isEqualTo(Personality.FORMAL);
  }

  @Test
  void putsMyChangesUponTheirs() {
    model.reload();
    model.personality(Personality.FORMAL);
    somebodyElseSaves();
    model.save();

    model.keepMine();

    AssistantSettings stored = restaurant.assistant().settings();
    assertThat(stored.personality()).isEqualTo(Personality.FORMAL);
    assertThat(stored.undoSeconds()).isEqualTo(60);
    assertThat(stored.modes()).contains(new ModeRule(null, Intent.CANCEL, AssistantMode.OFF));
    assertThat(model.theirs().get()).isNull();
    assertThat(model.isChanged()).isFalse();
  }

  @Test
  void givesMyChangesUpForTheirs() {
    model.reload();
    model.personality(Personality.FORMAL);
    somebodyElseSaves();
    model.save();

    model.takeTheirs();

    assertThat(saved().personality()).isEqualTo(Personality.CASUAL);
    assertThat(saved().undoSeconds()).isEqualTo(60);
    assertThat(model.isChanged()).isFalse();
  }

  @Test
  void keepsUnsavedChangesWhenTheScreenIsOpenedAgain() {
    model.reload();
    model.undoSeconds(45);

    model.reload();

    assertThat(Objects.requireNonNull(model.draft().get()).undoSeconds()).isEqualTo(45);
  }

  @Test
  void isReadOnlyForAuditors() {
    SettingsModel auditor = model(Role.AUDITOR);
    auditor.reload();

    auditor.undoSeconds(45);
    auditor.save();

    assertThat(auditor.mayChange()).isFalse();
    assertThat(auditor.isChanged()).isFalse();
    assertThat(restaurant.assistant().settings().version()).isEqualTo(1);
  }

  private AssistantSettings saved() {
    return Objects.requireNonNull(model.saved().get());
  }

  private void somebodyElseSaves() {
    AssistantSettings now = restaurant.assistant().settings();
    List<ModeRule> modes = new ArrayList<>(now.modes());
    modes.add(new ModeRule(null, Intent.CANCEL, AssistantMode.OFF));
    restaurant
        .assistant()
        .settings(
            new AssistantSettings(
                now.personality(), modes, 60, now.centsPerDay(), now.version() + 1));
  }
}
