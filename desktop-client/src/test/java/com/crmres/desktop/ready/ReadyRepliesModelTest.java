package com.crmres.desktop.ready;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadyRepliesModelTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);

  private ReadyRepliesModel of(Role role) {
    var model =
        new ReadyRepliesModel(
            api.handling(), PatientCalls.immediate(), World.staff(role), UUID::randomUUID);
    model.reload();
    return model;
  }

  @Test
  void findsThemByWordsOfBothLanguagesAndByShortcut() {
    ReadyRepliesModel model = of(Role.MANAGER);
    assertThat(model.shown()).hasSize(3);

    model.search().set("noon");
    assertThat(model.shown()).extracting(ReadyReply::shortcut).containsExactly("مواعيد");
    model.search().set("اعتذر");
    assertThat(model.shown()).isEmpty();
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
    model.search().set("نعتذر");
    assertThat(model.shown()).extracting(ReadyReply::shortcut).containsExactly("عذر");
  }

  @Test
  void aNewOneIsKeptOnceItIsWholeAndGoesAgain() {
    ReadyRepliesModel model = of(Role.OWNER);
    model.begin();
    model.shortcut().set(" parking ");
    model.arabic().set("المواقف خلف فرع {branch}");
    model.save();
    assertThat(restaurant.handling().written().all()).hasSize(3);

    model.english().set("Parking is behind {branch}");
    model.save();
    assertThat(restaurant.handling().written().all())
        .filteredOn(one -> one.shortcut().equals("parking"))
        .extracting(ReadyReply::text)
        .containsExactly(
            new LocalizedText("المواقف خلف فرع {branch}", "Parking is behind {branch}"));
    assertThat(model.shown()).hasSize(4);

    model.delete();
    assertThat(model.shown()).hasSize(3);
    assertThat(model.chosen().get()).isNull();
    assertThat(restaurant.handling().written().all()).hasSize(3);
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsNotWrittenOverAndTheWordsStay() {
    ReadyRepliesModel model = of(Role.MANAGER);
    ReadyReply one = model.shown().getFirst();
    model.choose(one);
    var _ = restaurant.handling().written().keep(one);

    model.arabic().set("كلام جديد");
    model.save();

    ServerFailure why = model.failure().get();
    assertThat(why == null ? "" : why.code()).isEqualTo("CHANGED_MEANWHILE");
    assertThat(model.arabic().get()).isEqualTo("كلام جديد");
  }

  @Test
  void anAgentReadsThemOnly() {
    ReadyRepliesModel model = of(Role.AGENT);
    model.choose(model.shown().getFirst());
    model.arabic().set("كلام جديد");

    model.save();
    model.delete();

    assertThat(restaurant.handling().written().all())
        .hasSize(3)
        .noneMatch(one -> one.text().ar().equals("كلام جديد"));
  }
}
