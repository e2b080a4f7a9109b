package com.crmres.common.menu;

/// The version of the menu after an edit.
public record MenuVersion(long version) {}
