package com.crmres.desktop.alert;

/// A notice that people were told, as the list of past ones has it.
///
/// @param seen whether somebody here said that he has seen it
public record PastNotice(Notice notice, boolean seen) {}
