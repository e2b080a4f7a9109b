package com.crmres.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the program is started: `--server`, `--email`, `--folder`, `--rehearse`, and the password
/// from the environment.
///
/// @param email fills the sign-in screen
/// @param password with `email`: signs in by itself
/// @param folder where it is remembered how people like the program; null for nowhere
/// @param rehearsal whether the program leaves as soon as it is seen, so that Java may remember its
///   start
public record StartOptions(
    URI server,
    @Nullable String email,
    @Nullable String password,
    @Nullable Path folder,
    boolean rehearsal) {

  /// Remembers nothing.
  public StartOptions(URI server, @Nullable String email, @Nullable String password) {
    this(server, email, password, null, false);
  }

  private static final URI USUAL_SERVER = URI.create("http://localhost:8080");

  static StartOptions from(List<String> arguments, Map<String, String> environment) {
    String server = valueOf("--server", arguments);
    return new StartOptions(
        server == null ? USUAL_SERVER : URI.create(server),
        valueOf("--email", arguments),
        environment.get("CRM_DESKTOP_PASSWORD"),
        folder(valueOf("--folder", arguments), environment),
        arguments.contains("--rehearse"));
  }

  private static Path folder(@Nullable String named, Map<String, String> environment) {
    return named == null
        ? Path.of(environment.getOrDefault("HOME", "."), ".crm-res", "desktop")
        : Path.of(named);
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
