package com.crmres.common.payment;

import org.jspecify.annotations.Nullable;

/// What may be shown of an account with a payment provider.
///
/// @param provider its name; null if there is none
/// @param webhookPath where its callbacks go, behind the server's address
public record AccountDetails(@Nullable String provider, String webhookPath) {}
