package com.crmres.bench.desktop;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/// What is left in memory once everything that nobody needs is gone.
final class OldGeneration {

  private static final double MEGABYTE = 1024.0 * 1024;

  private OldGeneration() {}

  static double megabytesAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().contains("Tenured") || pool.getName().contains("Old"))
            .mapToLong(OldGeneration::left)
            .sum()
        / MEGABYTE;
  }

  private static long left(MemoryPoolMXBean pool) {
    return pool.getCollectionUsage().getUsed();
  }
}
