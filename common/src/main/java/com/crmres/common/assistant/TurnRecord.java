package com.crmres.common.assistant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One answered turn, as the assistant's log shows it.
///
/// @param mind who read it, for example `embedded-2` or `openrouter`
/// @param prompt the version of the prompt; null for the embedded mind
/// @param model the model that answered, by the name it gave itself
/// @param microDollars what it cost, in millionths of a US dollar
/// @param estimated whether the cost is our estimate, since no bill came
/// @param fellBack why the embedded mind took the turn though a model was to; null if none was
/// @param milliseconds how long reading took
public record TurnRecord(
    UUID id,
    Instant answeredAt,
    String mind,
    @Nullable String prompt,
    @Nullable String model,
    @Nullable Intent intent,
    @Nullable Sentiment sentiment,
    @Nullable Dialect dialect,
    @Nullable Double confidence,
    long promptTokens,
    long completionTokens,
    long microDollars,
    boolean estimated,
    @Nullable String fellBack,
    @Nullable Long milliseconds) {}
