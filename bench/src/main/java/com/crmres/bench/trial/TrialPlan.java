package com.crmres.bench.trial;

/// What a trial does; the same plan does the same, as far as real processes allow.
///
/// @param customers how many come at least; more come as long as servers are killed
/// @param kills how often a server is killed
/// @param nodes how many servers share the database
public record TrialPlan(long seed, int customers, int kills, int nodes) {}
