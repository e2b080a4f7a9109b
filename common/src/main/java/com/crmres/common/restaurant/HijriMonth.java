package com.crmres.common.restaurant;

/// A Hijri month that begins on another day than reckoned.
///
/// @param days by how many: -1, 0 or 1
public record HijriMonth(int year, int month, int days) {}
