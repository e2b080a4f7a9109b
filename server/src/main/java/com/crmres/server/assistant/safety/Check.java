package com.crmres.server.assistant.safety;

import java.util.stream.Stream;

/// Looks for one kind of what must not happen.
interface Check {

  /// As suites of attacks name it.
  String kind();

  /// What was found, in words for whoever mends it.
  Stream<String> faults(Moment moment);
}
