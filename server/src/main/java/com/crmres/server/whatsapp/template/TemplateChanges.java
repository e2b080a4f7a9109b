package com.crmres.server.whatsapp.template;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.TemplateQuality;
import com.crmres.common.template.TemplateStatus;
import com.crmres.common.wire.WireName;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.notice.Notices;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Brings news of templates into our copy and tells managers what they must know of them, from
/// wherever the news come: a webhook, the list, a refused message.
final class TemplateChanges {

  private final TemplateStore store = new TemplateStore();
  private final SyncStore syncs = new SyncStore();
  private final Notices notices;

  TemplateChanges(Notices notices) {
    this.notices = notices;
  }

  /// Takes news in; the same again, or older than what is known, changes nothing.
  ///
  /// A template not known yet is kept with what is known, and the rest is asked for.
  void hear(Transaction transaction, UUID restaurantId, TemplateKey key, News news) {
    if (store.ensure(transaction, restaurantId, key)) {
      syncs.wish(transaction, restaurantId, key.accountId(), news.at());
    }
    store
        .note(transaction, restaurantId, key, news)
        .ifPresent(change -> tell(transaction, restaurantId, key, news, change.before()));
  }

  /// Takes in what a template is when it is first met; that is no news for anybody.
  void learn(Transaction transaction, UUID restaurantId, TemplateKey key, News news) {
    store.ensure(transaction, restaurantId, key);
    store.note(transaction, restaurantId, key, news);
  }

  private void tell(
      Transaction transaction,
      UUID restaurantId,
      TemplateKey key,
      News news,
      @Nullable String before) {
    switch (news.aspect()) {
      case STATUS ->
          notice(
              transaction,
              restaurantId,
              ChannelNoticeKind.TEMPLATE_STATUS,
              severity(WireName.parse(TemplateStatus.class, news.value())),
              facts(key, news, before),
              news);
      case CATEGORY -> {
        // The first time we hear of it, it has not changed.
        if (before != null) {
          notice(
              transaction,
              restaurantId,
              ChannelNoticeKind.TEMPLATE_CATEGORY,
              severity(WireName.parse(TemplateCategory.class, news.value())),
              facts(key, news, before),
              news);
        }
      }
      case QUALITY ->
          notice(
              transaction,
              restaurantId,
              ChannelNoticeKind.TEMPLATE_QUALITY,
              severity(WireName.parse(TemplateQuality.class, news.value())),
              facts(key, news, before),
              news);
      case COMPONENTS -> {}
    }
  }

  private void notice(
      Transaction transaction,
      UUID restaurantId,
      ChannelNoticeKind kind,
      NoticeSeverity severity,
      Map<String, String> facts,
      News news) {
    notices.tell(transaction, restaurantId, null, kind, severity, facts, news.at());
  }

  private static Map<String, String> facts(TemplateKey key, News news, @Nullable String before) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("template", key.name());
    facts.put("language", key.language());
    facts.put("to", news.value());
    if (before != null) {
      facts.put("from", before);
    }
    if (news.reason() != null) {
      facts.put("reason", news.reason());
    }
    if (news.advice() != null) {
      facts.put("advice", news.advice());
    }
    return facts;
  }

  private static NoticeSeverity severity(TemplateStatus status) {
    return switch (status) {
      case PENDING, APPROVED, IN_APPEAL, ARCHIVED, DELETED, UNKNOWN -> NoticeSeverity.INFORMATION;
      case REJECTED, FLAGGED, PENDING_DELETION, LIMIT_EXCEEDED -> NoticeSeverity.WARNING;
      case PAUSED, DISABLED, LOCKED -> NoticeSeverity.CRITICAL;
    };
  }

  /// Marketing costs a multiple of the rest and is kept back from customers who had enough.
  private static NoticeSeverity severity(TemplateCategory category) {
    return category == TemplateCategory.MARKETING
        ? NoticeSeverity.WARNING
        : NoticeSeverity.INFORMATION;
  }

  private static NoticeSeverity severity(TemplateQuality quality) {
    return switch (quality) {
      case RED, YELLOW -> NoticeSeverity.WARNING;
      case GREEN, UNKNOWN -> NoticeSeverity.INFORMATION;
    };
  }
}
