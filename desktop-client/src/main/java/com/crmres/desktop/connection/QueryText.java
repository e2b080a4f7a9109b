package com.crmres.desktop.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes parameters into addresses.
final class QueryText {

  private QueryText() {}

  /// `&name=value`, or nothing where there is no value.
  static String parameter(String name, @Nullable String value) {
    return value == null || value.isEmpty()
        ? ""
        : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
