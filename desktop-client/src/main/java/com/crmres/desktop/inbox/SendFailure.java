package com.crmres.desktop.inbox;

import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;

/// Says why a message did not arrive, as far as anybody knows.
final class SendFailure {

  /// WhatsApp's code for "message undeliverable".
  private static final String UNDELIVERABLE = "131026";

  /// The server's word for an answer of the assistant that a person forestalled.
  private static final String WITHDRAWN = "withdrawn";

  private SendFailure() {}

  /// WhatsApp does not say why it could not deliver: who has blocked us, has an old WhatsApp or no
  /// WhatsApp reads the same, so nothing is guessed.
  static String words(String why, Texts texts) {
    if (why.equals(WITHDRAWN)) {
      return texts.of("message.withdrawn");
    }
    return why.startsWith(UNDELIVERABLE)
        ? texts.of("message.undeliverable")
        : texts.of("message.failed", DisplayText.line(why));
  }
}
