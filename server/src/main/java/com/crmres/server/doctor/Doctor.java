package com.crmres.server.doctor;

import com.crmres.common.wire.Json;
import com.crmres.server.console.Words;
import com.crmres.server.database.DatabaseAddress;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks at everything an installation needs, in the order in which one would put it right, and
/// says for each fault what to do.
public final class Doctor {

  private final TokenCheck token;
  private final List<Check> others;
  private final Words words;
  private final Consumer<String> out;

  /// What the doctor looks at.
  ///
  /// @param database an external database; null for the embedded one
  /// @param wantedTemplates names of templates that must be approved
  public record Patient(
      Channel channel,
      @Nullable DatabaseAddress database,
      Path dataFolder,
      int port,
      int adminPort,
      Set<String> wantedTemplates) {
    public Patient {
      wantedTemplates = Set.copyOf(wantedTemplates);
    }
  }

  /// Makes the doctor.
  ///
  /// @param words those of `doctor.findings`
  /// @param out gets every line for the operator
  public Doctor(Patient patient, Words words, Clock clock, Consumer<String> out) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    Channel channel = patient.channel();
    this.token = new TokenCheck(channel, clock);
    this.others =
        List.of(
            new FontsCheck(),
            new ClockCheck(channel.graphUrl(), http, clock),
            new NumberCheck(channel),
            new SubscriptionCheck(channel),
            new FieldsCheck(channel),
            new SecretCheck(channel),
            new WebhookCheck(channel, http, URI.create("http://127.0.0.1:" + patient.port())),
            new TemplatesCheck(channel, patient.wantedTemplates()),
            new DatabaseCheck(patient.database()),
            new FolderCheck(patient.dataFolder()),
            new PortsCheck(http, patient.port(), patient.adminPort()));
    this.words = words;
    this.out = out;
  }

  /// Looks, and tells.
  ///
  /// @param json whether to tell it to a program
  /// @return whether there is no fault
  public boolean examine(boolean json) throws InterruptedException {
    List<Finding> findings = look();
    boolean healthy = findings.stream().noneMatch(Finding::isFault);
    if (json) {
      out.accept(Json.write(report(findings, healthy)));
    } else {
      findings.forEach(this::tell);
      out.accept(words.say(healthy ? "healthy" : "ill"));
    }
    return healthy;
  }

  List<Finding> look() throws InterruptedException {
    List<Finding> findings = new ArrayList<>(token.look());
    boolean asking = findings.stream().noneMatch(Doctor::endsAllQuestions);
    for (Check check : others) {
      if (asking || !check.asksWhatsApp()) {
        findings.addAll(check.look());
      }
    }
    return findings;
  }

  private static boolean endsAllQuestions(Finding finding) {
    return finding.key().endsWith(".refused") || finding.key().startsWith("graph.");
  }

  private void tell(Finding finding) {
    out.accept(
        words.say(
            "line." + finding.state().wireName(),
            words.say("about." + finding.about()),
            sentence(finding)));
    if (finding.isFault()) {
      out.accept(words.say("line.do", advice(finding)));
    }
  }

  private String sentence(Finding finding) {
    return words.say(finding.key(), finding.facts().toArray());
  }

  private String advice(Finding finding) {
    return words.say(finding.key() + ".do", finding.facts().toArray());
  }

  private ObjectNode report(List<Finding> findings, boolean healthy) {
    ObjectNode report = JsonNodeFactory.instance.objectNode().put("healthy", healthy);
    ArrayNode list = report.putArray("findings");
    for (Finding finding : findings) {
      ObjectNode entry =
          list.addObject()
              .put("about", finding.about())
              .put("state", finding.state().wireName())
              .put("key", finding.key())
              .put("says", sentence(finding));
      if (finding.isFault()) {
        entry.put("do", advice(finding));
      }
    }
    return report;
  }
}
