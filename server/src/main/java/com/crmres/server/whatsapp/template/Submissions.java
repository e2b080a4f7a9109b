package com.crmres.server.whatsapp.template;

import com.crmres.common.template.CreateTemplatesRequest;
import com.crmres.common.template.CreatedTemplates;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateDraft;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateHeader;
import com.crmres.common.template.TemplateOutcome;
import com.crmres.common.template.TemplateStatus;
import com.crmres.common.template.TemplateSyncState;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.notice.Notices;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Brings templates to WhatsApp's review and takes them back; no transaction is open while WhatsApp
/// is asked.
public final class Submissions {

  private static final int MANAGEMENT_RATE = 80008;

  /// WhatsApp takes no more calls of this kind for a while.
  private static final Set<Integer> BUSY = Set.of(4, 80007, MANAGEMENT_RATE);

  private final Database database;
  private final TemplateCalls calls;
  private final TemplateChanges changes;
  private final Clock clock;
  private final TemplateStore store = new TemplateStore();
  private final SyncStore syncs = new SyncStore();

  public Submissions(Database database, TemplateCalls calls, Notices notices, Clock clock) {
    this.database = database;
    this.calls = calls;
    this.changes = new TemplateChanges(notices);
    this.clock = clock;
  }

  /// What came of a call that changes templates.
  sealed interface Result {
    /// It was made; what WhatsApp said of each language stands in it.
    record Created(CreatedTemplates templates) implements Result {}

    record Deleted() implements Result {}

    /// The restaurant has no such account, or several to choose from.
    record NoAccount() implements Result {}

    record NoTemplate() implements Result {}

    /// WhatsApp takes no such call before `until`.
    record Busy(Instant until) implements Result {}

    /// WhatsApp refused it, or nobody knows.
    ///
    /// @param code 0 if there was no answer
    record Failed(int code, String words) implements Result {}
  }

  /// Makes a template in every language of the request. The same request again makes nothing more:
  /// a language that stands as asked is left alone.
  Result create(UUID restaurantId, CreateTemplatesRequest request) throws InterruptedException {
    Optional<String> account = account(restaurantId, request.accountId());
    if (account.isEmpty()) {
      return new Result.NoAccount();
    }
    List<TemplateOutcome> outcomes = new ArrayList<>();
    for (TemplateDraft draft : request.drafts()) {
      outcomes.add(
          refusedUntil(restaurantId, account.get()).isPresent()
              ? new TemplateOutcome(draft.language(), null, MANAGEMENT_RATE, "", false)
              : create(restaurantId, account.get(), request, draft));
    }
    return refusedUntil(restaurantId, account.get())
        .filter(_ -> outcomes.stream().allMatch(outcome -> outcome.template() == null))
        .<Result>map(Result.Busy::new)
        .orElseGet(() -> new Result.Created(new CreatedTemplates(request.name(), outcomes)));
  }

  /// Takes a template back in all its languages.
  Result delete(UUID restaurantId, String name) throws InterruptedException {
    List<TemplateStore.Kept> versions =
        database.inRestaurant(
            restaurantId, transaction -> store.ofName(transaction, restaurantId, name));
    List<String> accounts =
        versions.stream()
            .filter(kept -> kept.details().status() != TemplateStatus.DELETED)
            .map(kept -> kept.details().accountId())
            .distinct()
            .toList();
    if (accounts.isEmpty()) {
      return new Result.NoTemplate();
    }
    for (String account : accounts) {
      Result result = delete(restaurantId, account, name, versions);
      if (!(result instanceof Result.Deleted)) {
        return result;
      }
    }
    return new Result.Deleted();
  }

  /// Asks for the list of every account as soon as WhatsApp lets us.
  List<TemplateSyncState> wishSync(UUID restaurantId) {
    return database.inRestaurant(
        restaurantId,
        transaction -> {
          for (String account : store.accounts(transaction, restaurantId)) {
            syncs.wish(transaction, restaurantId, account, clock.instant());
          }
          return syncs.states(transaction, restaurantId);
        });
  }

  private TemplateOutcome create(
      UUID restaurantId, String account, CreateTemplatesRequest request, TemplateDraft draft)
      throws InterruptedException {
    TemplateKey key = new TemplateKey(account, request.name(), draft.language());
    ArrayNode components = Components.write(draft.form());
    TemplateDetails standing = standing(restaurantId, key, components);
    if (standing != null) {
      return new TemplateOutcome(draft.language(), standing, null, null, false);
    }
    Instant asked = justBefore(clock.instant());
    GraphAnswer answer = calls.create(account, body(request, draft, components));
    return settled(restaurantId, key, request, components, answer, asked);
  }

  /// WhatsApp tells its times in whole seconds, and its verdict can be here before the answer to
  /// the call that asked for it: a verdict of the same second is the newer of the two.
  private static Instant justBefore(Instant asked) {
    return asked.truncatedTo(ChronoUnit.SECONDS).minusMillis(1);
  }

  private TemplateOutcome settled(
      UUID restaurantId,
      TemplateKey key,
      CreateTemplatesRequest request,
      ArrayNode components,
      GraphAnswer answer,
      Instant asked) {
    return database.inRestaurant(
        restaurantId,
        transaction -> settle(transaction, restaurantId, key, request, components, answer, asked));
  }

  /// Makes a template that brings a document of the house: its sample is handed over first, and
  /// where that fails WhatsApp is not asked for the template.
  Result createWithSample(UUID restaurantId, CreateTemplatesRequest request, SampleFile sample)
      throws InterruptedException {
    Optional<String> account = account(restaurantId, request.accountId());
    if (account.isEmpty()) {
      return new Result.NoAccount();
    }
    GraphAnswer answer = calls.sample(account.get(), sample);
    String handle =
        answer instanceof GraphAnswer.Done(JsonNode body) ? body.path("h").asText("") : "";
    if (!handle.isEmpty()) {
      return create(restaurantId, withHandle(request, handle));
    }
    List<TemplateOutcome> outcomes = new ArrayList<>();
    for (TemplateDraft draft : request.drafts()) {
      TemplateKey key = new TemplateKey(account.get(), request.name(), draft.language());
      GraphAnswer why =
          answer instanceof GraphAnswer.Done ? new GraphAnswer.NotSent("no handle") : answer;
      outcomes.add(
          settled(
              restaurantId, key, request, Components.write(draft.form()), why, clock.instant()));
    }
    return new Result.Created(new CreatedTemplates(request.name(), outcomes));
  }

  private static CreateTemplatesRequest withHandle(CreateTemplatesRequest request, String handle) {
    List<TemplateDraft> drafts =
        request.drafts().stream()
            .map(draft -> new TemplateDraft(draft.language(), withHandle(draft.form(), handle)))
            .toList();
    return new CreateTemplatesRequest(
        request.accountId(), request.name(), request.category(), drafts);
  }

  private static TemplateForm withHandle(TemplateForm form, String handle) {
    TemplateHeader header = Objects.requireNonNull(form.header());
    return new TemplateForm(
        new TemplateHeader(header.format(), header.text(), handle),
        form.body(),
        form.examples(),
        form.footer(),
        form.buttons());
  }

  private TemplateOutcome settle(
      Transaction transaction,
      UUID restaurantId,
      TemplateKey key,
      CreateTemplatesRequest request,
      ArrayNode components,
      GraphAnswer answer,
      Instant asked) {
    return switch (answer) {
      case GraphAnswer.Done(JsonNode body) -> {
        keep(transaction, restaurantId, key, request, components, body, asked);
        TemplateDetails kept = store.find(transaction, restaurantId, key).orElseThrow().details();
        yield new TemplateOutcome(key.language(), kept, null, null, false);
      }
      case GraphAnswer.Refused refused -> {
        noteRefusal(transaction, restaurantId, key.accountId(), refused.code());
        yield new TemplateOutcome(key.language(), null, refused.code(), refused.details(), false);
      }
      case GraphAnswer.NotSent(String reason) ->
          new TemplateOutcome(key.language(), null, 0, reason, false);
      case GraphAnswer.InDoubt(String reason) -> {
        syncs.wish(transaction, restaurantId, key.accountId(), clock.instant());
        yield new TemplateOutcome(key.language(), null, 0, reason, true);
      }
    };
  }

  private void keep(
      Transaction transaction,
      UUID restaurantId,
      TemplateKey key,
      CreateTemplatesRequest request,
      ArrayNode components,
      JsonNode answer,
      Instant asked) {
    TemplateStatus status = TemplateStore.status(answer.path("status").asText("PENDING"));
    // WhatsApp may have chosen another category than was asked for.
    String category =
        TemplateSync.category(answer.path("category").asText(""))
            .orElse(request.category())
            .wireName();
    for (News news :
        List.of(
            News.of(Aspect.STATUS, status.wireName(), asked),
            News.of(Aspect.CATEGORY, category, asked),
            News.of(Aspect.COMPONENTS, components.toString(), asked))) {
      changes.learn(transaction, restaurantId, key, news);
    }
    store.identify(
        transaction, restaurantId, key, answer.path("id").asText(null), format(components), asked);
  }

  private Result delete(
      UUID restaurantId, String account, String name, List<TemplateStore.Kept> versions)
      throws InterruptedException {
    Optional<Instant> refusedUntil = refusedUntil(restaurantId, account);
    if (refusedUntil.isPresent()) {
      return new Result.Busy(refusedUntil.get());
    }
    GraphAnswer answer = calls.delete(account, name);
    return database.inRestaurant(
        restaurantId,
        transaction ->
            switch (answer) {
              case GraphAnswer.Done _ -> {
                versions.stream()
                    .map(TemplateStore.Kept::key)
                    .filter(key -> key.accountId().equals(account))
                    .forEach(key -> forget(transaction, restaurantId, key));
                yield new Result.Deleted();
              }
              case GraphAnswer.Refused refused -> {
                noteRefusal(transaction, restaurantId, account, refused.code());
                yield new Result.Failed(refused.code(), refused.details());
              }
              case GraphAnswer.NotSent(String reason) -> new Result.Failed(0, reason);
              case GraphAnswer.InDoubt(String reason) -> {
                syncs.wish(transaction, restaurantId, account, clock.instant());
                yield new Result.Failed(0, reason);
              }
            });
  }

  private void forget(Transaction transaction, UUID restaurantId, TemplateKey key) {
    changes.learn(
        transaction,
        restaurantId,
        key,
        News.of(Aspect.STATUS, TemplateStatus.DELETED.wireName(), clock.instant()));
  }

  private void noteRefusal(Transaction transaction, UUID restaurantId, String account, int code) {
    if (BUSY.contains(code)) {
      syncs.refused(transaction, restaurantId, account, code, clock.instant());
    }
  }

  /// The template as it stands, if it is what was asked for already.
  private @Nullable TemplateDetails standing(
      UUID restaurantId, TemplateKey key, ArrayNode components) {
    return database
        .<Optional<TemplateStore.Kept>>inRestaurant(
            restaurantId, transaction -> store.find(transaction, restaurantId, key))
        .filter(kept -> components.equals(kept.components()))
        .map(TemplateStore.Kept::details)
        .filter(details -> details.status() != TemplateStatus.DELETED)
        .orElse(null);
  }

  private Optional<Instant> refusedUntil(UUID restaurantId, String account) {
    return database.inRestaurant(
        restaurantId,
        transaction -> syncs.refusedUntil(transaction, restaurantId, account, clock.instant()));
  }

  private Optional<String> account(UUID restaurantId, @Nullable String wanted) {
    List<String> accounts =
        database.inRestaurant(
            restaurantId, transaction -> store.accounts(transaction, restaurantId));
    if (wanted != null) {
      return accounts.stream().filter(wanted::equals).findFirst();
    }
    return accounts.size() == 1 ? Optional.of(accounts.getFirst()) : Optional.empty();
  }

  private static ObjectNode body(
      CreateTemplatesRequest request, TemplateDraft draft, ArrayNode components) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("name", request.name())
        .put("language", draft.language())
        .put("category", request.category().name().toUpperCase(Locale.ROOT));
    if (format(components).equals("NAMED")) {
      body.put("parameter_format", "NAMED");
    }
    body.set("components", components);
    return body;
  }

  private static String format(JsonNode components) {
    String text = Components.of(components, "BODY").path("text").asText("");
    return Placeholders.of(text).isNamed() ? "NAMED" : "POSITIONAL";
  }
}
