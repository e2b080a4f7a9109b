package com.crmres.server.ordering;

import com.crmres.server.conversation.Occasion;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Every occasion at which the house tells a customer something of itself.
public final class Occasions {

  private Occasions() {}

  public static List<Occasion> all() {
    return Arrays.stream(Transition.values())
        .map(Transition::told)
        .filter(Objects::nonNull)
        .distinct()
        .map(told ->
            CustomerNotice.occasion(
                told, new OrderTexts.Facts("A-17", 25, "", "Olaya", "19:20", "31.00", "")))
        .toList();
  }
}
