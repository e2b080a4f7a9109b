package com.crmres.server.doctor;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// The WhatsApp channel as it is set, and the way to ask about it.
///
/// @param appSecrets the present one, then those still accepted
public record Channel(
    URI graphUrl,
    GraphApi graph,
    String token,
    String accountId,
    String phoneNumberId,
    List<String> appSecrets,
    String verifyToken) {

  private static final List<Integer> PERMISSIONS = List.of(3, 10, 131005);
  private static final List<Integer> UNKNOWN = List.of(33, 100);
  private static final int TOKEN = 190;

  public Channel {
    appSecrets = List.copyOf(appSecrets);
  }

  GraphAnswer get(String path, Map<String, String> query) throws InterruptedException {
    return graph.get(path, query, token);
  }

  /// What an answer other than the one wanted means.
  static Finding fault(String about, GraphAnswer answer) {
    return switch (answer) {
      case GraphAnswer.Refused refused when refused.code() == TOKEN ->
          Finding.fault(about, "token.refused", refused.details());
      case GraphAnswer.Refused refused when isPermission(refused.code()) ->
          Finding.fault(about, "permission.refused", refused.details());
      case GraphAnswer.Refused refused when UNKNOWN.contains(refused.code()) ->
          Finding.fault(about, "graph.unknown", refused.details());
      case GraphAnswer.Refused refused ->
          Finding.fault(
              about, "graph.refused", Integer.toString(refused.code()), refused.details());
      case GraphAnswer.NotSent(String reason) -> Finding.fault(about, "graph.unreachable", reason);
      case GraphAnswer.InDoubt(String reason) -> Finding.fault(about, "graph.unreachable", reason);
      case GraphAnswer.Done _ -> Finding.fault(about, "graph.strange");
    };
  }

  private static boolean isPermission(int code) {
    return PERMISSIONS.contains(code) || (code >= 200 && code <= 299);
  }

  @Override
  public String toString() {
    return "Channel[phoneNumberId=%s, ***]".formatted(phoneNumberId);
  }
}
