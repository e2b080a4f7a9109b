package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.CreateTemplatesRequest;
import com.crmres.common.template.CreatedTemplates;
import com.crmres.common.template.StandardTemplate;
import com.crmres.common.template.StandardTemplateState;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateDraft;
import com.crmres.common.template.TemplateHeader;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sees to it that every account of a restaurant holds the house's own templates.
final class StandardSupply {

  private final Database database;
  private final Submissions submissions;
  private final TemplateStore store = new TemplateStore();

  StandardSupply(Database database, Submissions submissions) {
    this.database = database;
    this.submissions = submissions;
  }

  /// What came of submitting what was missing.
  sealed interface Result {
    /// What WhatsApp said of each template that was missing, name by name.
    record Submitted(List<CreatedTemplates> templates) implements Result {
      public Submitted {
        templates = List.copyOf(templates);
      }
    }

    /// Nothing could be submitted at all.
    record Refused(Submissions.Result why) implements Result {}
  }

  /// The house's own templates and how they stand, account by account, by name and language.
  List<StandardTemplate> states(UUID restaurantId) {
    return database.inRestaurant(
        restaurantId,
        transaction -> {
          List<StandardTemplate> states = new ArrayList<>();
          for (String account : store.accounts(transaction, restaurantId)) {
            for (StandardTemplates.Standard standard : StandardTemplates.all()) {
              for (TemplateDraft draft : standard.drafts()) {
                states.add(state(transaction, restaurantId, account, standard, draft));
              }
            }
          }
          return states;
        });
  }

  /// Submits what is missing and nothing else, so that the same again makes nothing more. Where
  /// WhatsApp takes no more calls the rest waits for the next time.
  Result submitMissing(UUID restaurantId) throws InterruptedException {
    List<StandardTemplate> missing =
        states(restaurantId).stream()
            .filter(template -> template.state() == StandardTemplateState.MISSING)
            .toList();
    List<CreatedTemplates> submitted = new ArrayList<>();
    for (CreateTemplatesRequest request : requests(missing)) {
      Submissions.Result result = submit(restaurantId, request);
      if (result instanceof Submissions.Result.Created(CreatedTemplates created)) {
        submitted.add(created);
      } else {
        return submitted.isEmpty() ? new Result.Refused(result) : new Result.Submitted(submitted);
      }
    }
    return new Result.Submitted(submitted);
  }

  private Submissions.Result submit(UUID restaurantId, CreateTemplatesRequest request)
      throws InterruptedException {
    TemplateHeader header = request.drafts().getFirst().form().header();
    return header == null || header.example() == null
        ? submissions.create(restaurantId, request)
        : submissions.createWithSample(restaurantId, request, new SampleFile(header.example()));
  }

  /// One request for each name of an account, with the languages it lacks.
  private static List<CreateTemplatesRequest> requests(List<StandardTemplate> missing) {
    List<CreateTemplatesRequest> requests = new ArrayList<>();
    for (StandardTemplate template : missing) {
      TemplateDraft draft = new TemplateDraft(template.language(), template.form());
      CreateTemplatesRequest last = requests.isEmpty() ? null : requests.getLast();
      if (last != null
          && last.name().equals(template.name())
          && template.accountId().equals(last.accountId())) {
        List<TemplateDraft> drafts = new ArrayList<>(last.drafts());
        drafts.add(draft);
        requests.set(requests.size() - 1, request(template, drafts));
      } else {
        requests.add(request(template, List.of(draft)));
      }
    }
    return requests;
  }

  private static CreateTemplatesRequest request(
      StandardTemplate template, List<TemplateDraft> drafts) {
    return new CreateTemplatesRequest(
        template.accountId(), template.name(), TemplateCategory.UTILITY, drafts);
  }

  private StandardTemplate state(
      Transaction transaction,
      UUID restaurantId,
      String account,
      StandardTemplates.Standard standard,
      TemplateDraft draft) {
    TemplateKey key = new TemplateKey(account, standard.name(), draft.language());
    Optional<TemplateDetails> kept =
        store.find(transaction, restaurantId, key).map(TemplateStore.Kept::details);
    StandardTemplateState state =
        kept.map(details -> state(details, draft)).orElse(StandardTemplateState.MISSING);
    return new StandardTemplate(
        account,
        standard.name(),
        draft.language(),
        draft.form(),
        state,
        kept.map(details -> reason(details, state)).orElse(null));
  }

  private static StandardTemplateState state(TemplateDetails details, TemplateDraft draft) {
    return switch (details.status()) {
      case DELETED -> StandardTemplateState.MISSING;
      case PENDING, IN_APPEAL, UNKNOWN -> StandardTemplateState.PENDING;
      case APPROVED, FLAGGED ->
          isFit(details, draft) ? StandardTemplateState.APPROVED : StandardTemplateState.UNFIT;
      case REJECTED -> StandardTemplateState.REJECTED;
      case PAUSED, DISABLED, PENDING_DELETION, LIMIT_EXCEEDED, ARCHIVED, LOCKED ->
          StandardTemplateState.STOPPED;
    };
  }

  /// The account may hold other words under the name, as long as they speak of the same facts.
  private static boolean isFit(TemplateDetails details, TemplateDraft draft) {
    List<String> facts = Placeholders.of(draft.form().body()).names();
    return details.category() == TemplateCategory.UTILITY
        && new HashSet<>(facts).containsAll(details.placeholders());
  }

  private static @Nullable String reason(TemplateDetails details, StandardTemplateState state) {
    return switch (state) {
      case MISSING, PENDING, APPROVED -> null;
      case REJECTED, STOPPED ->
          Objects.requireNonNullElse(details.reason(), details.status().wireName());
      case UNFIT ->
          details.category() == TemplateCategory.UTILITY || details.category() == null
              ? String.join(", ", details.placeholders())
              : details.category().wireName();
    };
  }
}
