package com.crmres.server.kitchen.book;

import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// Whoever puts tickets on paper; it only notes what is to be printed.
public interface Papers {

  /// No printers.
  Papers NONE = (_, _, _) -> {};

  void wanted(Transaction transaction, UUID restaurantId, List<Paper> papers);
}
