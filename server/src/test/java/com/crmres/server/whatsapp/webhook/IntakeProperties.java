package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// However often, in whatever order and however batched WhatsApp delivers, the end is the same.
class IntakeProperties {

  private static final NoorIntake NOOR = new NoorIntake();
  private static final int CUSTOMERS = 3;

  @Property(tries = 40)
  void endsTheSameHoweverDeliveriesComeIn(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 12) int messages,
      @ForAll @IntRange(min = 1, max = 5) int times)
      throws InterruptedException {
    String run = UUID.randomUUID().toString();
    List<ObjectNode> events = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      String customer = "96650" + (1_000_000 + random.nextInt(CUSTOMERS));
      ObjectNode event = Sample.text(customer, "wamid." + run + "." + i, 1_000 + i, run + " " + i);
      events.addAll(Collections.nCopies(1 + random.nextInt(times), event));
    }
    Collections.shuffle(events, random);

    deliverInBatches(events, random);
    NOOR.work();

    List<String> kept =
        NOOR.thread().stream()
            .filter(line -> line.contains(run))
            .map(line -> line.replaceAll(".*" + run + " (\\d+).*", "$1"))
            .sorted()
            .toList();
    List<String> said =
        events.stream()
            .map(event -> event.path("messages").path(0).path("id").asText())
            .map(wamid -> wamid.substring(wamid.lastIndexOf('.') + 1))
            .distinct()
            .sorted()
            .collect(Collectors.toList());
    assertThat(kept).isEqualTo(said);
    assertThat(NOOR.setAside()).isEmpty();
    assertThat(NOOR.count("customer")).isLessThanOrEqualTo(CUSTOMERS);
  }

  private static void deliverInBatches(List<ObjectNode> events, Random random)
      throws InterruptedException {
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(4));
      NOOR.deliver(Sample.delivery(events.subList(from, to)));
      from = to;
    }
  }
}
