package com.crmres.desktop.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnsModelTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final TurnsModel model = model(Role.MANAGER);

  private TurnsModel model(Role role) {
    return new TurnsModel(api.advice(), PatientCalls.immediate(), World.staff(role));
  }

  @Test
  void isAskedForOnlyWhileSomebodyReadsIt() {
    restaurant.advice().has(NOURA, World.turns(World.NOW));
    model.open(NOURA);
    assertThat(model.turns()).isEmpty();

    model.reading().set(true);

    assertThat(model.turns()).hasSize(3);
    assertThat(model.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void isEmptyBeforeTheFirstTurn() {
    model.reading().set(true);

    model.open(NOURA);

    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
  }

  @Test
  void saysThatItFailedAndLoadsAgain() {
    restaurant.advice().has(NOURA, World.turns(World.NOW));
    api.unreachable(true);
    model.reading().set(true);
    model.open(NOURA);
    assertThat(model.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    model.reload();
    assertThat(model.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void isNotForStaffOfABranch() {
    restaurant.advice().has(NOURA, World.turns(World.NOW));
    TurnsModel agent = model(Role.AGENT);
    agent.reading().set(true);

    agent.open(NOURA);

    assertThat(agent.mayLook()).isFalse();
    assertThat(agent.turns()).isEmpty();
  }
}
