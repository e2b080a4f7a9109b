package com.crmres.desktop.shell;

import com.crmres.desktop.ui.Icon;

/// Something that can be done by naming it.
///
/// @param words what it is called
/// @param also other words by which it is found
/// @param keys its own keys; empty if it has none
record Command(String id, String words, String also, String keys, Icon icon, Runnable run) {}
