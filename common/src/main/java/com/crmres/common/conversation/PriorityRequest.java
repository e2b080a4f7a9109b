package com.crmres.common.conversation;

/// A conversation is looked at sooner, or like any other.
public record PriorityRequest(Priority priority) {}
