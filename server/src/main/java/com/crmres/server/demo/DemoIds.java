package com.crmres.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids that are the same at each start, so that what is there already is recognised.
final class DemoIds {

  private DemoIds() {}

  static UUID of(String kind, String key) {
    return UUID.nameUUIDFromBytes(
        ("crm-res demo " + kind + " " + key).getBytes(StandardCharsets.UTF_8));
  }
}
