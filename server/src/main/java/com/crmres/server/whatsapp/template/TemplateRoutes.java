package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.identity.Role;
import com.crmres.common.template.CreateTemplatesRequest;
import com.crmres.common.template.CreatedTemplates;
import com.crmres.common.template.PreviewTemplateRequest;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplatePreview;
import com.crmres.common.template.TemplateStatus;
import com.crmres.common.template.TemplateVersions;
import com.crmres.common.wire.Page;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths of templates, under `/v1`.
public final class TemplateRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final Role[] MAKERS = {Role.OWNER, Role.MANAGER};
  private static final int LONGEST_NAME = 512;

  private final Database database;
  private final Templates templates;
  private final Submissions submissions;
  private final StandardSupply standard;
  private final TemplateSending sending;
  private final Conversations conversations;
  private final Access access;
  private final Clock clock;
  private final Runnable wakeSync;

  /// Makes the paths.
  ///
  /// @param wakeSync told when the list of WhatsApp is wished for
  public TemplateRoutes(
      Database database,
      Templates templates,
      Submissions submissions,
      Conversations conversations,
      Access access,
      Clock clock,
      Runnable wakeSync) {
    this.database = database;
    this.templates = templates;
    this.submissions = submissions;
    this.standard = new StandardSupply(database, submissions);
    this.sending = new TemplateSending(templates, conversations);
    this.conversations = conversations;
    this.access = access;
    this.clock = clock;
    this.wakeSync = wakeSync;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/templates", this::list)
        .post("/templates", this::create)
        .post("/templates/sync", this::sync)
        .post("/templates/preview", this::preview)
        .get("/templates/standard", this::standard)
        .post("/templates/standard", this::submitStandard)
        .get("/templates/{name}", this::one)
        .delete("/templates/{name}", this::delete)
        .post("/conversations/{id}/templates", this::send);
  }

  /// What a list is asked for.
  private record Wish(
      Set<TemplateStatus> statuses, Set<TemplateCategory> categories, @Nullable String name) {}

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    Wish wish =
        exchange.query(query ->
            new Wish(
                query.named("status", TemplateStatus.class),
                query.named("category", TemplateCategory.class),
                query.text("name", LONGEST_NAME)));
    UUID restaurantId = principal.restaurantId();
    List<TemplateDetails> found =
        database.inRestaurant(
            restaurantId,
            transaction ->
                templates.list(
                    transaction, restaurantId, wish.statuses(), wish.categories(), wish.name()));
    exchange.ok(new Page<>(found, null));
  }

  private void standard(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    new Exchange(request, response).ok(new Page<>(standard.states(principal.restaurantId()), null));
  }

  private void submitStandard(ServerRequest request, ServerResponse response)
      throws InterruptedException {
    Principal principal = access.require(request, MAKERS);
    switch (standard.submitMissing(principal.restaurantId())) {
      case StandardSupply.Result.Submitted(List<CreatedTemplates> created) ->
          new Exchange(request, response).ok(new Page<>(created, null));
      case StandardSupply.Result.Refused(Submissions.Result why) -> throw refused(why);
    }
  }

  private void one(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    String name = name(request);
    Optional<TemplateVersions> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> templates.versions(transaction, principal.restaurantId(), name));
    new Exchange(request, response)
        .ok(found.orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND)));
  }

  private void create(ServerRequest request, ServerResponse response) throws InterruptedException {
    Principal principal = access.require(request, MAKERS);
    Exchange exchange = new Exchange(request, response);
    CreateTemplatesRequest wish = exchange.read(CreateTemplatesRequest.class);
    Faults faults = new Faults();
    DraftRules.check(wish, faults);
    faults.throwIfAny();
    switch (submissions.create(principal.restaurantId(), wish)) {
      case Submissions.Result.Created(CreatedTemplates created) -> exchange.ok(created);
      case Submissions.Result other -> throw refused(other);
    }
  }

  private void delete(ServerRequest request, ServerResponse response) throws InterruptedException {
    Principal principal = access.require(request, MAKERS);
    switch (submissions.delete(principal.restaurantId(), name(request))) {
      case Submissions.Result.Deleted() -> new Exchange(request, response).noContent();
      case Submissions.Result other -> throw refused(other);
    }
  }

  private void sync(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, MAKERS);
    var states = submissions.wishSync(principal.restaurantId());
    wakeSync.run();
    new Exchange(request, response).accepted(new Page<>(states, null));
  }

  private void preview(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    PreviewTemplateRequest wish = exchange.read(PreviewTemplateRequest.class);
    Faults faults = new Faults();
    UUID restaurantId = principal.restaurantId();
    Templates.Preview preview =
        database
            .<Optional<Templates.Preview>>inRestaurant(
                restaurantId,
                transaction ->
                    templates.preview(
                        transaction,
                        restaurantId,
                        wish.name(),
                        wish.language(),
                        new Parameters(wish.header(), wish.parameters(), wish.buttons()),
                        faults))
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    exchange.ok(
        new TemplatePreview(
            preview.template(),
            preview.filling().headerText(),
            preview.filling().bodyText(),
            preview.form().footer(),
            preview.filling().shownButtons(),
            exchange.sentences(faults.found())));
  }

  private void send(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    SendTemplateRequest wish = exchange.read(SendTemplateRequest.class);
    Speaker speaker = new Speaker(principal.staffId(), principal.name());
    TemplateSending.Result result =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              refuseStrangers(transaction, principal, id);
              return sending.send(transaction, principal.restaurantId(), id, speaker, wish);
            });
    switch (result) {
      case TemplateSending.Result.Queued(MessageDetails message) -> exchange.accepted(message);
      case TemplateSending.Result.CommandReused() ->
          throw new ApiException(ErrorCode.COMMAND_REUSED);
      case TemplateSending.Result.Refused(FillResult.Refused refusal) -> throw refused(refusal);
    }
  }

  private static ApiException refused(FillResult.Refused refusal) {
    if (refusal.reason() == FillResult.Reason.WRONG_PARAMETERS) {
      return new ApiException(ErrorCode.INVALID_INPUT, refusal.faults());
    }
    List<Object> words = List.of(Objects.requireNonNullElse(refusal.detail(), ""));
    return new ApiException(
        ErrorCode.TEMPLATE_REFUSED, List.of(new Fault("name", rule(refusal.reason()), words)));
  }

  private static Rule rule(FillResult.Reason reason) {
    return switch (reason) {
      case UNKNOWN -> Rule.TEMPLATE_UNKNOWN;
      case NOT_APPROVED -> Rule.TEMPLATE_STATUS;
      case PAUSED -> Rule.TEMPLATE_PAUSED;
      case DISABLED -> Rule.TEMPLATE_DISABLED;
      case CATEGORY_CHANGED -> Rule.TEMPLATE_CATEGORY;
      case UNSUPPORTED, WRONG_PARAMETERS -> Rule.TEMPLATE_UNSUPPORTED;
      case RESTING -> Rule.MARKETING_RESTS;
      case OPTED_OUT -> Rule.MARKETING_REFUSED;
    };
  }

  private ApiException refused(Submissions.Result result) {
    return switch (result) {
      case Submissions.Result.NoAccount() ->
          new ApiException(
              ErrorCode.INVALID_INPUT, List.of(new Fault("accountId", Rule.CHOICE, List.of())));
      case Submissions.Result.NoTemplate() -> new ApiException(ErrorCode.NOT_FOUND);
      case Submissions.Result.Busy(Instant until) ->
          ApiException.withRetryAfter(
              ErrorCode.OVERLOADED,
              Math.max(1, Duration.between(clock.instant(), until).toSeconds()));
      case Submissions.Result.Failed(int code, String words) ->
          new ApiException(
              ErrorCode.CHANNEL_REFUSED,
              List.of(new Fault("", Rule.WHATSAPP_SAYS, List.of(Integer.toString(code), words))));
      case Submissions.Result.Created _, Submissions.Result.Deleted _ ->
          throw new IllegalStateException("not refused");
    };
  }

  /// A conversation of another branch is not for him.
  private void refuseStrangers(Transaction transaction, Principal principal, UUID conversationId) {
    boolean sees =
        conversations
            .find(transaction, principal.restaurantId(), conversationId)
            .filter(conversation -> principal.sees(conversation.branchId()))
            .isPresent();
    if (!sees) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
  }

  private static String name(ServerRequest request) {
    return request.path().pathParameters().get("name");
  }
}
