package com.crmres.desktop.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.handling.CollisionModel.Warning;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollisionModelTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final CollisionModel model =
      new CollisionModel(
          api.handling(), PatientCalls.immediate(), World.SARAH.id(), () -> now.get());
  private final ConversationSummary noura =
      restaurant.conversation(World.id("conversation " + World.NOURA.name()));
  private final StaffMember khaled =
      new StaffMember(
          World.KHALED.id(), World.id("noor"), World.KHALED.name(), "", Role.MANAGER, List.of());

  @BeforeEach
  void openNoura() {
    model.open(noura);
  }

  private void khaledWrites() {
    model.heard(new LiveEvent.StaffWrites(noura.id(), khaled.id(), khaled.name(), now.get()));
  }

  private void after(int seconds) {
    now.set(now.get().plusSeconds(seconds));
    model.tick();
  }

  @Test
  void saysWhoWritesForFifteenSeconds() {
    khaledWrites();
    assertThat(model.warning().get()).isEqualTo(new Warning.Writes(khaled.name()));

    after(14);
    assertThat(model.warning().get()).isNotNull();
    after(1);
    assertThat(model.warning().get()).isNull();
  }

  @Test
  void isSilentAboutThePersonHimselfAndAboutOtherConversations() {
    model.heard(
        new LiveEvent.StaffWrites(noura.id(), World.SARAH.id(), World.SARAH.name(), World.NOW));
    model.heard(new LiveEvent.StaffWrites(World.id("x"), khaled.id(), khaled.name(), World.NOW));

    assertThat(model.warning().get()).isNull();
    assertThat(model.maySend()).isTrue();
  }

  @Test
  void asksOnceBeforeSomethingIsSentWhereSomebodyElseWrites() {
    khaledWrites();

    assertThat(model.maySend()).isFalse();
    assertThat(model.asking().get()).isEqualTo(new Warning.Writes(khaled.name()));
    assertThat(model.maySend()).isTrue();
    assertThat(model.asking().get()).isNull();
  }

  @Test
  void asksAnewAfterItWasKept() {
    khaledWrites();
    assertThat(model.maySend()).isFalse();

    model.keep();

    assertThat(model.maySend()).isFalse();
  }

  @Test
  void saysWhoTookItOverMeanwhile() {
    model.changed(World.answeredBy(noura, khaled));

    assertThat(model.warning().get()).isEqualTo(new Warning.TookOver(khaled.name()));
    assertThat(model.maySend()).isFalse();
    assertThat(model.maySend()).isTrue();
  }

  @Test
  void isSilentWhenThePersonTakesItOver() {
    model.changed(World.answeredBy(noura, World.SARAH));

    assertThat(model.warning().get()).isNull();
  }

  @Test
  void knowsThatWhoSentItWritesNoMore() {
    khaledWrites();
    model.said(noura.id());

    assertThat(model.warning().get()).isNull();
  }

  @Test
  void tellsColleaguesAtMostEveryTenSeconds() {
    model.writes();
    model.writes();
    after(9);
    model.writes();
    assertThat(restaurant.handling().writing()).hasSize(1);

    after(1);
    model.writes();
    assertThat(restaurant.handling().writing()).hasSize(2);
  }
}
