package com.crmres.common.restaurant;

import java.time.Instant;

/// When a prayer is called at a branch, to the minute of its own city.
public record PrayerTime(Prayer prayer, Instant at) {}
