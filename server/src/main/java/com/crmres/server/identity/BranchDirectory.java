package com.crmres.server.identity;

import com.crmres.server.database.Transaction;
import java.util.Set;
import java.util.UUID;

/// Says which branches a restaurant has, for people who see all of them.
@FunctionalInterface
public interface BranchDirectory {

  Set<UUID> branchesOf(Transaction transaction, UUID restaurantId);
}
