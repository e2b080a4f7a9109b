package com.crmres.server.doctor;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether what WhatsApp sends finds its way: knocks at our own door, then at the address that
/// WhatsApp has, as WhatsApp would: with the handshake, and with a signed sample in Arabic.
///
/// @param own the public port on this machine
record WebhookCheck(Channel channel, HttpClient http, URI own) implements Check {

  private static final String ABOUT = "webhook";
  private static final String PATH = "/v1/webhooks/whatsapp";
  private static final String CHALLENGE = "1158201444";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// A sample as the dashboard sends it: the server takes it and forgets it. A proxy that rewrites
  /// bodies breaks its signature.
  private static final String SAMPLE =
      "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"0\",\"changes\":[{\"field\":"
          + "\"messages\",\"value\":{\"note\":\"\\u0627\\u0647\\u0644\\u0627 \\ud83c\\udf7d a\\/b @\"}}]}]}";

  @Override
  public boolean asksWhatsApp() {
    return true;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    List<Finding> findings = new ArrayList<>(knock(own.resolve(PATH), "webhook.own"));
    GraphAnswer answer =
        channel.get(channel.phoneNumberId(), Map.of("fields", "webhook_configuration"));
    if (!(answer instanceof GraphAnswer.Done(JsonNode number))) {
      findings.add(Channel.fault(ABOUT, answer));
      return findings;
    }
    findings.addAll(theirs(number.path("webhook_configuration")));
    return findings;
  }

  /// An address of the number goes before one of the account, and that before the app's.
  private List<Finding> theirs(JsonNode addresses) throws InterruptedException {
    for (String level : List.of("phone_number", "whatsapp_business_account", "application")) {
      String address = addresses.path(level).asText("");
      if (!address.isEmpty()) {
        return at(address, level);
      }
    }
    return List.of(Finding.note(ABOUT, "webhook.unset"));
  }

  private List<Finding> at(String address, String level) throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    if (!level.equals("application")) {
      findings.add(Finding.note(ABOUT, "webhook.overridden", level, address));
    }
    URI target = URI.create(address);
    if (!PATH.equals(target.getPath())) {
      findings.add(Finding.fault(ABOUT, "webhook.elsewhere", address, PATH));
      return findings;
    }
    if (!"https".equals(target.getScheme()) && !"127.0.0.1".equals(target.getHost())) {
      findings.add(Finding.fault(ABOUT, "webhook.plain", address));
    }
    findings.addAll(knock(target, "webhook.public"));
    return findings;
  }

  /// @param kind `webhook.own` or `webhook.public`, where the words differ
  private List<Finding> knock(URI door, String kind) throws InterruptedException {
    try {
      HttpResponse<String> handshake = http.send(handshake(door), BodyHandlers.ofString());
      if (handshake.statusCode() == 403) {
        return List.of(Finding.fault(ABOUT, "webhook.token", door.toString()));
      }
      if (handshake.statusCode() != 200 || !handshake.body().equals(CHALLENGE)) {
        return List.of(
            Finding.fault(
                ABOUT,
                "webhook.handshake",
                door.toString(),
                Integer.toString(handshake.statusCode())));
      }
      int delivered = http.send(delivery(door), BodyHandlers.discarding()).statusCode();
      return List.of(
          delivered == 200
              ? Finding.good(ABOUT, kind + ".good", door.toString())
              : Finding.fault(
                  ABOUT, kind + ".changed", door.toString(), Integer.toString(delivered)));
    } catch (IOException _) {
      return List.of(
          kind.equals("webhook.own")
              ? Finding.note(ABOUT, "webhook.own.away", door.toString())
              : Finding.fault(ABOUT, "webhook.public.away", door.toString()));
    }
  }

  private HttpRequest handshake(URI door) {
    String query =
        "?hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
            .formatted(CHALLENGE, URLEncoder.encode(channel.verifyToken(), StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(door + query)).timeout(PATIENCE).build();
  }

  private HttpRequest delivery(URI door) {
    byte[] body = SAMPLE.getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(door)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("X-Hub-Signature-256", "sha256=" + Hmac.hex(channel.appSecrets().getFirst(), body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }
}
