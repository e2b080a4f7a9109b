package com.crmres.server.doctor;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether the templates that are wanted are approved, and which others cannot be sent.
///
/// @param wanted templates that must be approved, as `name language`
record TemplatesCheck(Channel channel, Set<String> wanted) implements Check {

  private static final String ABOUT = "templates";
  private static final Set<String> STOPPED = Set.of("PAUSED", "DISABLED", "REJECTED");

  TemplatesCheck {
    wanted = Set.copyOf(wanted);
  }

  @Override
  public boolean asksWhatsApp() {
    return true;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    Map<String, String> statuses = new TreeMap<>();
    for (String after = ""; after != null; ) {
      GraphAnswer answer = channel.get(channel.accountId() + "/message_templates", page(after));
      if (!(answer instanceof GraphAnswer.Done(JsonNode templates))) {
        return List.of(Channel.fault(ABOUT, answer));
      }
      for (JsonNode template : templates.path("data")) {
        statuses.put(
            template.path("name").asText() + " " + template.path("language").asText(),
            template.path("status").asText(""));
      }
      JsonNode paging = templates.path("paging");
      after = paging.has("next") ? paging.at("/cursors/after").asText(null) : null;
    }
    return findings(statuses);
  }

  private static Map<String, String> page(String after) {
    Map<String, String> page =
        new TreeMap<>(Map.of("fields", "name,language,status", "limit", "200"));
    if (!after.isEmpty()) {
      page.put("after", after);
    }
    return page;
  }

  private List<Finding> findings(Map<String, String> statuses) {
    List<Finding> findings = new ArrayList<>();
    for (Lack lack : Lack.values()) {
      String wanting = names(wanted, statuses, lack);
      if (!wanting.isEmpty()) {
        findings.add(
            lack == Lack.PENDING
                ? Finding.note(ABOUT, lack.key, wanting)
                : Finding.fault(ABOUT, lack.key, wanting));
      }
    }
    String stopped =
        statuses.entrySet().stream()
            .filter(template -> !wanted.contains(template.getKey()))
            .filter(template -> STOPPED.contains(template.getValue()))
            .map(template -> template.getKey() + " " + template.getValue())
            .collect(Collectors.joining(", "));
    if (!stopped.isEmpty()) {
      findings.add(Finding.note(ABOUT, "templates.stopped", stopped));
    }
    long approved = statuses.values().stream().filter("APPROVED"::equals).count();
    findings.add(
        approved == 0
            ? Finding.note(ABOUT, "templates.none")
            : Finding.good(ABOUT, "templates.good", Long.toString(approved)));
    return findings;
  }

  /// The wanted templates that lack their approval in one way, each with its language.
  private static String names(Set<String> wanted, Map<String, String> statuses, Lack lack) {
    return wanted.stream()
        .filter(template -> Lack.of(statuses.get(template)) == lack)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /// Why a wanted template cannot be sent; each asks something else of people.
  private enum Lack {
    MISSING("templates.missing"),
    PENDING("templates.pending"),
    REJECTED("templates.rejected"),
    PAUSED("templates.paused"),
    DISABLED("templates.disabled");

    private final String key;

    Lack(String key) {
      this.key = key;
    }

    static @Nullable Lack of(@Nullable String status) {
      return switch (status) {
        case null -> MISSING;
        case "APPROVED", "FLAGGED" -> null;
        case "REJECTED" -> REJECTED;
        case "PAUSED" -> PAUSED;
        case "PENDING", "IN_APPEAL" -> PENDING;
        default -> DISABLED;
      };
    }
  }
}
