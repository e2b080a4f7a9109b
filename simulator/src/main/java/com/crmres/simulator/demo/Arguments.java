package com.crmres.simulator.demo;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/// The words after `./crm demo`.
record Arguments(boolean keep, boolean fresh, boolean desktop, OptionalLong seed) {

  static Arguments parse(List<String> words) {
    Arguments arguments = new Arguments(false, false, true, OptionalLong.empty());
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      arguments = arguments.with(rest.next(), rest);
    }
    return arguments;
  }

  private Arguments with(String word, Iterator<String> rest) {
    return switch (word) {
      case "--keep" -> new Arguments(true, fresh, desktop, seed);
      case "--fresh" -> new Arguments(keep, true, desktop, seed);
      case "--no-desktop" -> new Arguments(keep, fresh, false, seed);
      case "--seed" -> new Arguments(keep, fresh, desktop, OptionalLong.of(number(rest)));
      default -> throw new BadArguments(word);
    };
  }

  private static long number(Iterator<String> rest) {
    String text = rest.hasNext() ? rest.next() : "";
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new BadArguments("--seed " + text);
    }
  }
}
