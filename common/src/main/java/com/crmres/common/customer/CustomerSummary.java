package com.crmres.common.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer as shown beside a conversation or an order.
///
/// @param name the WhatsApp profile name, else a neutral label; never a key
/// @param phone digits with country code; absent for customers known by user id only
public record CustomerSummary(UUID id, String name, @Nullable String phone) {}
