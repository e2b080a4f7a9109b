package com.crmres.desktop.connection;

import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.stream.Collectors;

/// Finds what was ever said, customers and orders, over HTTP.
final class HttpSearch implements SearchApi {

  private final SignedExchange exchange;

  HttpSearch(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Page<SearchHit> search(SearchQuery query) {
    String kinds =
        query.kinds().stream().map(SearchKind::wireName).sorted().collect(Collectors.joining(","));
    String path =
        "/v1/search?limit=%d&branch=%s&kind=%s".formatted(query.limit(), query.branchId(), kinds);
    return exchange.get(
        path
            + QueryText.parameter("text", query.words())
            + QueryText.parameter("after", query.after()),
        new TypeReference<>() {});
  }
}
