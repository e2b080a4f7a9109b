package com.crmres.server.whatsapp.operator;

import java.util.List;

/// What came, or would come, of each thing asked for.
///
/// @param dryRun whether nothing was done
record Outcomes<T>(boolean dryRun, List<T> items) {}
