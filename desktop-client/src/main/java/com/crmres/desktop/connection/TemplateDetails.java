package com.crmres.desktop.connection;

import com.crmres.common.conversation.TemplateCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template in one language, as far as a person who sends it must know it.
///
/// @param category what a message of it is billed as; absent until known
/// @param status `approved`, `paused`, `rejected`, …
/// @param reason why it may not be sent, in WhatsApp's words
/// @param form absent until WhatsApp's list has told it
/// @param placeholders of the body: `1`, `2`, … or names
/// @param sendable whether a message of it may be sent now
public record TemplateDetails(
    String name,
    String language,
    @Nullable TemplateCategory category,
    String status,
    @Nullable String reason,
    @Nullable Form form,
    List<String> placeholders,
    boolean sendable) {

  public TemplateDetails {
    placeholders = List.copyOf(placeholders);
  }

  /// Its words with their placeholders.
  public record Form(
      @Nullable Header header, String body, @Nullable String footer, List<Button> buttons) {
    public Form {
      buttons = List.copyOf(buttons);
    }
  }

  /// What stands above the words.
  ///
  /// @param format `text`, `image`, `video`, `document`, `location`
  public record Header(String format, @Nullable String text) {}

  /// A button.
  ///
  /// @param kind `quick_reply`, `url`, `phone_number`, `copy_code`, …
  /// @param target the page it leads to, which may end in a placeholder
  public record Button(String kind, String text, @Nullable String target) {}
}
