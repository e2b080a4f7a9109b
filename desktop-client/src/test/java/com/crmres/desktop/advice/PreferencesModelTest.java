package com.crmres.desktop.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
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

class PreferencesModelTest {

  private static final UUID NOURA = World.NOURA.id();

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final PreferencesModel model = model(Role.AGENT);

  private PreferencesModel model(Role role) {
    return new PreferencesModel(api.advice(), PatientCalls.immediate(), World.staff(role));
  }

  @Test
  void showsAllergiesFirst() {
    restaurant.advice().remembers(NOURA, World.preferences(World.NOW));

    model.open(NOURA);

    assertThat(model.preferences().getFirst().kind()).isEqualTo(PreferenceKind.ALLERGY);
    assertThat(model.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void addsWhatStaffWriteDown() {
    model.open(NOURA);
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
    model.kind().set(PreferenceKind.DISLIKES);
    model.value().set("  بصل ");

    model.add();

    assertThat(model.preferences()).extracting(Preference::value).containsExactly("بصل");
    assertThat(model.value().get()).isEmpty();
  }

  @Test
  void keepsAnAllergyOnlyWithConsent() {
    model.open(NOURA);
    model.kind().set(PreferenceKind.ALLERGY);
    model.value().set("فول سوداني");
    assertThat(model.isComplete()).isFalse();
    model.add();
    assertThat(restaurant.advice().preferencesAsked()).isEmpty();

    model.consent().set(true);
    model.add();

    assertThat(restaurant.advice().preferencesAsked().getFirst().consented()).isTrue();
  }

  @Test
  void keepsWhatWasTypedWhenTheAnswerWasLost() {
    model.open(NOURA);
    model.value().set("حار");
    api.answersLost(true);
    model.add();
    assertThat(model.failure().get()).isNotNull();
    assertThat(model.value().get()).isEqualTo("حار");

    api.answersLost(false);
    model.add();

    assertThat(restaurant.advice().preferencesAsked()).hasSize(2);
    assertThat(model.preferences()).hasSize(1);
  }

  @Test
  void forgetsWhatIsTakenAway() {
    restaurant.advice().remembers(NOURA, World.preferences(World.NOW));
    model.open(NOURA);
    int before = model.preferences().size();

    model.forget(model.preferences().getFirst());

    assertThat(model.preferences()).hasSize(before - 1);
  }

  @Test
  void neverTakesHalfTypedWordsToAnotherCustomer() {
    model.open(NOURA);
    model.value().set("حار");

    model.open(World.AHMED.id());

    assertThat(model.value().get()).isEmpty();
  }

  @Test
  void isReadByAuditorsAndChangedByStaffOnly() {
    restaurant.advice().remembers(NOURA, World.preferences(World.NOW));
    PreferencesModel auditor = model(Role.AUDITOR);
    auditor.open(NOURA);
    int before = auditor.preferences().size();

    auditor.forget(auditor.preferences().getFirst());

    assertThat(auditor.mayChange()).isFalse();
    assertThat(auditor.preferences()).hasSize(before);
  }

  @Test
  void saysThatItFailedAndLoadsAgain() {
    api.unreachable(true);
    model.open(NOURA);
    assertThat(model.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    model.reload();
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
  }
}
