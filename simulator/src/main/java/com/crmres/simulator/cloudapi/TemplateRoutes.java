package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.WebhookEvent;
import com.crmres.simulator.webhook.Webhooks;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;

/// `/{account}/message_templates`: list, create and delete; the end of a review is told by webhook.
final class TemplateRoutes {

  private final Templates templates;
  private final Webhooks webhooks;
  private final Clock clock;

  TemplateRoutes(Templates templates, Webhooks webhooks, Clock clock) {
    this.templates = templates;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  void list(ServerRequest request, ServerResponse response) {
    String name = request.query().first("name").orElse("");
    ObjectNode answer = Answers.object();
    ArrayNode all = answer.putArray("data");
    for (Template template : templates.all()) {
      if (name.isEmpty() || template.name().equals(name)) {
        template.describe(all.addObject(), clock.instant());
      }
    }
    answer.putObject("paging").putObject("cursors").put("before", "MAZDZD").put("after", "MjQZD");
    Answers.send(response, 200, answer);
  }

  void create(BusinessNumber number, ServerRequest request, ServerResponse response) {
    Template template = templates.create(Answers.read(request));
    tellApproval(number, template);
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

  private void tellApproval(BusinessNumber number, Template template) {
    ObjectNode value =
        Answers.object()
            .put("event", "APPROVED")
            .put("message_template_id", Long.parseLong(template.id()))
            .put("message_template_name", template.name())
            .put("message_template_language", template.language())
            .put("reason", "NONE")
            .put("message_template_category", template.category());
    String id = "template:" + template.id() + ":APPROVED";
    Duration wait = Duration.between(clock.instant(), template.approved());
    webhooks.deliverAfter(
        wait.isNegative() ? Duration.ZERO : wait,
        new WebhookEvent.AccountEvent(
            id, id, number, "message_template_status_update", value, template.approved()));
  }
}
