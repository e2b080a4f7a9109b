package com.crmres.bench.desktop;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.customer.CustomerSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Conversations and messages that nobody ever had: the same for the same number, so that none need
/// be kept.
final class Invented {

  static final UUID BRANCH = new UUID(1, 1);
  static final UUID STAFF = new UUID(1, 2);

  private static final long CONVERSATION = 10;
  private static final long MESSAGE = 11;
  private static final long CUSTOMER = 12;

  private static final List<String> NAMES =
      List.of("نورة القحطاني", "أحمد العتيبي", "Sara Johnson", "فهد الدوسري", "ريم الشهري");

  /// From one word to a paragraph, in both languages, with emoji and numbers.
  private static final List<String> WORDS =
      List.of(
          "تمام",
          "السلام عليكم، أبغى 2 برجر دجاج و1 بطاطس كبير مع صوص الثوم لو سمحت 🍔🍟",
          "Can you make one of them without onions please? and add Pepsi",
          "وين المندوب؟ صار لي ساعة أنتظر، والطلب رقم A-31 المفروض يوصل قبل 20:30 😅",
          "أبشري، تم التعديل ✅ رقمي المباشر +966 55 123 4567 لو احتجتِ شيئًا",
          "الله يعافيك، نسعد بخدمتك دائمًا 🌹",
          """
          وعليكم السلام ورحمة الله 👋 أهلًا بك! هذا طلبك:
          • 2 × برجر دجاج
          • 1 × بطاطس (كبير)
          المجموع 64.00 ر.س شامل الضريبة 15%
          أؤكد الطلب؟\
          """,
          "2 zinger meals and one family box, delivery to Al Yasmin, King Abdulaziz Road, gate 3");

  private final Instant now;

  Invented(Instant now) {
    this.now = now;
  }

  static UUID conversationId(int number) {
    return new UUID(CONVERSATION, number);
  }

  static int number(UUID id) {
    return (int) id.getLeastSignificantBits();
  }

  static CustomerSummary customer(int number) {
    String phone = "9665%08d".formatted(number);
    return new CustomerSummary(
        new UUID(CUSTOMER, number), NAMES.get(number % NAMES.size()) + " " + number, phone);
  }

  /// The higher its number, the longer ago it was heard of.
  ConversationSummary conversation(int number) {
    return conversation(number, message(number, 1, now.minus(Duration.ofSeconds(20L * number))), 1);
  }

  ConversationSummary conversation(int number, MessageDetails last, long version) {
    boolean waits = number % 40 == 0;
    boolean ours = number % 9 == 0;
    return new ConversationSummary(
        conversationId(number),
        customer(number),
        BRANCH,
        waits ? ConversationStatus.ESCALATED : ConversationStatus.ACTIVE,
        ConversationType.ORDER,
        waits || ours ? Answerer.STAFF : Answerer.ASSISTANT,
        ours ? STAFF : null,
        ours ? "سارة العمري" : null,
        waits ? EscalationReason.ASKED_FOR_PERSON : null,
        last,
        number % 4,
        waits ? last.at() : null,
        new ChannelState(now.plus(Duration.ofHours(20)), null, false, 0, null),
        version);
  }

  /// One of a thread's messages, customers and we in turn.
  MessageDetails message(int conversation, long sequence, Instant at) {
    Sender sender =
        switch ((int) (sequence % 5)) {
          case 1, 3 -> Sender.CUSTOMER;
          case 0 -> Sender.STAFF;
          default -> Sender.AI;
        };
    String words = WORDS.get((int) ((sequence * 7 + conversation) % WORDS.size()));
    return new MessageDetails(
        new UUID(MESSAGE << 32 | conversation, sequence),
        conversationId(conversation),
        sequence,
        sender,
        sender == Sender.STAFF ? "سارة العمري" : null,
        new MessageContent.Text(words),
        sender == Sender.CUSTOMER ? null : DeliveryStatus.READ,
        null,
        at);
  }

  /// Of a thread that goes back so far that its newest message is a minute old.
  MessageDetails past(int conversation, long sequence, long newest) {
    return message(conversation, sequence, now.minusSeconds(60 + 45 * (newest - sequence)));
  }
}
