package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.BusinessNumber;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;

/// `/{account}/message_templates`: list, create and delete; the end of a review is told by webhook.
final class TemplateRoutes {

  private static final int PAGE = 25;

  private final Templates templates;
  private final TemplateReview review;
  private final Clock clock;

  TemplateRoutes(Templates templates, TemplateReview review, Clock clock) {
    this.templates = templates;
    this.review = review;
    this.clock = clock;
  }

  /// One page of the account's list; there is a `next` while more follow.
  void list(String accountId, ServerRequest request, ServerResponse response) {
    String name = request.query().first("name").orElse("");
    List<Template> all =
        templates.ofAccount(accountId).stream()
            .filter(template -> name.isEmpty() || template.name().equals(name))
            .toList();
    int from = Math.min(number(request, "after", 0), all.size());
    int to = Math.min(from + number(request, "limit", PAGE), all.size());
    ObjectNode answer = Answers.object();
    ArrayNode page = answer.putArray("data");
    for (Template template : all.subList(from, to)) {
      template.describe(page.addObject(), clock.instant());
    }
    ObjectNode paging = answer.putObject("paging");
    paging
        .putObject("cursors")
        .put("before", Integer.toString(from))
        .put("after", Integer.toString(to));
    if (to < all.size()) {
      paging.put("next", "https://graph.example.invalid/next?after=" + to);
    }
    Answers.send(response, 200, answer);
  }

  void create(BusinessNumber number, ServerRequest request, ServerResponse response) {
    Template template = templates.create(number.accountId(), Answers.read(request));
    review.begin(number, template);
    Answers.send(
        response,
        200,
        Answers.object()
            .put("id", template.id())
            .put("status", template.status(clock.instant()))
            .put("category", template.category()));
  }

  void delete(ServerRequest request, ServerResponse response) {
    String name =
        request
            .query()
            .first("name")
            .orElseThrow(() -> GraphException.of(100, "The parameter name is required."));
    templates.delete(name);
    Answers.success(response);
  }

  private static int number(ServerRequest request, String name, int otherwise) {
    String given = request.query().first(name).orElse("");
    if (given.isEmpty()) {
      return otherwise;
    }
    if (!given.matches("\\d{1,6}")) {
      throw GraphException.of(100, "Invalid cursor or limit.");
    }
    return Integer.parseInt(given);
  }
}
