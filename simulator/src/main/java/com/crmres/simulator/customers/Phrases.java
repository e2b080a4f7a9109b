package com.crmres.simulator.customers;

import com.crmres.simulator.weather.Dice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What people write, by dialect and purpose.
final class Phrases {

  private final Map<String, List<String>> byPurpose = new HashMap<>();

  Phrases() {
    InputStream table = Phrases.class.getResourceAsStream("phrases.tsv");
    var reader = new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8);
    try (BufferedReader lines = new BufferedReader(reader)) {
      lines.lines().skip(1).map(line -> line.split("\t", 3)).forEach(this::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("phrases.tsv could not be read", unreadable);
    }
  }

  String pick(Dialect dialect, String purpose, Dice dice, String key) {
    List<String> all = all(dialect, purpose);
    return all.get((int) dice.upTo(all.size() - 1L, purpose, key));
  }

  List<String> all(Dialect dialect, String purpose) {
    List<String> all = byPurpose.get(dialect + "/" + purpose);
    if (all == null) {
      throw new IllegalArgumentException("nobody says " + purpose + " in " + dialect);
    }
    return all;
  }

  private void add(String[] cells) {
    byPurpose.computeIfAbsent(cells[0] + "/" + cells[1], key -> new ArrayList<>()).add(cells[2]);
  }
}
