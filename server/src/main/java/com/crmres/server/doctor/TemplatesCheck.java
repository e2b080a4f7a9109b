package com.crmres.server.doctor;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether the templates that are wanted are approved, and which others cannot be sent.
///
/// @param wanted names of templates that must be approved
record TemplatesCheck(Channel channel, Set<String> wanted) implements Check {

  private static final String ABOUT = "templates";

  TemplatesCheck {
    wanted = Set.copyOf(wanted);
  }

  @Override
  public boolean asksWhatsApp() {
    return true;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    GraphAnswer answer =
        channel.get(
            channel.accountId() + "/message_templates",
            Map.of("fields", "name,language,status", "limit", "200"));
    if (!(answer instanceof GraphAnswer.Done(JsonNode templates))) {
      return List.of(Channel.fault(ABOUT, answer));
    }
    Set<String> approved = new TreeSet<>();
    Set<String> stopped = new TreeSet<>();
    for (JsonNode template : templates.path("data")) {
      String status = template.path("status").asText("");
      if (status.equals("APPROVED")) {
        approved.add(template.path("name").asText());
      } else if (Set.of("PAUSED", "DISABLED", "REJECTED").contains(status)) {
        stopped.add(
            template.path("name").asText()
                + " "
                + template.path("language").asText()
                + " "
                + status);
      }
    }
    return findings(approved, stopped);
  }

  private List<Finding> findings(Set<String> approved, Set<String> stopped) {
    List<Finding> findings = new ArrayList<>();
    String missing =
        wanted.stream()
            .filter(name -> !approved.contains(name))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      findings.add(Finding.fault(ABOUT, "templates.missing", missing));
    }
    if (!stopped.isEmpty()) {
      findings.add(Finding.note(ABOUT, "templates.stopped", String.join(", ", stopped)));
    }
    if (approved.isEmpty()) {
      findings.add(Finding.note(ABOUT, "templates.none"));
    } else {
      findings.add(Finding.good(ABOUT, "templates.good", Integer.toString(approved.size())));
    }
    return findings;
  }
}
