package com.crmres.common.assistant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the assistant's minds did and cost on one day (UTC).
///
/// @param model null for the embedded mind
/// @param fellBack turns that a model was to read and the embedded mind did
/// @param microDollars in millionths of a US dollar
public record UsageLine(
    LocalDate day,
    String mind,
    @Nullable String model,
    long turns,
    long fellBack,
    long promptTokens,
    long completionTokens,
    long microDollars) {}
