package com.crmres.server.assistant.embedded;

/// Something that a clause says of what was ordered.
///
/// @param end the place behind its words
/// @param effect does it
record EnglishAct(int end, Runnable effect) {}
