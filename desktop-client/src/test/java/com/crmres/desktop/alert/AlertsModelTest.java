package com.crmres.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsModelTest {

  private final List<Sound> played = new ArrayList<>();
  private boolean device = true;
  private boolean muted;
  private final AlertsModel alerts =
      new AlertsModel(
          (sound, strength) -> {
            played.add(sound);
            return device;
          },
          PatientCalls.immediate(),
          () -> muted);

  private static Notice notice(Notice.Kind kind, String about) {
    return new Notice(kind, about, List.of(about), World.NOW, null);
  }

  @Test
  void showsTheNewestFirstAndReplacesWhatIsAboutTheSame() {
    alerts.tell(notice(Notice.Kind.NEW_ORDER, "A-1"));
    alerts.tell(notice(Notice.Kind.ESCALATED, "noura"));
    alerts.tell(notice(Notice.Kind.NEW_ORDER, "A-1"));

    assertThat(alerts.notices())
        .extracting(Notice::kind)
        .containsExactly(Notice.Kind.NEW_ORDER, Notice.Kind.ESCALATED);
  }

  @Test
  void letsGoByItselfOnlyWhatNeedNotBeSeen() {
    alerts.tell(notice(Notice.Kind.NEW_ORDER, "A-1"));
    alerts.tell(notice(Notice.Kind.CANCEL_REQUESTED, "A-2"));

    alerts.tick(World.NOW.plusSeconds(9));

    assertThat(alerts.notices())
        .extracting(Notice::kind)
        .containsExactly(Notice.Kind.CANCEL_REQUESTED);
  }

  @Test
  void makesRoomByWhatNeedNotBeSeen() {
    alerts.tell(notice(Notice.Kind.ESCALATED, "noura"));
    for (int order = 0; order < 10; order++) {
      alerts.tell(notice(Notice.Kind.NEW_ORDER, "A-" + order));
    }

    assertThat(alerts.notices()).hasSize(4);
    assertThat(alerts.notices().getLast().kind()).isEqualTo(Notice.Kind.ESCALATED);
  }

  @Test
  void isQuietForWhoeverWantsItSoButTriesTheAlarmAllTheSame() {
    muted = true;
    alerts.tell(notice(Notice.Kind.ESCALATED, "noura"));
    alerts.sound(Sound.ALARM, AlertsModel.LOUD);
    assertThat(played).isEmpty();

    alerts.test();
    assertThat(played).containsExactly(Sound.ALARM);
  }

  @Test
  void saysThatAMachineHasNoSoundAndGoesOn() {
    device = false;
    alerts.tell(notice(Notice.Kind.HELP_WANTED, "grill"));
    assertThat(alerts.dumb().get()).isTrue();
    assertThat(alerts.notices()).hasSize(1);

    device = true;
    alerts.test();
    assertThat(alerts.dumb().get()).isFalse();
  }

  @Test
  void asksOnceADayWhetherTheAlarmIsHeard() {
    List<LocalDate> kept = new ArrayList<>();
    LocalDate today = LocalDate.of(2026, 11, 23);
    var test = new AlarmTestModel(alerts, () -> today, kept::add);

    test.shiftBegins(today.minusDays(1));
    assertThat(test.step().get()).isEqualTo(AlarmTestModel.Step.ASKED);
    test.play();
    test.unheard();
    assertThat(test.step().get()).isEqualTo(AlarmTestModel.Step.UNHEARD);
    test.goOnSilently();

    assertThat(kept).containsExactly(today);
    test.shiftBegins(today);
    assertThat(test.step().get()).isEqualTo(AlarmTestModel.Step.DONE);
  }

  @Test
  void makesSoundsThatAreAllDifferentAndNeverTooLoud() {
    assertThat(Arrays.stream(Sound.values()).map(Sound::notes)).doesNotHaveDuplicates();
    for (Sound sound : Sound.values()) {
      byte[] waves = Waves.of(sound, 1);
      int most = 0;
      for (int i = 0; i < waves.length; i += 2) {
        most = Math.max(most, Math.abs((waves[i + 1] << 8) | (waves[i] & 0xff)));
      }
      assertThat(most).as(sound.name()).isBetween(8_000, 32_767);
    }
  }

  @Test
  void doesNotFailOnAMachineWithoutADevice() {
    boolean heard = new MachineLoudspeaker().play(Sound.MESSAGE, 0.01);

    assertThat(heard).isIn(true, false);
  }
}
