package com.crmres.desktop;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the program is started: `--server`, `--email`, and the password from the environment.
///
/// @param email fills the sign-in screen
/// @param password with `email`: signs in by itself
public record StartOptions(URI server, @Nullable String email, @Nullable String password) {

  private static final URI USUAL_SERVER = URI.create("http://localhost:8080");

  static StartOptions from(List<String> arguments, Map<String, String> environment) {
    String server = valueOf("--server", arguments);
    return new StartOptions(
        server == null ? USUAL_SERVER : URI.create(server),
        valueOf("--email", arguments),
        environment.get("CRM_DESKTOP_PASSWORD"));
  }

  private static @Nullable String valueOf(String name, List<String> arguments) {
    int at = arguments.indexOf(name);
    return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : null;
  }

  @Override
  public String toString() {
    return "StartOptions[server=%s, ***]".formatted(server);
  }
}
