package com.crmres.desktop.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.conversation.Language;
import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.Personality;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pages of the assistant's screen, each asked for when it is looked at.
class PagesTest {

  private final Clock clock = Clock.fixed(World.NOW, ZoneOffset.UTC);
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final AssistantModel model =
      new AssistantModel(
          api, PatientCalls.immediate(), World.staff(Role.OWNER), World.OLAYA.id(), clock);

  @Test
  void comparesTheMannerInUseWithTheOneBeingChosen() {
    restaurant.assistant().has(World.samples().getFirst());
    model.look("ar");
    assertThat(model.preview().one().personality().get()).isEqualTo(Personality.CASUAL);
    assertThat(model.preview().one().turns()).hasSize(2);

    model.settings().personality(Personality.TRADITIONAL);

    assertThat(model.preview().other().personality().get()).isEqualTo(Personality.TRADITIONAL);
    assertThat(restaurant.assistant().previewsAsked().getLast().personality())
        .isEqualTo(Personality.TRADITIONAL);
  }

  @Test
  void triesOwnLinesInTheLanguageTheyAreWrittenIn() {
    model.preview().said().set("two burgers please\n\n no onions ");

    model.preview().run();

    PreviewRequest asked = restaurant.assistant().previewsAsked().getFirst();
    assertThat(asked.said()).isEqualTo(List.of("two burgers please", "no onions"));
    assertThat(asked.language()).isEqualTo(Language.ENGLISH);
    assertThat(asked.branchId()).isEqualTo(World.OLAYA.id());
  }

  @Test
  void triesNoMoreThanTwelveLines() {
    model.preview().said().set("hello\n".repeat(13));

    model.preview().run();

    assertThat(model.preview().isComplete()).isFalse();
    assertThat(restaurant.assistant().previewsAsked()).isEmpty();
  }

  @Test
  void saysThatAPreviewFailedAndTriesAgain() {
    model.preview().said().set("hello");
    api.unreachable(true);
    model.preview().run();
    assertThat(model.preview().one().state().get()).isEqualTo(ListState.FAILED);
    assertThat(model.preview().one().failure().get()).isNotNull();

    api.unreachable(false);
    model.preview().run(model.preview().one());
    assertThat(model.preview().one().state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void showsAllFourteenDaysAlsoEmptyOnes() {
    World.usage(clock.instant()).forEach(restaurant.assistant()::has);
    model.page().set(AssistantModel.Page.USAGE);
    model.look("ar");

    List<UsageModel.Day> days = model.usage().days();

    assertThat(days).hasSize(14);
    assertThat(days.getLast().turns()).isEqualTo(212 + 84);
    assertThat(days.getLast().microDollars()).isEqualTo(1_240_000);
    assertThat(days.getFirst().turns()).isZero();
  }

  @Test
  void isEmptyBeforeAnythingWasDoneOrCorrected() {
    model.page().set(AssistantModel.Page.USAGE);
    model.look("ar");
    model.page().set(AssistantModel.Page.CORRECTIONS);
    model.look("ar");

    assertThat(model.usage().state().get()).isEqualTo(ListState.EMPTY);
    assertThat(model.corrections().state().get()).isEqualTo(ListState.EMPTY);
  }

  @Test
  void saysThatPagesFailed() {
    api.unreachable(true);
    for (AssistantModel.Page page : AssistantModel.Page.values()) {
      model.page().set(page);
      model.look("ar");
    }

    assertThat(model.settings().state().get()).isEqualTo(ListState.FAILED);
    assertThat(model.preview().state().get()).isEqualTo(ListState.FAILED);
    assertThat(model.usage().state().get()).isEqualTo(ListState.FAILED);
    assertThat(model.corrections().state().get()).isEqualTo(ListState.FAILED);
  }

  @Test
  void listsCorrections() {
    restaurant.assistant().has(World.correction(World.NOW));
    model.page().set(AssistantModel.Page.CORRECTIONS);

    model.look("en");

    assertThat(model.corrections().corrections()).hasSize(1);
    assertThat(model.corrections().state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void isNotForStaffOfABranch() {
    assertThat(mayLook(Role.AGENT)).isFalse();
    assertThat(mayLook(Role.KITCHEN)).isFalse();
    assertThat(mayLook(Role.AUDITOR)).isTrue();
  }

  private boolean mayLook(Role role) {
    return new AssistantModel(
            api, PatientCalls.immediate(), World.staff(role), World.OLAYA.id(), clock)
        .mayLook();
  }
}
