package com.crmres.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.text.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineModelTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final TimelineModel model = new TimelineModel(api.customers(), PatientCalls.immediate());

  @Test
  void isAskedForOnlyWhileSomebodyReadsIt() {
    restaurant.carts().happened(NOURA, World.timeline(World.NOW));
    model.open(NOURA);
    assertThat(model.entries()).isEmpty();

    model.reading().set(true);

    assertThat(model.entries()).hasSize(World.timeline(World.NOW).length);
    assertThat(model.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void saysThatItFailedAndLoadsAgain() {
    restaurant.carts().happened(NOURA, World.timeline(World.NOW));
    api.unreachable(true);
    model.reading().set(true);
    model.open(NOURA);
    assertThat(model.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    model.reload();
    assertThat(model.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void growsWithWhatIsHeardOfItsConversation() {
    model.reading().set(true);
    model.open(NOURA);
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
    restaurant.carts().happened(NOURA, World.timeline(World.NOW));

    model.happened(
        List.of(new LiveEvent.CartChanged(World.id("other"), World.id("cart"), 1, true, 1)));
    assertThat(model.entries()).isEmpty();
    model.happened(List.of(new LiveEvent.CartChanged(NOURA, World.id("cart"), 1, true, 1)));

    assertThat(model.state().get()).isEqualTo(ListState.READY);
  }

  @ParameterizedTest
  @EnumSource
  void everythingThatHappensHasWords(ScreenLanguage language) {
    var words = new TimelineWords(Texts.in(language));

    for (TimelineEntry entry : World.timeline(World.NOW)) {
      assertThat(words.title(entry)).isNotBlank().doesNotContain("{");
      assertThat(words.who(entry)).isNotBlank();
      assertThat(words.details(entry)).doesNotContain("{");
    }
  }
}
