package com.crmres.common.assistant;

import org.jspecify.annotations.Nullable;

/// Writes down what a customer likes, avoids or always does.
///
/// @param value 1 to 120 characters in one line
/// @param consented that the customer has agreed to its being kept; needed for an allergy
public record WritePreferenceRequest(
    PreferenceKind kind, String value, @Nullable Boolean consented) {}
