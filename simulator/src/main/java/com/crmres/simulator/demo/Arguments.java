package com.crmres.simulator.demo;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/// The words after `./crm demo`.
///
/// @param model whether a simulated language model answers the server
record Arguments(boolean keep, boolean fresh, boolean desktop, boolean model, OptionalLong seed) {

  static Arguments parse(List<String> words) {
    Arguments arguments = new Arguments(false, false, true, false, OptionalLong.empty());
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      arguments = arguments.with(rest.next(), rest);
    }
    return arguments;
  }

  private Arguments with(String word, Iterator<String> rest) {
    return switch (word) {
      case "--keep" -> new Arguments(true, fresh, desktop, model, seed);
      case "--fresh" -> new Arguments(keep, true, desktop, model, seed);
      case "--no-desktop" -> new Arguments(keep, fresh, false, model, seed);
      case "--model" -> new Arguments(keep, fresh, desktop, true, seed);
      case "--seed" -> new Arguments(keep, fresh, desktop, model, OptionalLong.of(number(rest)));
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
