package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody is about to say.
///
/// @param answered the message it answers
/// @param file what goes with it
record Draft(String text, @Nullable MessageDetails answered, @Nullable Path file) {

  static final Draft NOTHING = new Draft("", null, null);

  Draft stripped() {
    return new Draft(text.strip(), answered, file);
  }

  boolean isEmpty() {
    return text.isBlank() && file == null;
  }

  @Nullable UUID replyTo() {
    MessageDetails one = answered;
    return one == null ? null : one.id();
  }

  /// The same to the customer, whatever has happened to the answered message meanwhile.
  boolean saysTheSameAs(Draft other) {
    return text.equals(other.text)
        && Objects.equals(file, other.file)
        && Objects.equals(replyTo(), other.replyTo());
  }

  Draft withText(String words) {
    return new Draft(words, answered, file);
  }

  /// Its words and then those of a later one.
  String textBefore(Draft later) {
    if (text.isBlank() || later.text.isBlank()) {
      return text.isBlank() ? later.text : text;
    }
    return text.stripTrailing() + "\n" + later.text;
  }

  /// What is left once `gone` is on its way.
  Draft without(Draft gone, boolean textToo) {
    return new Draft(
        textToo && text.strip().equals(gone.text) ? "" : text,
        Objects.equals(replyTo(), gone.replyTo()) ? null : answered,
        Objects.equals(file, gone.file) ? null : file);
  }
}
