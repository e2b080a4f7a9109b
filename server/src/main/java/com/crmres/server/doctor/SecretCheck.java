package com.crmres.server.doctor;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether the app secret is one, and of the app that the token belongs to: a call with a proof
/// made from both tells.
record SecretCheck(Channel channel) implements Check {

  private static final String ABOUT = "secret";
  private static final String LOOKS = "[0-9a-f]{32}";

  @Override
  public boolean asksWhatsApp() {
    return true;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    List<String> secrets = channel.appSecrets();
    if (secrets.size() > 2) {
      findings.add(Finding.fault(ABOUT, "secret.too.many", Integer.toString(secrets.size())));
    } else if (secrets.size() == 2) {
      findings.add(Finding.note(ABOUT, "secret.two"));
    }
    if (!secrets.stream().allMatch(secret -> secret.matches(LOOKS))) {
      findings.add(Finding.note(ABOUT, "secret.odd"));
    }
    findings.add(prove(secrets.getFirst()));
    return findings;
  }

  private Finding prove(String secret) throws InterruptedException {
    String proof = Hmac.hex(secret, channel.token().getBytes(StandardCharsets.UTF_8));
    GraphAnswer answer =
        channel.get(channel.phoneNumberId(), Map.of("fields", "id", "appsecret_proof", proof));
    return switch (answer) {
      case GraphAnswer.Done _ -> Finding.good(ABOUT, "secret.good");
      case GraphAnswer.Refused refused when refused.details().contains("appsecret_proof") ->
          Finding.fault(ABOUT, "secret.wrong");
      default -> Channel.fault(ABOUT, answer);
    };
  }
}
