package com.crmres.common.conversation;

/// How many open conversations there are under each tab; those that sleep are counted apart only.
///
/// @param mine those of the person who asks
/// @param unassigned people's, and nobody has taken them over
/// @param assistant the assistant answers
/// @param escalated handed to people, and nobody has taken them over
/// @param all open and awake
/// @param asleep out of sight for a while
public record ConversationCounts(
    int mine, int unassigned, int assistant, int escalated, int all, int asleep) {}
