package com.crmres.server.assistant.openrouter;

import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.conversation.Sender;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.embedded.TestMenu;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Conversations before the turn.
final class Pasts {

  private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

  private Pasts() {}

  static Past of(String... customer) {
    return past(
        Arrays.stream(customer).map(text -> new Past.Earlier(Sender.CUSTOMER, text, AT)).toList());
  }

  static Past chatting(int messages) {
    return past(
        IntStream.range(0, messages)
            .mapToObj(
                i -> new Past.Earlier(i % 2 == 0 ? Sender.CUSTOMER : Sender.AI, "كلام " + i, AT))
            .toList());
  }

  /// A customer of whom this is remembered.
  static Past knowing(@Nullable String summary, Preference... preferences) {
    return new Past(
        List.of(), summary, List.of(), null, List.of(preferences), Past.FormOfAddress.UNKNOWN);
  }

  /// A customer who had this last time: one of each dish.
  static Past having(String... dishes) {
    List<Past.PastOrder.Line> lines =
        Arrays.stream(dishes)
            .map(dish -> new Past.PastOrder.Line(TestMenu.id(dish), 1, List.of()))
            .toList();
    Past.PastOrder order = new Past.PastOrder(TestMenu.id("past order"), AT, lines);
    return new Past(List.of(), null, List.of(order), null, List.of(), Past.FormOfAddress.UNKNOWN);
  }

  static Preference preference(PreferenceKind kind, String value) {
    return new Preference(TestMenu.id(value), kind, value, null, AT.plusSeconds(1));
  }

  private static Past past(List<Past.Earlier> earlier) {
    return new Past(earlier, null, List.of(), null, List.of(), Past.FormOfAddress.UNKNOWN);
  }
}
