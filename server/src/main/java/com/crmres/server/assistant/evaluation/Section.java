package com.crmres.server.assistant.evaluation;

import java.util.List;

/// One part of the report.
interface Section {

  /// Its name in the JSON.
  String name();

  String title();

  /// The figures for people.
  List<String> lines();

  /// What was read wrongly: what was said, what was expected, what came.
  List<String> failures();

  /// The figures for programs, failures included.
  Object json();
}
