package com.crmres.server.conversation;

import com.crmres.common.conversation.FittingTemplate;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says over HTTP what came of a staff member's message.
public final class ReplyFaults {

  private ReplyFaults() {}

  /// The message that will be sent.
  ///
  /// @param member of the request that carried the content; empty for none
  /// @throws ApiException if it will not be sent
  public static MessageDetails messageOf(ReplyResult result, String member) {
    return switch (result) {
      case ReplyResult.Queued(MessageDetails message) -> message;
      case ReplyResult.Refused(List<ContentFault> faults) ->
          throw new ApiException(
              ErrorCode.INVALID_INPUT, faults.stream().map(fault -> fault(fault, member)).toList());
      case ReplyResult.WindowClosed(Duration ago, List<FittingTemplate> templates) ->
          throw new ApiException(ErrorCode.WINDOW_CLOSED, windowClosed(ago, templates));
      case ReplyResult.Moved() -> throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
      case ReplyResult.CommandReused() -> throw new ApiException(ErrorCode.COMMAND_REUSED);
    };
  }

  private static Fault fault(ContentFault fault, String member) {
    return new Fault(path(fault.path(), member), rule(fault.rule()), fault.arguments());
  }

  private static String path(String path, String member) {
    if (member.isEmpty() || path.equals("replyTo")) {
      return path;
    }
    return path.isEmpty() ? member : member + "." + path;
  }

  /// The reason first, then a line for each template that fits.
  private static List<Fault> windowClosed(@Nullable Duration ago, List<FittingTemplate> templates) {
    List<Fault> faults = new ArrayList<>();
    faults.add(
        ago == null
            ? new Fault("window", Rule.WINDOW_NEVER_OPEN, List.of())
            : new Fault("window", Rule.WINDOW_ENDED, List.of(Math.max(0, ago.toHours()))));
    for (int i = 0; i < templates.size(); i++) {
      FittingTemplate template = templates.get(i);
      faults.add(
          new Fault(
              "templates[" + i + "]",
              Rule.TEMPLATE_FITS,
              List.of(template.name(), template.language())));
    }
    return faults;
  }

  private static Rule rule(ContentFault.Rule rule) {
    return switch (rule) {
      case REQUIRED -> Rule.REQUIRED;
      case LENGTH -> Rule.LENGTH;
      case COUNT -> Rule.COUNT;
      case RANGE -> Rule.RANGE;
      case DUPLICATE -> Rule.DUPLICATE;
      case BLANK_ENDS -> Rule.BLANK_ENDS;
      case ADDRESS -> Rule.ADDRESS;
      case ONE_LINE -> Rule.ONE_LINE;
      case EMOJI -> Rule.EMOJI;
      case TORN -> Rule.TORN;
      case NOT_SENDABLE -> Rule.NOT_SENDABLE;
      case UNKNOWN -> Rule.UNKNOWN;
      case TOO_OLD -> Rule.TOO_OLD;
      case TEMPLATE_NOT_APPROVED -> Rule.TEMPLATE_NOT_APPROVED;
      case PARAMETERS -> Rule.PARAMETERS;
    };
  }
}
