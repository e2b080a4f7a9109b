package com.crmres.desktop.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeReason;
import com.crmres.common.customer.MergeRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergesModelTest {

  private final Restaurant restaurant = new Restaurant(Clock.systemUTC());
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final MergesModel merges = model(Role.MANAGER);
  private final MergeProposal proposal =
      new MergeProposal(
          World.id("proposal"), World.REEM, World.OMAR, MergeReason.SAME_PHONE, World.NOW);

  private MergesModel model(Role role) {
    return new MergesModel(
        api.merges(), PatientCalls.immediate(), World.staff(role), UUID::randomUUID);
  }

  @Test
  void mergesTheOtherIntoTheOneAndTakesItBack() {
    restaurant.merges().has(proposal);
    merges.reload();

    merges.merge(proposal);

    assertThat(merges.proposals()).isEmpty();
    assertThat(Objects.requireNonNull(merges.last().get()).survivor()).isEqualTo(World.REEM);
    assertThat(Objects.requireNonNull(merges.last().get()).absorbed()).isEqualTo(World.OMAR);
    merges.undo();
    assertThat(Objects.requireNonNull(merges.last().get()).undoneAt()).isNotNull();
  }

  @Test
  void asksNobodyAgainAboutTwoPeople() {
    restaurant.merges().has(proposal);
    merges.reload();

    merges.dismiss(proposal);

    assertThat(merges.proposals()).isEmpty();
    assertThat(merges.last().get()).isNull();
    assertThat(restaurant.merges().dismissed()).containsExactly(proposal.id());
  }

  @Test
  void isOneMergeThoughTheAnswerWasLost() {
    restaurant.merges().has(proposal);
    merges.reload();
    api.answersLost(true);
    merges.merge(proposal);
    assertThat(merges.failure().get()).isNotNull();

    api.answersLost(false);
    merges.merge(proposal);

    assertThat(merges.failure().get()).isNull();
    assertThat(restaurant.merges().asked())
        .extracting(MergeRequest::commandId)
        .hasSize(2)
        .containsOnly(restaurant.merges().asked().getFirst().commandId());
  }

  @Test
  void learnsOfWhatWasDecidedElsewhere() {
    restaurant.merges().has(proposal);
    merges.reload();
    var _ = restaurant.merges().dismiss(proposal.id());

    merges.happened(List.of(new LiveEvent.ThreadsRearranged(List.of(World.id("thread")))));

    assertThat(merges.proposals()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AGENT", "KITCHEN", "AUDITOR"})
  void asksOnlyWhoMayDecide(Role role) {
    restaurant.merges().has(proposal);
    MergesModel others = model(role);

    others.reload();

    assertThat(others.mayDecide()).isFalse();
    assertThat(others.proposals()).isEmpty();
  }
}
