package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.NoorHouse;
import com.crmres.server.whatsapp.graph.GraphApi;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadMarksTest {

  private static final String SARA = "966500000001";

  private final NoorHouse noor = new NoorHouse();
  private final UUID thread = noor.receive(SARA, "hello");
  private final ScriptedGraph graph = new ScriptedGraph(0);
  private final ReadMarks marks =
      new ReadMarks(
          noor.database,
          noor.conversations,
          new GraphApi(graph.url(), "v24.0"),
          _ -> "token",
          noor.clock);

  ReadMarksTest() throws IOException {}

  @AfterEach
  void stop() {
    graph.close();
    noor.close();
  }

  @Test
  void marksTheCustomersLastMessageOnce() {
    noor.receive(SARA, "and again");
    marks.read(noor.restaurantId, thread);
    heard(1);
    marks.read(noor.restaurantId, thread);
    noor.receive(SARA, "third");
    marks.read(noor.restaurantId, thread);
    heard(2);

    assertThat(graph.heard().get(0).body().path("message_id").asText())
        .isNotEqualTo(graph.heard().get(1).body().path("message_id").asText());
  }

  @Test
  void showsThatWeWriteAtMostEveryTwentySeconds() {
    marks.typing(noor.restaurantId, thread);
    heard(1);
    noor.clock.forward(Duration.ofSeconds(19));
    marks.typing(noor.restaurantId, thread);
    noor.clock.forward(Duration.ofSeconds(1));
    marks.typing(noor.restaurantId, thread);
    heard(2);

    assertThat(graph.heard())
        .allSatisfy(mark ->
            assertThat(mark.body().at("/typing_indicator/type").asText()).isEqualTo("text"));
  }

  @Test
  void whatFailsIsLetGo() {
    graph.script(ScriptedGraph.refuse(131009), ScriptedGraph::loseAnswer);
    marks.read(noor.restaurantId, thread);
    heard(1);
    noor.receive(SARA, "second");
    marks.read(noor.restaurantId, thread);
    heard(2);
    noor.receive(SARA, "third");
    marks.read(noor.restaurantId, thread);
    heard(3);
  }

  @Test
  void marksNothingOlderThanThirtyDays() {
    noor.clock.forward(Duration.ofDays(31));
    marks.read(noor.restaurantId, thread);
    UUID fresh = noor.receive("966500000002", "hello");
    marks.read(noor.restaurantId, fresh);
    heard(1);

    assertThat(graph.heard()).hasSize(1);
  }

  private void heard(int marksSoFar) {
    NoorHouse.await(marksSoFar + " marks", () -> graph.heard().size() == marksSoFar);
  }
}
