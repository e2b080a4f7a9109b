package com.crmres.simulator.payload;

/// One WhatsApp number of a restaurant.
///
/// @param accountId the WhatsApp Business Account it belongs to
/// @param phoneNumberId what routes a message to it
/// @param displayPhoneNumber its digits, with country code
/// @param verifiedName the name customers see
public record BusinessNumber(
    String accountId, String phoneNumberId, String displayPhoneNumber, String verifiedName) {}
