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
  /// A list whose length is outside {0} to {1}.
  COUNT,
  /// It stands there twice.
  DUPLICATE,
  /// The same name or code is taken already.
  TAKEN,
  /// Choices that lead back to themselves along {0}.
  CIRCLE,
  /// Choices within choices deeper than {0}.
  TOO_DEEP,
  /// It is still used {0} times.
  IN_USE,
  /// A text that begins or ends with a blank.
  BLANK_ENDS,
  /// No address of a page.
  ADDRESS,
  /// No place where a printer may be.
  PRINTER_ADDRESS,
  /// A text with a line break, a tab or several blanks in a row.
  ONE_LINE,
  /// A line around an area with fewer than three corners.
  RING_TOO_SHORT,
  /// A line around an area that does not end where it begins.
  RING_OPEN,
  /// An area whose border crosses itself.
  CROSSES_ITSELF,
  /// A place outside of Saudi Arabia.
  ELSEWHERE,
  /// Not exactly one emoji.
  EMOJI,
  /// Rows of one section that do not stand together.
  TORN,
  /// It is not ours to send.
  NOT_SENDABLE,
  /// There is no such thing, or not any more.
  UNKNOWN,
  /// It refers to what is older than 30 days.
  TOO_OLD,
  /// A template that is not approved, or paused.
  TEMPLATE_NOT_APPROVED,
  /// A template that takes {0} parameters there.
  PARAMETERS,
  /// The customer has never written.
  WINDOW_NEVER_OPEN,
  /// The service window closed {0} hours ago.
  WINDOW_ENDED,
  /// A template that may be sent instead: {0} in the language {1}.
  TEMPLATE_FITS,
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
  WHATSAPP_SAYS,
  /// A move that the order does not make from where it stands.
  MOVE_OUT_OF_STATE,
  /// A move whose time is over.
  MOVE_TOO_LATE,
  /// An order that was never accepted.
  MOVE_NEVER_ACCEPTED,
  /// A move that was made before.
  MOVE_DONE_BEFORE,
  /// More money than is open.
  MOVE_TOO_MUCH,
  /// A time that is over.
  MOVE_INTO_PAST,
  /// What the customer was not offered, or not like that.
  MOVE_NOT_OFFERED,
  /// A branch that cannot make it, or only for more.
  MOVE_NOT_THERE,
  /// A time, or a branch, that takes no more.
  MOVE_NO_ROOM,
  /// An order for which money has come.
  MOVE_PAID,
  /// An order that a till has.
  MOVE_AT_TILL,
  /// The branch has none left of it.
  CART_SOLD_OUT,
  /// More than {0} options of a group.
  CART_TOO_MANY,
  /// The branch does not deliver.
  CART_NO_DELIVERY,
  /// No branch takes orders for that time.
  CART_CLOSED_THEN,
  /// As many lines as a cart holds.
  CART_FULL,
  /// Something about it must be known first.
  CART_INCOMPLETE,
  /// Its branch takes no orders now.
  CART_CLOSED,
  /// Its branch takes neither cash nor a link for that amount.
  CART_NOT_PAYABLE,
  /// There is nothing in it.
  CART_EMPTY,
  /// The order it is to change cannot be changed any more.
  CART_ORDER_FIXED
}
