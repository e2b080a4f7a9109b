package com.crmres.server.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.restaurant.SlotCapacity;
import com.crmres.server.assistant.Tap;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.promise.Slots;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A customer who must choose another time taps one of the free ones.
class FreeTimesTest {

  private static final String SARA = "966500000001";
  private static final String HUDA = "966500000002";

  /// Ten in the evening; it is nine.
  private static final Instant TEN = Instant.parse("2026-11-22T19:00:00Z");

  private final TalkingHouse house = new TalkingHouse();
  private final UUID olaya = house.noor.staff.olaya;

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void whoWantsAFullQuarterTapsAFreeOneAndConfirmsIt() {
    oneInAQuarter();
    readBackAt(SARA, "الساعة 10");
    house.says(SARA, "نعم");
    UUID conversation = readBackAt(HUDA, "الساعة 10");
    house.says(HUDA, "نعم");

    List<MessageContent.Row> offered = rows(conversation);
    assertThat(offered).hasSize(9);
    assertThat(offered).extracting(MessageContent.Row::title).first().isEqualTo("10:15 م");
    assertThat(offered)
        .extracting(MessageContent.Row::title)
        .allSatisfy(title -> assertThat(title).hasSizeLessThanOrEqualTo(24))
        .doesNotContain("10:00 م");

    tap(HUDA, offered.get(1));
    assertThat(house.answer(conversation)).contains("10:30 م", "نأكد الطلب؟");
    assertThat(house.cart(conversation).wantedAt()).isEqualTo(TEN.plusSeconds(1_800));
    house.says(HUDA, "نعم");

    assertThat(scheduled()).containsExactlyInAnyOrder(TEN, TEN.plusSeconds(1_800));
  }

  @Test
  void whoComesToAClosedBranchTapsATimeAtWhichItIsOpen() {
    openFrom("23:00");

    UUID conversation = readBackAt(SARA, "");

    List<MessageContent.Row> offered = rows(conversation);
    assertThat(offered.getFirst().title()).isEqualTo("11:00 م");
    tap(SARA, offered.getFirst());
    assertThat(house.answer(conversation)).contains("نأكد الطلب؟");
    house.says(SARA, "نعم");
    assertThat(scheduled()).containsExactly(TEN.plusSeconds(3_600));
  }

  @Test
  void whoNamesATimeAtWhichNobodyWorksTapsAnother() {
    UUID conversation = readBackAt(SARA, "");
    openFrom("23:00");

    house.says(SARA, "الساعة 10:15");

    assertThat(rows(conversation).getFirst().title()).isEqualTo("11:00 م");
    assertThat(house.cart(conversation).wantedAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"11:30", "١١ ونص", "11 ونص", "half past 11"})
  void whoWritesATimeInsteadOfTappingOneHasIt(String said) {
    openFrom("23:00");
    UUID conversation = readBackAt(SARA, "");

    house.says(SARA, said);

    assertThat(house.cart(conversation).wantedAt()).isEqualTo(TEN.plusSeconds(5_400));
    assertThat(house.answer(conversation)).contains("نأكد الطلب؟");
  }

  @Test
  void aNumberAloneAnswersWhatTime() {
    openFrom("23:00");
    UUID conversation = readBackAt(SARA, "");

    house.says(SARA, "١١");

    assertThat(house.cart(conversation).wantedAt()).isEqualTo(TEN.plusSeconds(3_600));
  }

  /// It is nine: half past eight is over today, in the morning nobody works.
  @Test
  void aTimeThatIsOverIsOfferedForTheNextDay() {
    openFrom("18:00");
    UUID conversation = readBackAt(SARA, "");

    house.says(SARA, "٨ ونص");

    assertThat(house.cart(conversation).wantedAt())
        .isEqualTo(Instant.parse("2026-11-23T17:30:00Z"));
    assertThat(house.answer(conversation)).contains("8:30 م", "نأكد الطلب؟");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ابغى اغير وقت طلبي الى الساعة 11",
        "ممكن أعدل موعد الطلب الساعة ١١",
        "change the time of my order to 11 pm"
      })
  void whoWantsAnotherTimeForWhatHeHasOrderedIsReadItAnew(String said) {
    UUID conversation = readBackAt(SARA, "الساعة 10");
    house.says(SARA, "نعم");

    house.says(SARA, said);
    assertThat(house.cart(conversation).wantedAt()).isEqualTo(TEN.plusSeconds(3_600));
    house.says(SARA, "نعم");

    assertThat(scheduled()).containsExactly(TEN.plusSeconds(3_600));
  }

  @Test
  void aBranchThatNeverClosesSaysSo() {
    openFrom("06:00");

    UUID conversation = house.says(SARA, "متى تقفلون؟");

    assertThat(house.answer(conversation)).contains("24 ساعة").doesNotContain("6:00");
  }

  @Test
  void aTimeThatWasOfferedTooLongAgoIsRefusedAndOthersAreOffered() {
    UUID conversation = readBackAt(SARA, "");
    Cart cart = house.cart(conversation);

    String late = new Tap.When(cart.id(), TEN.minusSeconds(7_200).getEpochSecond()).id();
    house.taps(SARA, new MessageContent.Button(late, "8:00"));

    assertThat(house.cart(conversation).wantedAt()).isNull();
    assertThat(rows(conversation)).isNotEmpty();
  }

  @Test
  void aTimeOfACartOfBeforeIsNoneOfThisOne() {
    UUID conversation = readBackAt(SARA, "");

    String other = new Tap.When(new UUID(7, 7), TEN.getEpochSecond()).id();
    house.taps(SARA, new MessageContent.Button(other, "10:00"));

    assertThat(house.cart(conversation).wantedAt()).isNull();
    assertThat(house.answer(conversation)).contains("نأكد الطلب؟");
  }

  private UUID readBackAt(String phone, String time) {
    house.says(phone, ("ابي برجر لحم " + time).strip());
    UUID conversation = house.says(phone, "استلام");
    house.taps(phone, new MessageContent.Button(new Tap.At(olaya).id(), "العليا"));
    return conversation;
  }

  private void tap(String phone, MessageContent.Row row) {
    house.taps(phone, new MessageContent.Button(row.id(), row.title()));
  }

  private List<MessageContent.Row> rows(UUID conversation) {
    MessageContent last = house.last(conversation);
    assertThat(last).isInstanceOf(MessageContent.Options.class);
    return ((MessageContent.Options) last).rows();
  }

  private void oneInAQuarter() {
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        tx ->
            new Slots().setCapacity(tx, house.noor.restaurantId, olaya, new SlotCapacity(1, null)));
  }

  private void openFrom(String hour) {
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        tx ->
            tx.sql(
                    """
                    update branch set hours = (
                      select jsonb_object_agg(day, jsonb_build_array(jsonb_build_object('from', cast(:from as text), 'to', '06:00')))
                        from unnest(array['sunday', 'monday', 'tuesday', 'wednesday', 'thursday',
                                          'friday', 'saturday']) day)
                    """)
                .with("from", hour)
                .update());
  }

  private List<Instant> scheduled() {
    return house.noor.in(
        tx -> tx.sql("select scheduled_for from orders").list(row -> row.instant("scheduled_for")));
  }
}
