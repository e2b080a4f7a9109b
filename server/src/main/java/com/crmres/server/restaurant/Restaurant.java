package com.crmres.server.restaurant;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A brand with its own menu, staff and WhatsApp numbers; what belongs to it no other one sees.
///
/// @param vatNumber fifteen digits; null until it is known
public record Restaurant(
    UUID id, LocalizedText name, Personality personality, @Nullable String vatNumber) {}
