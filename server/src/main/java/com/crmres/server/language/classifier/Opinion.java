package com.crmres.server.language.classifier;

/// What all classifiers make of one text.
public record Opinion(Judgement intent, Judgement sentiment, Judgement dialect) {}
