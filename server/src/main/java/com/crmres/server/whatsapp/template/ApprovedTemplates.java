package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.FittingTemplate;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateHeader;
import com.crmres.server.conversation.ContentFault;
import com.crmres.server.conversation.Occasion;
import com.crmres.server.conversation.Prepared;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What WhatsApp approved, as conversations ask for it.
public final class ApprovedTemplates implements com.crmres.server.conversation.Templates {

  private final Templates templates;
  private final TemplateStore store = new TemplateStore();

  public ApprovedTemplates(Templates templates) {
    this.templates = templates;
  }

  @Override
  public List<FittingTemplate> fitting(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    Language language = store.languageOf(transaction, restaurantId, conversationId);
    return templates.fitting(transaction, restaurantId, conversationId, language).stream()
        .flatMap(template -> fitting(template).stream())
        .toList();
  }

  private static Optional<FittingTemplate> fitting(TemplateDetails template) {
    TemplateCategory category = template.category();
    return category == null || template.form() == null
        ? Optional.empty()
        : Optional.of(
            new FittingTemplate(
                template.name(), template.language(), category, template.form().body()));
  }

  @Override
  public Prepared prepare(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      MessageContent.Template template) {
    FillResult filled =
        templates.fill(
            transaction,
            restaurantId,
            conversationId,
            template.name(),
            template.language(),
            template.category(),
            new Parameters(template.header(), template.body(), template.buttons()));
    return switch (filled) {
      case FillResult.Filled(MessageContent.Template content) -> new Prepared.Ready(content);
      case FillResult.Refused refusal -> new Prepared.Faulty(List.of(fault(refusal)));
    };
  }

  private static ContentFault fault(FillResult.Refused refusal) {
    return switch (refusal.reason()) {
      case UNKNOWN -> new ContentFault("name", ContentFault.Rule.UNKNOWN);
      case NOT_APPROVED, PAUSED, DISABLED ->
          new ContentFault("name", ContentFault.Rule.TEMPLATE_NOT_APPROVED);
      case WRONG_PARAMETERS ->
          new ContentFault(refusal.faults().getFirst().field(), ContentFault.Rule.REQUIRED);
      case CATEGORY_CHANGED, UNSUPPORTED, RESTING, OPTED_OUT ->
          new ContentFault("name", ContentFault.Rule.NOT_SENDABLE);
    };
  }

  /// The template of the occasion's name, `order_accepted` for `order.accepted`, in the customer's
  /// language; its placeholders carry the names of the occasion's facts.
  @Override
  public Optional<MessageContent.Template> standIn(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Occasion occasion,
      Language language) {
    String name = StandardTemplates.nameOf(occasion.name());
    return store
        .accountOf(transaction, restaurantId, conversationId)
        .map(account -> new TemplateKey(account, name, language.isArabic() ? "ar" : "en"))
        .flatMap(key -> store.find(transaction, restaurantId, key))
        .map(TemplateStore.Kept::details)
        .filter(template -> occasion.facts().keySet().containsAll(template.placeholders()))
        .map(template -> fill(transaction, restaurantId, conversationId, template, occasion))
        .flatMap(filled ->
            filled instanceof FillResult.Filled(MessageContent.Template content)
                ? Optional.of(content)
                : Optional.empty());
  }

  private FillResult fill(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      TemplateDetails template,
      Occasion occasion) {
    List<MessageContent.TemplateParameter> parameters =
        template.placeholders().stream()
            .map(placeholder ->
                new MessageContent.TemplateParameter(
                    placeholder, occasion.facts().getOrDefault(placeholder, "")))
            .toList();
    return templates.fill(
        transaction,
        restaurantId,
        conversationId,
        template.name(),
        template.language(),
        TemplateCategory.UTILITY,
        new Parameters(file(template, occasion), parameters, List.of()));
  }

  /// A template of words only says it without the file.
  private static MessageContent.@Nullable HeaderParameter file(
      TemplateDetails template, Occasion occasion) {
    var form = template.form();
    TemplateHeader header = form == null ? null : form.header();
    MessageContent.HeaderParameter file = occasion.file();
    return header == null
            || file == null
            || file.kind() == null
            || !header.format().name().equals(file.kind().name())
        ? null
        : file;
  }
}
