package com.crmres.server.pos.foodics;

import com.crmres.common.wire.Json;
import com.crmres.server.pos.Account;
import com.crmres.server.pos.Caller;
import com.crmres.server.pos.PosAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Foodics' way of asking: a bearer token, JSON, lists that are walked page by page.
final class Pages {

  private static final String PER_PAGE = "100";
  private static final int MOST_PAGES = 50;

  private final Caller caller;

  Pages(Caller caller) {
    this.caller = caller;
  }

  PosAnswer<JsonNode> one(Account account, String path, Map<String, String> query)
      throws InterruptedException {
    return caller.call(request(account, path, query).GET().build(), Caller.Effect.ONLY_ASKS);
  }

  /// Every object of a list.
  PosAnswer<List<JsonNode>> all(Account account, String path, Map<String, String> query)
      throws InterruptedException {
    List<JsonNode> found = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      Map<String, String> asked = new TreeMap<>(query);
      asked.put("per_page", PER_PAGE);
      asked.put("page", Integer.toString(page));
      PosAnswer<JsonNode> answer = one(account, path, asked);
      if (!(answer instanceof PosAnswer.Done<JsonNode>(JsonNode body))) {
        return answer.map(_ -> List.of());
      }
      body.path("data").forEach(found::add);
      if (page >= body.path("meta").path("last_page").asInt(1)) {
        return new PosAnswer.Done<>(found);
      }
    }
    return new PosAnswer.Done<>(found);
  }

  PosAnswer<JsonNode> post(Account account, String path, JsonNode body)
      throws InterruptedException {
    return caller.call(
        request(account, path, Map.of()).POST(BodyPublishers.ofString(Json.write(body))).build(),
        Caller.Effect.CHANGES);
  }

  /// Setting something twice is setting it once.
  PosAnswer<JsonNode> put(Account account, String path, JsonNode body) throws InterruptedException {
    return caller.call(
        request(account, path, Map.of()).PUT(BodyPublishers.ofString(Json.write(body))).build(),
        Caller.Effect.ONLY_ASKS);
  }

  private static HttpRequest.Builder request(
      Account account, String path, Map<String, String> query) {
    String asked =
        query.entrySet().stream()
            .map(pair -> escaped(pair.getKey()) + "=" + escaped(pair.getValue()))
            .collect(Collectors.joining("&"));
    String address = account.address() + path + (asked.isEmpty() ? "" : "?" + asked);
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", "Bearer " + account.secret())
        .header("Accept", "application/json")
        .header("Content-Type", "application/json");
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
