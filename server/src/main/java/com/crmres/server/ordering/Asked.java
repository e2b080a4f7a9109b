package com.crmres.server.ordering;

import org.jspecify.annotations.Nullable;

/// A move that somebody asks for.
///
/// @param once null where nobody repeats it
record Asked(OrderCommand command, Actor actor, @Nullable Once once) {}
