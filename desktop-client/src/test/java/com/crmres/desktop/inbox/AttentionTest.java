package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionTest {

  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private Instant now = World.NOW;
  private final InboxModel inbox = inbox(World.SARAH);

  private InboxModel inbox(StaffMember person) {
    return new InboxModel(
        api,
        PatientCalls.immediate(),
        World.OLAYA.id(),
        person,
        FXCollections.observableArrayList(),
        UUID::randomUUID,
        () -> now);
  }

  @Test
  void whoOpensAThreadHasReadIt() {
    inbox.thread().looking(true);

    inbox.open(restaurant.conversation(AHMED));

    assertThat(restaurant.channel().conversationsRead()).containsExactly(AHMED);
  }

  @Test
  void whatComesWhileNobodyLooksIsReadOnceSomebodyDoes() {
    inbox.thread().looking(true);
    inbox.open(restaurant.conversation(AHMED));
    inbox.thread().looking(false);
    inbox.happened(List.of(customerWrites()));
    assertThat(restaurant.channel().conversationsRead()).hasSize(1);

    inbox.thread().looking(true);
    inbox.thread().looking(false);
    inbox.thread().looking(true);

    assertThat(restaurant.channel().conversationsRead()).containsExactly(AHMED, AHMED);
  }

  @Test
  void whatComesWhileSomebodyLooksIsReadAtOnce() {
    inbox.thread().looking(true);
    inbox.open(restaurant.conversation(AHMED));

    inbox.happened(List.of(customerWrites()));

    assertThat(restaurant.channel().conversationsRead()).containsExactly(AHMED, AHMED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OWNER", "MANAGER", "AGENT"},
      mode = EnumSource.Mode.EXCLUDE)
  void whoOnlyLooksOnLeavesNoMark(Role role) {
    InboxModel auditor = inbox(World.staff(role));
    auditor.thread().looking(true);

    auditor.open(restaurant.conversation(AHMED));
    auditor.thread().reply().set("x");

    assertThat(restaurant.channel().conversationsRead()).isEmpty();
    assertThat(restaurant.channel().signsOfTyping()).isEmpty();
  }

  @Test
  void tellsThatSomebodyWritesAtMostEveryTwentySeconds() {
    inbox.open(restaurant.conversation(AHMED));
    assertThat(restaurant.channel().signsOfTyping()).isEmpty();

    inbox.thread().reply().set("أ");
    now = now.plus(Duration.ofSeconds(19));
    inbox.thread().reply().set("أه");
    assertThat(restaurant.channel().signsOfTyping()).containsExactly(AHMED);

    now = now.plus(Duration.ofSeconds(1));
    inbox.thread().reply().set("أهل");
    inbox.thread().reply().set("");
    assertThat(restaurant.channel().signsOfTyping()).containsExactly(AHMED, AHMED);
  }

  @Test
  void aDraftThatIsFoundAgainIsNotWriting() {
    inbox.open(restaurant.conversation(AHMED));
    inbox.thread().reply().set("أهلًا");
    now = now.plus(Duration.ofMinutes(1));

    inbox.open(restaurant.conversation(World.id("conversation " + World.REEM.name())));
    inbox.open(restaurant.conversation(AHMED));

    assertThat(inbox.thread().reply().get()).isEqualTo("أهلًا");
    assertThat(restaurant.channel().signsOfTyping()).hasSize(1);
  }

  @Test
  void aMarkThatDoesNotGoThroughDisturbsNobody() {
    inbox.thread().looking(true);
    inbox.open(restaurant.conversation(AHMED));
    api.unreachable(true);

    inbox.thread().reply().set("أهلًا");

    assertThat(inbox.thread().failure().get()).isNull();
  }

  private LiveEvent customerWrites() {
    var message = restaurant.customerWrites(AHMED, "وينكم؟");
    return new LiveEvent.MessageAdded(restaurant.conversation(AHMED), message);
  }
}
