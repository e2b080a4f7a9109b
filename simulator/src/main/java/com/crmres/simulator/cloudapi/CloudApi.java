package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.MessageIds;
import com.crmres.simulator.payload.People;
import com.crmres.simulator.weather.Weather;
import com.crmres.simulator.webhook.Webhooks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The paths of the Graph API that a business on WhatsApp calls.
public final class CloudApi implements HttpService {

  private static final Duration TEMPLATE_REVIEW = Duration.ofSeconds(1);

  private final List<BusinessNumber> numbers;
  private final AccessTokens tokens;
  private final Webhooks webhooks;
  private final Sends sends = new Sends();
  private final Gate gate;
  private final MediaShelf media;
  private final Templates templates;
  private final SendRoutes sendRoutes;
  private final MediaRoutes mediaRoutes;
  private final TemplateReview review;
  private final TemplateRoutes templateRoutes;

  /// @param base where this API is reached, for the addresses of media
  public CloudApi(
      Business business,
      People people,
      MessageIds ids,
      Webhooks webhooks,
      Supplier<Weather> weather,
      Supplier<URI> base,
      Clock clock) {
    this.numbers = business.numbers();
    this.tokens = new AccessTokens(business.accessToken());
    this.webhooks = webhooks;
    this.gate = new Gate(business.limits(), clock);
    this.media = new MediaShelf(base, clock, weather.get().dice());
    this.templates = new Templates(clock, weather.get().dice(), TEMPLATE_REVIEW);
    this.sendRoutes =
        new SendRoutes(
            sends,
            new SendRules(templates, media),
            templates,
            gate,
            new StatusReports(webhooks),
            people,
            ids,
            weather,
            clock);
    this.mediaRoutes = new MediaRoutes(media);
    this.review = new TemplateReview(numbers, templates, webhooks, clock);
    this.templateRoutes = new TemplateRoutes(templates, review, clock);
  }

  public Sends sends() {
    return sends;
  }

  public Gate gate() {
    return gate;
  }

  public MediaShelf media() {
    return media;
  }

  /// Adds a template as one that was approved long ago, from the body of a request to create it.
  public void addTemplate(JsonNode request) {
    templates.approved(numbers.getFirst().accountId(), request);
  }

  public TemplateReview review() {
    return review;
  }

  public AccessTokens tokens() {
    return tokens;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/{version}/{id}/messages", signed(this::takeMessage))
        .post("/{version}/{id}/media", signed(this::upload))
        .get("/whatsapp_business/attachments", signed(mediaRoutes::download))
        .get("/{version}/{id}/message_templates", signed(this::listTemplates))
        .post("/{version}/{id}/message_templates", signed(this::createTemplate))
        .delete("/{version}/{id}/message_templates", signed(templateRoutes::delete))
        .get("/{version}/{id}/subscribed_apps", signed(this::subscriptions))
        .post("/{version}/{id}/subscribed_apps", signed((in, out) -> Answers.success(out)))
        .get("/{version}/{id}/phone_numbers", signed(this::phoneNumbers))
        .get("/{version}/{id}", signed(this::describe))
        .delete("/{version}/{id}", signed(this::deleteMedia));
  }

  private Handler signed(Handler handler) {
    return (request, response) -> {
      try {
        authorise(request);
        handler.handle(request, response);
      } catch (GraphException refused) {
        Answers.send(response, refused.error().status(), refused.error().body());
      }
    };
  }

  private void authorise(ServerRequest request) {
    String given = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    if (!given.startsWith("Bearer ") || !tokens.isGood(given.substring("Bearer ".length()))) {
      throw new GraphException(GraphError.of(190));
    }
  }

  private void takeMessage(ServerRequest request, ServerResponse response)
      throws InterruptedException {
    sendRoutes.take(number(request), request, response);
  }

  private void upload(ServerRequest request, ServerResponse response) {
    number(request);
    mediaRoutes.upload(request, response);
  }

  private void listTemplates(ServerRequest request, ServerResponse response) {
    templateRoutes.list(id(request), request, response);
  }

  private void createTemplate(ServerRequest request, ServerResponse response) {
    String account = id(request);
    BusinessNumber number =
        numbers.stream()
            .filter(any -> any.accountId().equals(account))
            .findFirst()
            .orElseThrow(() -> missing(account));
    templateRoutes.create(number, request, response);
  }

  private void subscriptions(ServerRequest request, ServerResponse response) {
    ObjectNode answer = Answers.object();
    answer
        .putArray("data")
        .addObject()
        .putObject("whatsapp_business_api_data")
        .put("id", "900000000000001")
        .put("link", webhooks.target().toString())
        .put("name", "CRM-RES");
    Answers.send(response, 200, answer);
  }

  private void phoneNumbers(ServerRequest request, ServerResponse response) {
    String account = id(request);
    ObjectNode answer = Answers.object();
    var list = answer.putArray("data");
    numbers.stream()
        .filter(number -> number.accountId().equals(account))
        .forEach(number -> list.add(described(number, request)));
    Answers.send(response, 200, answer);
  }

  private void describe(ServerRequest request, ServerResponse response) {
    String id = id(request);
    Optional<BusinessNumber> number = find(id);
    if (number.isPresent()) {
      Answers.send(response, 200, described(number.get(), request));
    } else {
      mediaRoutes.describe(media.find(id).orElseThrow(() -> missing(id)), response);
    }
  }

  private void deleteMedia(ServerRequest request, ServerResponse response) {
    if (!media.remove(id(request))) {
      throw missing(id(request));
    }
    Answers.success(response);
  }

  /// Some members come only when they are asked for.
  private ObjectNode described(BusinessNumber number, ServerRequest request) {
    ObjectNode answer =
        Answers.object()
            .put("verified_name", number.verifiedName())
            .put("code_verification_status", "VERIFIED")
            .put("display_phone_number", "+" + number.displayPhoneNumber())
            .put("quality_rating", "GREEN")
            .put("platform_type", "CLOUD_API");
    if (List.of(request.query().first("fields").orElse("").split(",")).contains("status")) {
      answer.put("status", "CONNECTED");
    }
    answer.putObject("throughput").put("level", "STANDARD");
    answer.putObject("webhook_configuration").put("application", webhooks.target().toString());
    return answer.put("id", number.phoneNumberId());
  }

  private BusinessNumber number(ServerRequest request) {
    return find(id(request)).orElseThrow(() -> missing(id(request)));
  }

  private Optional<BusinessNumber> find(String id) {
    return numbers.stream().filter(number -> number.phoneNumberId().equals(id)).findFirst();
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  private static GraphException missing(String id) {
    return GraphException.of(
        100, "Unsupported request. Object with ID '" + id + "' does not exist.");
  }
}
