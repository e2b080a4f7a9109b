package com.crmres.server.assistant.embedded;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.customer.PhoneNumber;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the number to call about a delivery in what a customer sends: shared by our button, or
/// typed.
final class Phones {

  /// A number among words, in Latin or Arabic digits, with the signs people put between them.
  private static final Pattern NUMBER = Pattern.compile("\\+?\\p{Nd}[\\p{Nd} ()\\-]{6,22}\\p{Nd}");

  private Phones() {}

  /// The number, where one is asked for or a delivery is being read back; digits said at any other
  /// time are left to be read as words.
  static Optional<PhoneNumber> told(MessageContent content, Turn turn) {
    boolean asked = turn.pending() instanceof PendingQuestion.WhichPhone;
    boolean readBack =
        turn.pending() instanceof PendingQuestion.ConfirmCart
            && turn.cart().fulfilment() == Fulfilment.DELIVERY;
    if (!asked && !readBack) {
      return Optional.empty();
    }
    return switch (content) {
      case MessageContent.Text(String text) ->
          PhoneNumber.parse(text).or(() -> asked ? amongWords(text) : Optional.empty());
      case MessageContent.Contacts contacts when contacts.onRequest() ->
          contacts.contacts().stream()
              .flatMap(contact -> contact.phones().stream())
              .flatMap(phone -> PhoneNumber.parse(phone).stream())
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<PhoneNumber> amongWords(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .flatMap(found -> PhoneNumber.parse(found.group()).stream())
        .findFirst();
  }
}
