package com.crmres.server.assistant.embedded;

/// What is being done to what is named.
enum EditVerb {
  NONE,
  WANT,
  ADD,
  REMOVE,
  CHANGE,
  REPLACE
}
