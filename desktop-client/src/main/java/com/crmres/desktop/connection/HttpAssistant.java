package com.crmres.desktop.connection;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.assistant.PreviewTurn;
import com.crmres.common.assistant.UsageLine;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import org.jspecify.annotations.Nullable;

/// How a restaurant's assistant is set up and what it did, over HTTP.
final class HttpAssistant implements AssistantApi {

  private final SignedExchange exchange;

  HttpAssistant(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public AssistantSettings settings() {
    return exchange.get("/v1/assistant/settings", SignedExchange.type(AssistantSettings.class));
  }

  @Override
  public AssistantSettings save(AssistantSettings changed) {
    return exchange.put("/v1/assistant/settings", changed, AssistantSettings.class);
  }

  @Override
  public Page<PreviewTurn> preview(PreviewRequest request) {
    return exchange.post("/v1/assistant/preview", request, new TypeReference<>() {});
  }

  @Override
  public Page<PreviewSample> samples(String language) {
    return exchange.get(
        "/v1/assistant/preview/samples?language=" + language, new TypeReference<>() {});
  }

  @Override
  public Page<UsageLine> usage(int days) {
    return exchange.get("/v1/assistant/usage?days=" + days, new TypeReference<>() {});
  }

  @Override
  public Page<AssistantCorrection> corrections(@Nullable String after) {
    return exchange.get(
        "/v1/assistant/corrections?limit=50" + (after == null ? "" : "&after=" + after),
        new TypeReference<>() {});
  }
}
