package com.crmres.common.conversation;

/// A template that may be sent in a conversation now.
///
/// @param name and
/// @param language as approved, exactly: `ar` is not `ar_SA`
/// @param text its words with the placeholders
public record FittingTemplate(
    String name, String language, TemplateCategory category, String text) {}
