package com.crmres.server.pos.foodics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.money.Money;
import com.crmres.common.pos.PosThing;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.pos.PosGroup;
import com.crmres.server.pos.PosMenuItem;
import com.crmres.server.pos.Seen;
import com.crmres.server.pos.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoodicsReaderTest {

  @ParameterizedTest
  @CsvSource({
    "1,null,PENDING",
    "2,null,ACCEPTED",
    "2,1,PREPARING",
    "2,2,READY",
    "2,3,READY",
    "2,4,ON_THE_WAY",
    "2,5,COMPLETED",
    "2,6,COMPLETED",
    "3,null,DECLINED",
    "4,null,COMPLETED",
    "5,null,RETURNED",
    "6,null,UNKNOWN",
    "7,2,VOIDED",
    "8,null,UNKNOWN",
    "99,null,UNKNOWN"
  })
  void itsNumbersHaveOurWords(String status, String delivery, Stage stage) {
    JsonNode order =
        Json.read(
            "{\"id\":\"x\",\"status\":%s,\"delivery_status\":%s}".formatted(status, delivery),
            JsonNode.class);

    assertThat(FoodicsReader.seen(order).map(Seen::stage)).contains(stage);
  }

  @Test
  void riyalsAreReadWithoutFloatingPointAndStaffStayOutside() {
    JsonNode order =
        Json.read(
            """
            {"id":"x","status":1,"total_price":48.15,
             "creator":{"email":"cashier@till.example","pin":"1234"},
             "meta":{"external_order_id":"0199aa00-0000-7000-8000-000000000001"}}
            """,
            JsonNode.class);

    Optional<Seen> seen = FoodicsReader.seen(order);

    assertThat(seen.orElseThrow().total()).isEqualTo(new Money(4815));
    assertThat(seen.orElseThrow().orderId()).isNotNull();
    assertThat(seen.toString()).doesNotContain("cashier").doesNotContain("1234");
  }

  @Test
  void aBranchsOwnPriceAndStockCount() {
    JsonNode product =
        Json.read(
            """
            {"id":"p","name":"Burger","name_localized":"برجر","price":24,"is_active":true,
             "branches":[{"id":"b1","pivot":{"price":25.5,"is_active":true,"is_in_stock":false}}]}
            """,
            JsonNode.class);

    assertThat(FoodicsReader.product(product, "b1"))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.price()).isEqualTo(new Money(2550));
          assertThat(item.active()).isFalse();
          assertThat(item.name().ar()).isEqualTo("برجر");
        });
    assertThat(FoodicsReader.product(product, "b2").getFirst().price()).isEqualTo(new Money(2400));
  }

  @Test
  void aProductBringsItsModifiersAndHowManyMayBeTaken() {
    JsonNode product =
        Json.read(
            """
            {"id":"p","name":"Burger","price":24,"is_active":true,
             "modifiers":[
               {"id":"m1","name":"Bread","name_localized":"الخبز",
                "pivot":{"minimum_options":1,"maximum_options":1},
                "options":[{"id":"o1","name":"Brioche","price":0},{"id":"o2","name":"Potato","price":2}]},
               {"id":"m2","name":"Extras","options":[{"id":"o3","name":"Cheese","price":3}]},
               {"id":"m3","name":"Nothing","options":[]}]}
            """,
            JsonNode.class);

    assertThat(FoodicsReader.product(product, null))
        .extracting(PosMenuItem::thing, PosMenuItem::id)
        .containsExactly(
            tuple(PosThing.ITEM, "p"),
            tuple(PosThing.OPTION, "o1"),
            tuple(PosThing.OPTION, "o2"),
            tuple(PosThing.OPTION, "o3"));
    assertThat(FoodicsReader.product(product, null).getFirst().groups())
        .containsExactly(
            new PosGroup("m1", new LocalizedText("الخبز", "Bread"), 1, 1, List.of("o1", "o2")),
            new PosGroup("m2", new LocalizedText("Extras", "Extras"), 0, 0, List.of("o3")));
  }
}
