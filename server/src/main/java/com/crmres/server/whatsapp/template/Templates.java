package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.HeaderFormat;
import com.crmres.common.template.TemplateButtonKind;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateStatus;
import com.crmres.common.template.TemplateVersions;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.Faults;
import com.crmres.server.whatsapp.MarketingRests;
import com.crmres.server.whatsapp.notice.Notices;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The templates of a restaurant as our copy has them: shown, filled for a customer, refused before
/// WhatsApp would.
///
/// Every method works in the caller's transaction; none asks WhatsApp.
public final class Templates {

  private static final List<String> LANGUAGES = List.of("ar", "en");
  private static final int TEMPLATE_MISSING = 132001;
  private static final int TEMPLATE_PAUSED = 132015;
  private static final int TEMPLATE_DISABLED = 132016;
  private static final int MARKETING_KEPT_BACK = 131049;
  private static final int MOST_FITTING = 20;

  private final TemplateStore store = new TemplateStore();
  private final SyncStore syncs = new SyncStore();
  private final MarketingRests rests = new MarketingRests();
  private final MarketingConsent consent;
  private final TemplateChanges changes;
  private final Clock clock;

  public Templates(MarketingConsent consent, Notices notices, Clock clock) {
    this.consent = consent;
    this.changes = new TemplateChanges(notices);
    this.clock = clock;
  }

  /// The templates, by name and language.
  ///
  /// @param statuses those in one of these; all if it is empty
  /// @param categories those of one of these; all if it is empty
  /// @param name part of a name
  public List<TemplateDetails> list(
      Transaction transaction,
      UUID restaurantId,
      Set<TemplateStatus> statuses,
      Set<TemplateCategory> categories,
      @Nullable String name) {
    return details(store.list(transaction, restaurantId, statuses, categories, name)).toList();
  }

  /// A template in all its languages; empty if there is none of that name.
  public Optional<TemplateVersions> versions(
      Transaction transaction, UUID restaurantId, String name) {
    List<TemplateDetails> versions =
        details(store.ofName(transaction, restaurantId, name)).toList();
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    List<String> missing =
        LANGUAGES.stream()
            .filter(language -> versions.stream().noneMatch(version -> speaks(version, language)))
            .toList();
    return Optional.of(
        new TemplateVersions(
            name, versions, missing, store.history(transaction, restaurantId, name)));
  }

  /// Fills a template for the customer of a conversation, if WhatsApp would take it now.
  ///
  /// @param language exactly as approved: `ar` is not `ar_SA`
  /// @param reckoned the category that the sender reckons with; null for whichever it is
  public FillResult fill(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      String name,
      String language,
      @Nullable TemplateCategory reckoned,
      Parameters parameters) {
    return store
        .accountOf(transaction, restaurantId, conversationId)
        .map(account -> new TemplateKey(account, name, language))
        .flatMap(key -> store.find(transaction, restaurantId, key))
        .map(kept -> {
          FillResult.Refused refused =
              refusal(transaction, restaurantId, conversationId, kept, reckoned);
          return refused != null ? refused : fill(kept, parameters);
        })
        .orElseGet(() -> FillResult.Refused.of(FillResult.Reason.UNKNOWN, null));
  }

  /// A template with as much filled as the parameters fill; empty if there is none.
  ///
  /// @param faults gets what is missing or wrong
  Optional<Preview> preview(
      Transaction transaction,
      UUID restaurantId,
      String name,
      String language,
      Parameters parameters,
      Faults faults) {
    return store.ofName(transaction, restaurantId, name).stream()
        .filter(kept -> kept.details().language().equals(language))
        .findFirst()
        .flatMap(kept ->
            Optional.ofNullable(kept.details().form())
                .map(form ->
                    new Preview(kept.details(), form, new Filling(form, parameters, faults))));
  }

  /// A template and its filled words.
  record Preview(TemplateDetails template, TemplateForm form, Filling filling) {}

  /// What may be sent to a customer outside the window: in his language first, and of these what is
  /// no marketing.
  public List<TemplateDetails> fitting(
      Transaction transaction, UUID restaurantId, UUID conversationId, Language language) {
    String spoken = language.isArabic() ? "ar" : "en";
    return store
        .accountOf(transaction, restaurantId, conversationId)
        .map(account -> details(store.ofAccount(transaction, restaurantId, account)))
        .orElseGet(Stream::empty)
        .filter(template -> template.sendable() && isFillable(template))
        .filter(template ->
            template.category() != TemplateCategory.MARKETING
                || !isMarketingRefused(transaction, restaurantId, conversationId))
        .sorted(
            Comparator.comparing((TemplateDetails template) -> !speaks(template, spoken))
                .thenComparing(template -> template.category() != TemplateCategory.UTILITY)
                .thenComparing(TemplateDetails::name))
        .limit(MOST_FITTING)
        .toList();
  }

  /// WhatsApp refused a message: what its code says of the template, or of marketing to this
  /// customer, holds from now on. Other codes change nothing.
  public void refused(
      Transaction transaction, UUID restaurantId, UUID messageId, int code, Instant at) {
    if (code == MARKETING_KEPT_BACK) {
      rests.begin(transaction, restaurantId, messageId, at);
      return;
    }
    TemplateStatus status = statusAfter(code);
    if (status != null) {
      store
          .ofMessage(transaction, restaurantId, messageId)
          .ifPresent(key -> {
            News news = new News(Aspect.STATUS, status.wireName(), "WhatsApp " + code, null, at);
            changes.hear(transaction, restaurantId, key, news);
            syncs.wish(transaction, restaurantId, key.accountId(), clock.instant());
          });
    }
  }

  private static @Nullable TemplateStatus statusAfter(int code) {
    return switch (code) {
      case TEMPLATE_MISSING -> TemplateStatus.UNKNOWN;
      case TEMPLATE_PAUSED -> TemplateStatus.PAUSED;
      case TEMPLATE_DISABLED -> TemplateStatus.DISABLED;
      default -> null;
    };
  }

  /// The category is looked up at the moment of sending, since WhatsApp changes it by itself.
  private FillResult.@Nullable Refused refusal(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      TemplateStore.Kept kept,
      @Nullable TemplateCategory reckoned) {
    TemplateDetails template = kept.details();
    TemplateCategory category = template.category();
    if (!template.status().maySend()) {
      return FillResult.Refused.of(reason(template.status()), detail(template));
    }
    if (category == null || kept.components() == null) {
      return FillResult.Refused.of(FillResult.Reason.UNKNOWN, null);
    }
    if (reckoned != null && reckoned != category) {
      return FillResult.Refused.of(FillResult.Reason.CATEGORY_CHANGED, category.wireName());
    }
    if (!isFillable(template) || !Components.areKnown(kept.components())) {
      return FillResult.Refused.of(FillResult.Reason.UNSUPPORTED, null);
    }
    if (category != TemplateCategory.MARKETING) {
      return null;
    }
    if (wantsNoMarketing(transaction, restaurantId, conversationId)) {
      return FillResult.Refused.of(FillResult.Reason.OPTED_OUT, null);
    }
    return rests
        .until(transaction, restaurantId, conversationId, clock.instant())
        .map(until -> FillResult.Refused.of(FillResult.Reason.RESTING, until.toString()))
        .orElse(null);
  }

  private static FillResult fill(TemplateStore.Kept kept, Parameters parameters) {
    TemplateDetails template = kept.details();
    TemplateForm form = template.form();
    TemplateCategory category = template.category();
    if (form == null || category == null) {
      return FillResult.Refused.of(FillResult.Reason.UNKNOWN, null);
    }
    Faults faults = new Faults();
    Filling filling = new Filling(form, parameters, faults);
    if (!faults.isEmpty()) {
      return new FillResult.Refused(FillResult.Reason.WRONG_PARAMETERS, null, faults.found());
    }
    return new FillResult.Filled(
        new MessageContent.Template(
            template.name(),
            template.language(),
            category,
            filling.header(),
            filling.body(),
            filling.buttons(),
            filling.text()));
  }

  private boolean wantsNoMarketing(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    UUID customerId = store.customerOf(transaction, restaurantId, conversationId);
    return !consent.mayReceiveMarketing(transaction, restaurantId, customerId);
  }

  private boolean isMarketingRefused(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    return wantsNoMarketing(transaction, restaurantId, conversationId)
        || rests.until(transaction, restaurantId, conversationId, clock.instant()).isPresent();
  }

  private static FillResult.Reason reason(TemplateStatus status) {
    return switch (status) {
      case PAUSED -> FillResult.Reason.PAUSED;
      case DISABLED -> FillResult.Reason.DISABLED;
      case UNKNOWN, DELETED -> FillResult.Reason.UNKNOWN;
      case PENDING,
          APPROVED,
          REJECTED,
          FLAGGED,
          IN_APPEAL,
          PENDING_DELETION,
          LIMIT_EXCEEDED,
          ARCHIVED,
          LOCKED ->
          FillResult.Reason.NOT_APPROVED;
    };
  }

  private static String detail(TemplateDetails template) {
    return template.reason() == null ? template.status().wireName() : template.reason();
  }

  /// One-time codes, forms, catalogues and places in the header need more than words and a file.
  private static boolean isFillable(TemplateDetails template) {
    TemplateForm form = template.form();
    return form != null
        && template.category() != TemplateCategory.AUTHENTICATION
        && (form.header() == null
            || form.header().format() == HeaderFormat.TEXT
            || form.header().format().isFile())
        && form.buttons().stream().noneMatch(button -> button.kind() == TemplateButtonKind.OTHER);
  }

  private static boolean speaks(TemplateDetails template, String language) {
    return template.language().equals(language) || template.language().startsWith(language + "_");
  }

  private static Stream<TemplateDetails> details(List<TemplateStore.Kept> kept) {
    return kept.stream().map(TemplateStore.Kept::details);
  }
}
