package com.crmres.common.assistant;

import java.util.UUID;

/// Writes down something to be remembered of a customer.
///
/// @param commandId the same id twice is one preference
/// @param value 1 to 120 characters
/// @param consent whether the customer agreed that it is kept; an allergy needs it
public record AddPreferenceRequest(
    UUID commandId, PreferenceKind kind, String value, boolean consent) {}
