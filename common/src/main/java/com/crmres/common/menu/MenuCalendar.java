package com.crmres.common.menu;

/// Says how the sighted Hijri calendar differs from the computed one.
///
/// @param hijriShift days by which it runs ahead, -1 to 1
public record MenuCalendar(int hijriShift) {}
