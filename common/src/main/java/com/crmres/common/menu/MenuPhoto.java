package com.crmres.common.menu;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives an item a picture.
///
/// @param photo id of an uploaded picture; null to take it away
public record MenuPhoto(@Nullable UUID photo) {}
