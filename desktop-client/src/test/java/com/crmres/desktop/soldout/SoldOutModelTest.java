package com.crmres.desktop.soldout;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoldOutModelTest {

  private final Restaurant restaurant = new Restaurant(Clock.systemUTC());
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final SoldOutModel model = model(Role.AGENT);

  private SoldOutModel model(Role role) {
    return new SoldOutModel(
        api.menu(), PatientCalls.immediate(), World.OLAYA.id(), World.staff(role));
  }

  private MenuDetails.Item item(String english) {
    return model.all().stream()
        .filter(item -> item.name().en().equals(english))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void marksForAsLongAsWasChosenAndShowsItFirst() {
    model.reload();

    model.soldOut(item("Pepsi"), AvailabilityPreset.HALF_HOUR);

    assertThat(restaurant.menu().asked().getFirst().preset())
        .isEqualTo(AvailabilityPreset.HALF_HOUR);
    assertThat(model.shown().getFirst().name().en()).isEqualTo("Pepsi");
    assertThat(model.shown().getFirst().until()).isNotNull();

    model.back(item("Pepsi"));
    assertThat(restaurant.menu().asked().getLast())
        .extracting(AvailabilityRequest::available)
        .isEqualTo(true);
  }

  @Test
  void whoeverBindsToItsListsHoldsTheSameOnes() {
    assertThat(model.all()).isSameAs(model.all());
    assertThat(model.shown()).isSameAs(model.shown());
  }

  @Test
  void findsADishHoweverItIsWritten() {
    model.reload();

    model.search().set("كبسه");
    assertThat(model.shown()).extracting(item -> item.name().en()).containsExactly("Chicken kabsa");
    model.search().set("BURGER chick");
    assertThat(model.shown())
        .extracting(item -> item.name().en())
        .containsExactly("Chicken burger");
    model.search().set("سوشي");
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
  }

  @Test
  void hearsWhatOthersMark() {
    model.reload();
    var _ =
        restaurant
            .menu()
            .availability(item("Fries").id(), new AvailabilityRequest(World.OLAYA.id(), false));

    model.happened(
        List.of(new LiveEvent.AvailabilityChanged(World.OLAYA.id(), item("Fries").id(), false)));

    assertThat(item("Fries").available()).isFalse();
  }

  @Test
  void saysWhyNothingWasMarkedAndHasAFailedFace() {
    api.unreachable(true);
    model.reload();
    assertThat(model.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    model.reload();
    api.unreachable(true);
    model.soldOut(item("Fries"), AvailabilityPreset.MANUAL);
    assertThat(model.failure().get()).isNotNull();
  }

  @Test
  void letsTheKitchenOnlyLook() {
    var kitchen = model(Role.KITCHEN);
    kitchen.reload();

    kitchen.soldOut(kitchen.all().getFirst(), AvailabilityPreset.HOUR);

    assertThat(restaurant.menu().asked()).isEmpty();
  }
}
