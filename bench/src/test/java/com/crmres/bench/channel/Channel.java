package com.crmres.bench.channel;

import static com.crmres.bench.channel.FrontOffice.untilTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.bench.house.Accounts;
import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.payload.BusinessNumber;
import java.io.IOException;
import java.util.Map;

/// A server process and WhatsApp on the other side, with the owner signed in.
record Channel(House house, Simulator simulator, ServerNode node, FrontOffice office)
    implements AutoCloseable {

  static final BusinessNumber NUMBER =
      new BusinessNumber("104857600123456", "109876543210987", "966115550199", "Nar w Samar");

  /// Of another account, and nobody's until it is added.
  static final BusinessNumber SECOND =
      new BusinessNumber("204857600123456", "209876543210987", "966115550198", "Nar w Samar 2");

  static Channel open() throws Exception {
    House house = House.open();
    Simulator simulator =
        Simulator.builder().appSecret(House.appSecret()).numbers(NUMBER, SECOND).build().start();
    ServerNode node =
        house.node("node", Map.of("WHATSAPP_GRAPH_URL", simulator.url().toString())).start();
    simulator.target(node.webhook());
    return new Channel(house, simulator, node, FrontOffice.signIn(node));
  }

  /// Whatever came, nothing was left for operators and nothing went wrong inside.
  void nothingIsLeftOver() throws Exception {
    untilTrue("every delivery answered", () -> simulator.ledger().unacknowledged().isEmpty());
    untilTrue(
        "every unit worked off",
        () -> new Accounts(house, simulator).number("select count(*) from webhook_unit") == 0);
    assertThat(office.setAside()).isEmpty();
    assertThat(simulator.ledger().doubled()).isEmpty();
    assertThat(node.complaints()).noneMatch(line -> line.contains("Exception"));
  }

  /// WhatsApp's id of a message, which no interface tells.
  String wamid(Object message) throws Exception {
    return new Accounts(house, simulator)
        .rows("select wamid from message where id = '%s'".formatted(message))
        .getFirst();
  }

  @Override
  public void close() throws IOException {
    node.close();
    simulator.close();
    house.close();
  }
}
