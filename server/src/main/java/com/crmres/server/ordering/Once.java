package com.crmres.server.ordering;

import java.util.UUID;

/// What makes a move safe to repeat, and safe against a faster colleague.
///
/// @param commandId the same id twice is one move
/// @param expectedVersion the version the sender saw
record Once(UUID commandId, long expectedVersion) {}
