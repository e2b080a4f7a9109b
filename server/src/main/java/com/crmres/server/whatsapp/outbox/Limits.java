package com.crmres.server.whatsapp.outbox;

/// WhatsApp's limits of what may be sent (whatsapp-cloud-api.md 4.1 and 4.2), in UTF-16 units.
final class Limits {

  static final int TEXT = 4_096;
  static final int BODY = 1_024;
  static final int CAPTION = 1_024;
  static final int SMALL_WORDS = 60;
  static final int BUTTONS = 3;
  static final int BUTTON_ID = 256;
  static final int LABEL = 20;
  static final int ROWS = 10;
  static final int ROW_ID = 200;
  static final int ROW_TITLE = 24;
  static final int ROW_DESCRIPTION = 72;
  static final int SECTION_TITLE = 24;
  static final int SECTIONS = 10;
  static final int PRODUCTS = 30;
  static final int CONTACTS = 257;
  static final int PAYLOAD = 128;
  static final int COUPON = 15;
  static final int TEMPLATE_BUTTONS = 10;

  /// Nobody reads more than so much at once; ours, not WhatsApp's.
  static final int LONGEST = 4 * TEXT;

  /// What WhatsApp says nothing about is held against this, so that nothing is without end.
  static final int OTHER = 1_024;

  private Limits() {}
}
