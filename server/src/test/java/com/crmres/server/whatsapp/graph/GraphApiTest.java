package com.crmres.server.whatsapp.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.whatsapp.outbox.ScriptedGraph;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphApiTest {

  /// HMAC-SHA256 of "the token" under "the app's secret", as openssl computes it.
  private static final String PROOF =
      "72de6234118d5d48882db2cf2b3834a5012d666f8fbc4b7f21a7b740635bae3b";

  @Test
  void provesThatItKnowsTheAppsSecretWhereThatIsWanted() throws Exception {
    try (ScriptedGraph graph = new ScriptedGraph(0)) {
      GraphApi proving = new GraphApi(graph.url(), "v24.0", "the app's secret");
      GraphApi plain = new GraphApi(graph.url(), "v24.0");

      proving.get("1", Map.of("fields", "id"), "the token");
      plain.get("1", Map.of("fields", "id"), "the token");

      assertThat(graph.lookups().get(0).getQuery())
          .isEqualTo("appsecret_proof=" + PROOF + "&fields=id");
      assertThat(graph.lookups().get(1).getQuery()).isEqualTo("fields=id");
    }
  }

  @Test
  void saysWhetherARefusalWillPass() throws Exception {
    try (ScriptedGraph graph = new ScriptedGraph(0)) {
      graph.script(ScriptedGraph.refuse(2, 503), ScriptedGraph.refuse(2, 400));
      GraphApi api = new GraphApi(graph.url(), "v24.0");

      assertThat(api.post("1/messages", JsonNodeFactory.instance.objectNode(), "t"))
          .isEqualTo(new GraphAnswer.Refused(2, null, "no thanks", null, true));
      assertThat(api.post("1/messages", JsonNodeFactory.instance.objectNode(), "t"))
          .isEqualTo(new GraphAnswer.Refused(2, null, "no thanks", null, false));
    }
  }
}
