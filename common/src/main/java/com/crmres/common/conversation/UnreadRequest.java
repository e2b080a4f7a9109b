package com.crmres.common.conversation;

/// Marks a conversation as if nobody had read it, or as read.
public record UnreadRequest(boolean unread) {}
