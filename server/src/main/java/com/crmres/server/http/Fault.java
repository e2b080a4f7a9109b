package com.crmres.server.http;

import java.util.List;

/// One thing that is wrong with an input.
///
/// @param field path of the member, for example `lines[2].quantity`; empty for the whole
/// @param arguments numbers for the words of the rule
public record Fault(String field, Rule rule, List<Object> arguments) {
  public Fault {
    arguments = List.copyOf(arguments);
  }
}
