package com.crmres.common.payment;

/// The owner's account with a payment provider; nobody is ever shown it again.
///
/// @param secretKey for asking the provider
/// @param webhookToken what the provider's callbacks must carry, 16 characters at least
public record AccountRequest(String secretKey, String webhookToken) {}
