package com.crmres.server.http;

/// What an input may break; the words stand in the bundles under `fault.` and the constant's name.
public enum Rule {
  /// The body is not one JSON object.
  JSON_OBJECT,
  /// It is missing, or empty.
  REQUIRED,
  /// It is of another type.
  SHAPE,
  /// A number outside {0} to {1}.
  RANGE,
  /// A text whose length is outside {0} to {1}.
  LENGTH,
  /// None of the known values.
  CHOICE,
  /// A text with characters that cannot be kept.
  CHARACTERS,
  /// It does not belong here, given the rest.
  UNEXPECTED
}
