package com.crmres.common.conversation;

import com.crmres.common.restaurant.LocalizedText;
import java.util.UUID;

/// A reply that lies ready for staff.
///
/// @param shortcut what staff type behind `/`: 1 to 30 letters, digits, `-` and `_`
/// @param text 1 to 1000 characters in each language; `{name}`, `{branch}`, `{order}` and `{me}`
///   are filled in
/// @param version as it was seen; 0 for a new one
public record ReadyReply(UUID id, String shortcut, LocalizedText text, long version) {}
