package com.crmres.server.whatsapp.price;

import com.crmres.common.wire.WireName;

/// By what costs are summed up.
enum Grouping implements WireName {
  CATEGORY("category"),
  DAY("to_char(delivered_at at time zone 'Asia/Riyadh', 'YYYY-MM-DD')"),
  NUMBER("phone_number_id");

  final String key;

  Grouping(String key) {
    this.key = key;
  }
}
