package com.crmres.server.assistant.evaluation;

import java.util.List;
import java.util.Optional;

/// One part of the report.
interface Section {

  /// Its name in the JSON.
  String name();

  String title();

  /// The figure by which it is judged, from 0 to 1; none if it is not judged.
  default Optional<Double> weightiest() {
    return Optional.empty();
  }

  /// The figures for people.
  List<String> lines();

  /// What was read wrongly: what was said, what was expected, what came.
  List<String> failures();

  /// The figures for programs, failures included.
  Object json();
}
