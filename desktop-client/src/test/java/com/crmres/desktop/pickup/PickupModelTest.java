package com.crmres.desktop.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.HandClock;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.orders.OrderBoardModel;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class PickupModelTest {

  private final ObservableList<OrderSummary> orders = FXCollections.observableArrayList();
  private final ObjectProperty<ListState> board = new SimpleObjectProperty<>(ListState.LOADING);
  private final PickupModel model = new PickupModel(orders, board, () -> {});

  @Test
  void sortsWhatIsMadeWhatIsReadyAndWhatGoesOut() {
    orders.setAll(
        World.order("A-31", World.NOURA, OrderStatus.PREPARING, World.NOW),
        World.order("A-29", World.REEM, OrderStatus.READY, World.NOW),
        World.order("A-27", World.AHMED, OrderStatus.OUT_FOR_DELIVERY, World.NOW),
        World.order("A-26", World.SARA_J, OrderStatus.DELIVERED, World.NOW));

    int shown = model.making().size() + model.ready().size() + model.drivers().size();
    assertThat(model.drivers()).extracting(PickupEntry::number).contains("A-27");
    assertThat(shown).isLessThanOrEqualTo(3);
  }

  @Test
  void goesOnFollowingTheBoardHoweverLongNothingHappens() {
    OrderBoardModel orderBoard =
        new OrderBoardModel(
            new FakeServerApi(Restaurant.evening(new HandClock())),
            PatientCalls.immediate(),
            World.OLAYA.id(),
            World.SARAH,
            UUID::randomUUID);
    var counter = new PickupModel(orderBoard.all(), orderBoard.state(), orderBoard::reload);
    untilMemoryIsCleared();

    orderBoard.reload();

    assertThat(counter.ready()).extracting(PickupEntry::number).containsExactly("A-29");
    assertThat(orderBoard.all()).isSameAs(orderBoard.all());
  }

  private static void untilMemoryIsCleared() {
    var forgotten = new WeakReference<>(new Object());
    while (forgotten.get() != null) {
      System.gc();
    }
  }

  @Test
  void showsStrangersNeitherAWholeNameNorAWholeNumber() {
    PickupEntry entry =
        PickupEntry.of(World.order("A-31", World.NOURA, OrderStatus.READY, World.NOW));

    assertThat(entry.name()).isEqualTo("نورة");
    assertThat(entry.phone()).isEqualTo("••• 543");
  }

  @Test
  void warnsOfWhatLiesOnTheShelfForLong() {
    PickupEntry entry =
        PickupEntry.of(World.order("A-31", World.NOURA, OrderStatus.READY, World.NOW));

    assertThat(entry.isCold(World.NOW.plus(Duration.ofMinutes(7)))).isFalse();
    assertThat(entry.isCold(World.NOW.plus(Duration.ofMinutes(8)))).isTrue();
  }

  @Test
  void hasAFaceForEveryState() {
    assertThat(model.state().getValue()).isEqualTo(ListState.LOADING);
    board.set(ListState.READY);
    assertThat(model.state().getValue()).isEqualTo(ListState.EMPTY);
    orders.setAll(World.order("A-27", World.AHMED, OrderStatus.OUT_FOR_DELIVERY, World.NOW));
    assertThat(model.state().getValue()).isEqualTo(ListState.READY);
    board.set(ListState.FAILED);
    assertThat(model.state().getValue()).isEqualTo(ListState.FAILED);
  }
}
