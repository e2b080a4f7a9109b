package com.crmres.bench.trial;

import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The servers of a trial, with a load balancer before them and a counted way out behind each.
final class Nodes implements AutoCloseable {

  /// Settings that make a trial short; what they mean is the same as in earnest.
  private static final Map<String, String> BRISK =
      Map.of(
          "CRM_TURN_IDLE", "PT0.3S",
          "CRM_TURN_MOST", "PT1S",
          // Longer than the longest gap between two tries of one delivery.
          "WHATSAPP_DOUBT_WAIT", "PT6S");

  private final List<ServerNode> all = new ArrayList<>();
  private final List<Switchboard> waysOut = new ArrayList<>();
  private final Switchboard wayIn;

  private Nodes(int count, House house, URI graph) throws IOException {
    for (int i = 0; i < count; i++) {
      Switchboard wayOut = Switchboard.to(List.of(graph.getPort()));
      waysOut.add(wayOut);
      Map<String, String> settings = new HashMap<>(BRISK);
      settings.put("WHATSAPP_GRAPH_URL", wayOut.url().toString());
      all.add(house.node("node-" + i, settings));
    }
    wayIn = Switchboard.to(all.stream().map(ServerNode::port).toList());
  }

  static Nodes of(int count, House house, URI graph) throws IOException {
    return new Nodes(count, house, graph);
  }

  void start() throws IOException, InterruptedException {
    for (ServerNode node : all) {
      node.start();
    }
  }

  List<ServerNode> all() {
    return List.copyOf(all);
  }

  URI url() {
    return wayIn.url();
  }

  URI webhook() {
    return wayIn.url().resolve("/v1/webhooks/whatsapp");
  }

  /// How many of the nodes sent anything.
  int senders() {
    return (int) waysOut.stream().filter(way -> way.calls() > 0).count();
  }

  @Override
  public void close() throws IOException {
    all.forEach(ServerNode::close);
    wayIn.close();
    for (Switchboard way : waysOut) {
      way.close();
    }
  }
}
