package com.crmres.desktop.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelModelTest {

  private final Restaurant restaurant = new Restaurant(Clock.systemUTC());
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final ChannelModel channel = model(Role.MANAGER);

  private ChannelModel model(Role role) {
    return new ChannelModel(api.channel(), PatientCalls.immediate(), World.staff(role));
  }

  private final ChannelNotice paused =
      notice(ChannelNoticeKind.NUMBER_PAUSED, NoticeSeverity.CRITICAL, "1", 0);

  @Test
  void countsWarningsThatNobodyHasLookedAt() {
    restaurant.channel().has(paused);
    restaurant
        .channel()
        .has(notice(ChannelNoticeKind.TEMPLATE_STATUS, NoticeSeverity.WARNING, "1", 1));
    restaurant
        .channel()
        .has(notice(ChannelNoticeKind.HANDOVER, NoticeSeverity.INFORMATION, "1", 2));

    channel.reload();

    assertThat(channel.unseen().get()).isEqualTo(2);
    assertThat(channel.notices())
        .extracting(ChannelNotice::kind)
        .startsWith(ChannelNoticeKind.HANDOVER);
  }

  @Test
  void countsNothingTwiceAndNothingThatIsLookedAt() {
    restaurant.channel().has(paused);
    channel.reload();
    tell(paused);
    assertThat(channel.notices()).hasSize(1);

    channel.looking(true);
    tell(notice(ChannelNoticeKind.SECURITY, NoticeSeverity.WARNING, null, 1));
    assertThat(channel.unseen().get()).isZero();

    channel.looking(false);
    tell(notice(ChannelNoticeKind.QUALITY_CHANGED, NoticeSeverity.WARNING, null, 2));
    assertThat(channel.unseen().get()).isEqualTo(1);
  }

  @Test
  void soundsTheAlarmUntilThatNumberIsResumed() {
    tell(paused);
    channel.looking(true);
    assertThat(channel.alarm().get()).isEqualTo(paused);

    tell(notice(ChannelNoticeKind.NUMBER_RESUMED, NoticeSeverity.INFORMATION, "2", 1));
    assertThat(channel.alarm().get()).isEqualTo(paused);

    tell(notice(ChannelNoticeKind.NUMBER_RESUMED, NoticeSeverity.INFORMATION, "1", 2));
    assertThat(channel.alarm().get()).isNull();
  }

  @Test
  void soundsAnyOtherAlarmUntilSomebodyHasLooked() {
    var restricted = notice(ChannelNoticeKind.ACCOUNT_RESTRICTED, NoticeSeverity.CRITICAL, null, 1);
    tell(restricted);
    assertThat(channel.alarm().get()).isEqualTo(restricted);

    tell(paused);
    assertThat(channel.alarm().get()).as("a paused number first").isEqualTo(paused);

    channel.looking(true);
    tell(notice(ChannelNoticeKind.NUMBER_RESUMED, NoticeSeverity.INFORMATION, "1", 2));
    assertThat(channel.alarm().get()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AGENT", "KITCHEN"})
  void tellsStaffNothing(Role role) {
    restaurant.channel().has(paused);
    ChannelModel staff = model(role);

    staff.reload();
    staff.happened(List.of(new LiveEvent.ChannelNoticed(paused)));

    assertThat(staff.mayLook()).isFalse();
    assertThat(staff.notices()).isEmpty();
    assertThat(staff.alarm().get()).isNull();
  }

  @Test
  void showsThatTheListCannotBeHad() {
    api.unreachable(true);

    channel.reload();

    assertThat(channel.state().get()).isEqualTo(ListState.FAILED);
  }

  @ParameterizedTest
  @EnumSource(ChannelNoticeKind.class)
  void hasWordsForEveryKindInBothLanguages(ChannelNoticeKind kind) {
    for (ScreenLanguage language : ScreenLanguage.values()) {
      Texts texts = Texts.in(language);
      var notice = notice(kind, NoticeSeverity.WARNING, null, 0);

      assertThat(NoticeWords.title(notice, texts)).isNotBlank();
      assertThat(NoticeWords.advice(notice, texts)).isNotBlank();
    }
  }

  @Test
  void tellsAChangeFromWhatToWhat() {
    var notice =
        new ChannelNotice(
            World.id("n"),
            "1",
            ChannelNoticeKind.LIMIT_CHANGED,
            NoticeSeverity.INFORMATION,
            Map.of("from", "250", "to", "2000"),
            World.NOW);

    assertThat(NoticeWords.details(notice, Texts.in(ScreenLanguage.ENGLISH)).replace("\u200E", ""))
        .isEqualTo("from 250 to 2000");
  }

  private void tell(ChannelNotice notice) {
    channel.happened(List.of(new LiveEvent.ChannelNoticed(notice)));
  }

  private static ChannelNotice notice(
      ChannelNoticeKind kind, NoticeSeverity severity, @Nullable String number, int minutes) {
    return new ChannelNotice(
        World.id(kind + " " + number + " " + minutes),
        number,
        kind,
        severity,
        Map.of(),
        World.NOW.plusSeconds(60L * minutes));
  }
}
