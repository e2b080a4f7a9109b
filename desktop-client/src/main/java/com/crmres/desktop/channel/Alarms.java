package com.crmres.desktop.channel;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which critical notices still hold. A paused number stays paused until it is resumed, whoever has
/// read of it; any other is an alarm until somebody has looked.
final class Alarms {

  private Alarms() {}

  /// The one to be shown over every screen.
  ///
  /// @param notices newest first
  static @Nullable ChannelNotice gravest(List<ChannelNotice> notices, Set<UUID> seen) {
    Predicate<ChannelNotice> paused =
        notice -> notice.kind() == ChannelNoticeKind.NUMBER_PAUSED && !isResumed(notice, notices);
    Predicate<ChannelNotice> unread =
        notice -> notice.kind() != ChannelNoticeKind.NUMBER_PAUSED && !seen.contains(notice.id());
    return notices.stream()
        .filter(notice -> notice.severity() == NoticeSeverity.CRITICAL)
        .filter(paused.or(unread))
        .min((one, other) -> Boolean.compare(paused.test(other), paused.test(one)))
        .orElse(null);
  }

  private static boolean isResumed(ChannelNotice paused, List<ChannelNotice> notices) {
    return notices.stream()
        .anyMatch(later ->
            later.kind() == ChannelNoticeKind.NUMBER_RESUMED
                && Objects.equals(later.phoneNumberId(), paused.phoneNumberId())
                && !later.at().isBefore(paused.at()));
  }
}
