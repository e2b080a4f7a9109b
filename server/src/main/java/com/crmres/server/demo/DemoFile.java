package com.crmres.server.demo;

import com.crmres.common.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Reads what the demo restaurant is made of.
final class DemoFile {

  private DemoFile() {}

  static <T> T read(String name, Class<T> type) {
    try (InputStream file = DemoFile.class.getResourceAsStream("/demo/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks demo/" + name);
      }
      return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException("demo/" + name + " cannot be read", e);
    }
  }
}
