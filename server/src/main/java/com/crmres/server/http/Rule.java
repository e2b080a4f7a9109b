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
  UNEXPECTED,
  /// Placeholders that are neither numbered without gap nor all named, or too many of them.
  PLACEHOLDERS,
  /// A placeholder at the beginning or the end.
  PLACEHOLDER_AT_EDGE,
  /// Not one example for each placeholder.
  EXAMPLES,
  /// No such template in exactly this language.
  TEMPLATE_UNKNOWN,
  /// The template is not approved: {0}.
  TEMPLATE_STATUS,
  /// The template is paused: {0}.
  TEMPLATE_PAUSED,
  /// The template is disabled: {0}.
  TEMPLATE_DISABLED,
  /// The template is billed as {0} by now.
  TEMPLATE_CATEGORY,
  /// The template has parts that cannot be filled.
  TEMPLATE_UNSUPPORTED,
  /// No marketing to this customer before {0}.
  MARKETING_RESTS,
  /// The customer wants no marketing.
  MARKETING_REFUSED,
  /// WhatsApp refused it with code {0} and the words {1}.
  WHATSAPP_SAYS
}
