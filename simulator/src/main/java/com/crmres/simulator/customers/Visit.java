package com.crmres.simulator.customers;

import com.crmres.simulator.payload.Person;
import java.time.Duration;
import java.util.List;

/// How the visit of a random customer went.
///
/// @param satisfied the order was placed, or at least one answer came
/// @param answerTimes from the customer's last word to the next answer
public record Visit(
    Person customer,
    Errand errand,
    Dialect dialect,
    boolean satisfied,
    int said,
    List<Duration> answerTimes) {}
