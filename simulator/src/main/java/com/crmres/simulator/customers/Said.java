package com.crmres.simulator.customers;

import com.crmres.simulator.payload.Person;
import java.time.Instant;

/// Something a customer sent.
///
/// @param kind the `type` of the message
/// @param text what the customer wrote or the title of what was tapped; empty for a picture or a
///   pin
public record Said(String messageId, Person customer, String kind, String text, Instant at) {}
