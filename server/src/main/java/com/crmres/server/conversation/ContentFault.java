package com.crmres.server.conversation;

import java.util.List;

/// One thing for which a channel would refuse a message.
///
/// @param path the member of the content, for example `buttons[1].title`; empty for the whole
/// @param arguments numbers for the words of the rule
public record ContentFault(String path, Rule rule, List<Object> arguments) {

  public ContentFault {
    arguments = List.copyOf(arguments);
  }

  /// A fault of the whole content or of a member, without numbers.
  public ContentFault(String path, Rule rule) {
    this(path, rule, List.of());
  }

  /// What a message may break.
  public enum Rule {
    /// It is missing, or empty.
    REQUIRED,
    /// A text whose length is outside {0} to {1}.
    LENGTH,
    /// A list whose length is outside {0} to {1}.
    COUNT,
    /// A number outside {0} to {1}.
    RANGE,
    /// It stands there twice.
    DUPLICATE,
    /// It begins or ends with a blank.
    BLANK_ENDS,
    /// No address of a page.
    ADDRESS,
    /// It has a line break, a tab or several blanks in a row.
    ONE_LINE,
    /// It is not exactly one emoji.
    EMOJI,
    /// Its sections are torn apart.
    TORN,
    /// Only customers or the channel say such things.
    NOT_SENDABLE,
    /// There is no such thing, or not any more.
    UNKNOWN,
    /// What it refers to is older than 30 days.
    TOO_OLD,
    /// The template is not approved, or paused.
    TEMPLATE_NOT_APPROVED,
    /// The template takes {0} parameters here.
    PARAMETERS
  }
}
