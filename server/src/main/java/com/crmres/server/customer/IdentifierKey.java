package com.crmres.server.customer;

/// One key by which a customer is recognised.
record IdentifierKey(String kind, String value) {
  static final String USER_ID = "user_id";
  static final String PARENT_USER_ID = "parent_user_id";
  static final String PHONE = "phone";
}
