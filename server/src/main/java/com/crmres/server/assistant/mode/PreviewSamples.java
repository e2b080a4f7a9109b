package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// The conversations that ship with the house to try a personality with. What is ordered in them is
/// on the menu of whoever tries.
final class PreviewSamples {

  private static final String RESOURCE = "/assistant/preview/samples.json";

  private final List<PreviewSample> samples;

  PreviewSamples() {
    try (InputStream stream =
        Objects.requireNonNull(PreviewSamples.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      samples = List.of(Json.MAPPER.readValue(stream, PreviewSample[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /// Those of a language, with dishes of this menu in them; those that order are left out where
  /// there is nothing to order.
  ///
  /// @param language `ar` or `en`
  List<PreviewSample> in(String language, Menu menu) {
    List<String> dishes =
        menu.items()
            .filter(MenuItem::available)
            .map(MenuItem::name)
            .map((LocalizedText name) -> name.in(language))
            .distinct()
            .limit(2)
            .toList();
    return samples.stream()
        .filter(sample -> sample.language().wireName().startsWith(language))
        .filter(sample -> dishes.size() == 2 || !sample.said().toString().contains("{"))
        .map(sample -> filled(sample, dishes))
        .toList();
  }

  private static PreviewSample filled(PreviewSample sample, List<String> dishes) {
    if (dishes.size() < 2) {
      return sample;
    }
    return new PreviewSample(
        sample.id(),
        sample.title(),
        sample.language(),
        sample.said().stream()
            .map(said ->
                said.replace("{first}", dishes.getFirst()).replace("{second}", dishes.getLast()))
            .toList());
  }
}
