package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.payment.AccountRequest;
import com.crmres.common.payment.PaymentSettings;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.HashSet;

/// Checks what an owner or manager wants of payments, and names every fault of it.
final class WishRules {

  private static final int SHORTEST_LINK = 15;
  private static final int LONGEST_LINK = 30;
  private static final int SHORTEST_TOKEN = 16;
  private static final int LONGEST_SECRET = 200;

  /// A secret travels in a header, where other characters would be another header.
  private static final String VISIBLE = "[\\x21-\\x7e]*";

  private WishRules() {}

  static void refuseFaults(PaymentSettings wish) {
    Faults faults = new Faults();
    if (wish.methods().isEmpty()) {
      faults.add("methods", Rule.REQUIRED);
    }
    if (new HashSet<>(wish.methods()).size() < wish.methods().size()) {
      faults.add("methods", Rule.DUPLICATE);
    }
    Money limit = wish.doorLimit();
    if (limit != null && limit.halalas() < 1) {
      faults.add("doorLimit", Rule.RANGE, 1, Integer.MAX_VALUE);
    }
    faults.range("linkMinutes", wish.linkMinutes(), SHORTEST_LINK, LONGEST_LINK);
    faults.throwIfAny();
  }

  static void refuseFaults(AccountRequest wish) {
    Faults faults = new Faults();
    secret(faults, "secretKey", wish.secretKey(), 1);
    secret(faults, "webhookToken", wish.webhookToken(), SHORTEST_TOKEN);
    faults.throwIfAny();
  }

  private static void secret(Faults faults, String field, String secret, int shortest) {
    faults.length(field, secret, shortest, LONGEST_SECRET);
    if (!secret.matches(VISIBLE)) {
      faults.add(field, Rule.CHARACTERS);
    }
  }
}
