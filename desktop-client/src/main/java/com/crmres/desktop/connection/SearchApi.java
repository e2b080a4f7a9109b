package com.crmres.desktop.connection;

import com.crmres.common.search.SearchHit;
import com.crmres.common.wire.Page;

/// Finds what was ever said, customers and orders. Blocks and throws [ServerFailure].
public interface SearchApi {

  /// The newest first.
  Page<SearchHit> search(SearchQuery query);
}
