package com.crmres.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.NoticeKind;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.customer.MergeReason;
import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.restaurant.Prayer;
import com.crmres.common.template.TemplateStatus;
import com.crmres.desktop.alert.Notice;
import com.crmres.desktop.orders.BoardColumn;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every word of the wire that a person reads has words in Arabic and in English.
class ConstantsTest {

  static Stream<Arguments> constants() {
    return Stream.of(
            of("assistant.dialect", Dialect.values()),
            of("assistant.intent", Intent.values()),
            of("assistant.mode", AssistantMode.values()),
            of("assistant.personality", Personality.values()),
            of("assistant.personality.example", Personality.values()),
            of("assistant.sentiment", Sentiment.values()),
            of("preference.kind", PreferenceKind.values()),
            of("suggestion.state", SuggestionState.values()),
            of("channel.kind", ChannelNoticeKind.values()),
            of("channel.advice", ChannelNoticeKind.values()),
            of("channel.severity", NoticeSeverity.values()),
            of("delivery", DeliveryStatus.values()),
            of("escalation", EscalationReason.values()),
            of("media.failure", MediaFailure.values()),
            of("media.kind", MediaKind.values()),
            of("merge.reason", MergeReason.values()),
            of("message.author", Sender.values()),
            of("message.notice", NoticeKind.values()),
            of("alert.kind", Notice.Kind.values()),
            of("prayer", Prayer.values()),
            of("order.delivery", DeliveryState.values()),
            of("order.flag", OrderFlag.values()),
            of("order.kitchen", KitchenState.values()),
            of("order.payment", OrderPaymentState.values()),
            of("order.reason", OrderReason.values()),
            of("order.status", OrderStatus.values()),
            of("kitchen.mark", TicketMark.values()),
            of("orders.column", BoardColumn.values()),
            of("soldOut.preset", AvailabilityPreset.values()),
            of("orders.action", OrderAction.values()),
            of("orders.fulfilment", Fulfilment.values()),
            of("role", Role.values()),
            of("template.category", TemplateCategory.values()),
            of("template.price", TemplateCategory.values()),
            of("template.status", TemplateStatus.values()))
        .flatMap(all -> all);
  }

  private static Stream<Arguments> of(String prefix, Enum<?>... constants) {
    return Stream.of(constants).map(constant -> Arguments.of(prefix, constant));
  }

  @ParameterizedTest
  @MethodSource("constants")
  void haveWordsInBothLanguages(String prefix, Enum<?> constant) {
    String arabic = Texts.in(ScreenLanguage.ARABIC).of(prefix, constant);
    String english = Texts.in(ScreenLanguage.ENGLISH).of(prefix, constant);

    assertThat(english).isNotBlank().doesNotContain("_");
    assertThat(arabic).isNotBlank().isNotEqualTo(english).matches(".*\\p{InARABIC}.*");
  }
}
