package com.crmres.desktop.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Priority;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HandlingModelTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final List<ConversationSummary> told = new ArrayList<>();
  private final HandlingModel model = model(Role.AGENT);

  private HandlingModel model(Role role) {
    return new HandlingModel(
        api, PatientCalls.immediate(), World.OLAYA.id(), World.staff(role), told::add);
  }

  private ConversationSummary of(CustomerSummary customer) {
    return restaurant.conversation(World.id("conversation " + customer.name()));
  }

  private List<ConversationSummary> three() {
    return List.of(of(World.NOURA), of(World.FAHD), of(World.REEM));
  }

  private Outcome outcome() {
    return Objects.requireNonNull(model.outcome().get());
  }

  @Test
  void doesAnErrandWithAllAndTellsOfEach() {
    model.run(three(), new Errand.Prioritise(Priority.URGENT));

    assertThat(told).hasSize(3);
    assertThat(told)
        .allSatisfy(one -> assertThat(one.handling().priority()).isEqualTo(Priority.URGENT));
    assertThat(outcome().failed()).isEmpty();
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void namesThoseWithWhichItDidNotGoThroughAndDoesTheOthers() {
    restaurant.handling().refuses(of(World.FAHD).id());

    model.run(three(), new Errand.Label(List.of("شكوى"), List.of()));

    assertThat(outcome().done()).hasSize(2);
    assertThat(outcome().failed())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.conversation().customer()).isEqualTo(World.FAHD);
          assertThat(one.why().code()).isEqualTo("CHANGED_MEANWHILE");
        });
    assertThat(of(World.REEM).handling().labels()).containsExactly("شكوى");
  }

  @Test
  void triesNoFurtherWithoutAConnection() {
    api.unreachable(true);

    model.run(three(), new Errand.Resolve());

    assertThat(outcome().failed()).hasSize(3);
    assertThat(told).isEmpty();
  }

  @Test
  void saysNothingOfOneThatWentWell() {
    model.run(List.of(of(World.NOURA)), new Errand.Assign(World.MAHA.id()));

    assertThat(model.outcome().get()).isNull();
    assertThat(of(World.NOURA).assigneeName()).isEqualTo(World.MAHA.name());
  }

  @Test
  void putsToSleepAndHasBack() {
    model.run(List.of(of(World.NOURA)), new Errand.Snooze(60));
    assertThat(of(World.NOURA).handling().isAsleep(World.NOW)).isTrue();

    model.run(List.of(of(World.NOURA)), new Errand.Snooze(null));
    assertThat(of(World.NOURA).handling().snoozedUntil()).isNull();
  }

  @Test
  void arrangesNothingForThoseWhoMayOnlyRead() {
    HandlingModel auditor = model(Role.AUDITOR);

    auditor.run(three(), new Errand.Resolve());

    assertThat(auditor.mayArrange()).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void offersThePersonHimselfFirst() {
    assertThat(model.colleagues())
        .extracting(Colleague::id)
        .containsExactly(World.SARAH.id(), World.KHALED.id(), World.MAHA.id());
  }

  @Test
  void knowsWhenAnEveningAndAMorningAre() {
    var times = new Times(Texts.in(ScreenLanguage.ENGLISH), ZoneId.of("Asia/Riyadh"));
    Instant noon = Instant.parse("2026-11-23T09:00:00Z");
    Instant night = Instant.parse("2026-11-23T20:00:00Z");

    assertThat(SnoozeTime.EVENING.minutes(noon, times)).isEqualTo(6 * 60);
    assertThat(SnoozeTime.EVENING.minutes(night, times)).isEqualTo(19 * 60);
    assertThat(SnoozeTime.MORNING.minutes(noon, times)).isEqualTo(21 * 60);
    assertThat(SnoozeTime.MORNING.minutes(night, times)).isEqualTo(10 * 60);
    assertThat(SnoozeTime.UNTIL_WRITES.minutes(noon, times)).isEqualTo(43_200);
  }
}
