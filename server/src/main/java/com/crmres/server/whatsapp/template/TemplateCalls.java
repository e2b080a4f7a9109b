package com.crmres.server.whatsapp.template;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The calls that manage an account's templates (whatsapp-cloud-api.md 9.1).
public final class TemplateCalls {

  private static final String FIELDS =
      "id,name,status,category,language,quality_score,components,rejected_reason,parameter_format";
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 100;

  private final GraphApi graph;
  private final UnaryOperator<String> tokens;

  /// Makes the calls.
  ///
  /// @param tokens the access token of a WhatsApp Business Account
  public TemplateCalls(GraphApi graph, UnaryOperator<String> tokens) {
    this.graph = graph;
    this.tokens = tokens;
  }

  /// What came of asking for all templates.
  sealed interface Listing {
    /// All of them.
    record All(List<JsonNode> templates) implements Listing {}

    /// Not all of them: nothing may be concluded from what is missing.
    record Broken(GraphAnswer answer) implements Listing {}
  }

  /// All templates of an account, page by page.
  Listing list(String accountId) throws InterruptedException {
    List<JsonNode> templates = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    String after = "";
    while (asked.add(after) && asked.size() <= MOST_PAGES) {
      GraphAnswer answer = graph.get(path(accountId), page(after), tokens.apply(accountId));
      if (!(answer instanceof GraphAnswer.Done(JsonNode body))) {
        return new Listing.Broken(answer);
      }
      body.path("data").forEach(templates::add);
      after = body.path("paging").path("cursors").path("after").asText("");
      if (!body.path("paging").has("next") || after.isEmpty()) {
        return new Listing.All(templates);
      }
    }
    return new Listing.Broken(new GraphAnswer.InDoubt("pages without end"));
  }

  GraphAnswer create(String accountId, JsonNode template) throws InterruptedException {
    return graph.post(path(accountId), template, tokens.apply(accountId));
  }

  /// Hands a sample file over for the review of an account's templates.
  GraphAnswer sample(String accountId, SampleFile file) throws InterruptedException {
    return file.upload(graph, tokens.apply(accountId));
  }

  /// Removes all languages of a name.
  GraphAnswer delete(String accountId, String name) throws InterruptedException {
    return graph.delete(path(accountId), Map.of("name", name), tokens.apply(accountId));
  }

  private static String path(String accountId) {
    return accountId + "/message_templates";
  }

  private static Map<String, String> page(String after) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("fields", FIELDS);
    query.put("limit", Integer.toString(PAGE));
    if (!after.isEmpty()) {
      query.put("after", after);
    }
    return query;
  }
}
