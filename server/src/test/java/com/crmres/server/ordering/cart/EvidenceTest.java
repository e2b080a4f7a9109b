package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.wire.Json;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  @Test
  void evidenceOfACartKeptBeforeMessagesWereNotedIsTheWordsAlone() {
    Evidence read = Json.read("\"ثنتين شاورما\"", Evidence.class);

    assertThat(read).isEqualTo(new Evidence(null, 0, 12, "ثنتين شاورما"));
  }

  @Test
  void evidenceIsReadAsItWasWritten() {
    Evidence written = new Evidence(Noor.id("message"), 4, 9, "برجر");

    assertThat(Json.read(Json.write(written), Evidence.class)).isEqualTo(written);
  }
}
