package com.crmres.server.assistant;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;

/// What a turn is about, how the customer feels, how he writes; each with how sure the mind is, 0
/// to 1.
public record Judgement(
    Intent intent,
    double intentConfidence,
    Sentiment sentiment,
    double sentimentConfidence,
    Dialect dialect,
    double dialectConfidence) {}
