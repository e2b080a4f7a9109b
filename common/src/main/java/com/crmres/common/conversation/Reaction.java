package com.crmres.common.conversation;

/// A sign somebody put on a message.
///
/// @param sender the customer, or one of us
public record Reaction(Sender sender, String emoji) {}
