package com.crmres.bench.desktop;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.inbox.InboxModel;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.text.ScreenLanguage;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Eight hours at the desk in a few minutes: chats opened and answered, screens changed, history
/// read, the language switched and back.
final class WholeShift {

  private static final int HOURS = 8;
  private static final int CHATS_AN_HOUR = 60;
  private static final List<Desk.Screen> ROUND =
      List.of(
          Desk.Screen.ORDERS,
          Desk.Screen.INBOX,
          Desk.Screen.KITCHEN,
          Desk.Screen.INBOX,
          Desk.Screen.PICKUP,
          Desk.Screen.INBOX);

  private final Seat seat;

  WholeShift(Seat seat) {
    this.seat = seat;
  }

  /// @param seconds that the whole shift takes
  void run(int seconds) throws Exception {
    InboxModel inbox = seat.ask(() -> seat.desk().inbox());
    seat.until("a list", () -> !inbox.conversations().isEmpty());
    long pause = TimeUnit.SECONDS.toMillis(seconds) / (HOURS * CHATS_AN_HOUR);
    for (int chat = 0; chat < HOURS * CHATS_AN_HOUR; chat++) {
      long next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
      minute(inbox, chat);
      if (chat % CHATS_AN_HOUR == CHATS_AN_HOUR - 1) {
        hour(chat / CHATS_AN_HOUR + 1);
      }
      TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
    }
  }

  private void minute(InboxModel inbox, int chat) throws Exception {
    seat.act(() -> {
      List<ConversationSummary> list = inbox.conversations();
      inbox.open(list.get(chat % list.size()));
    });
    seat.until("a thread", () -> !inbox.thread().messages().isEmpty());
    if (chat % 4 == 0) {
      seat.act(() -> inbox.thread().loadOlder());
    }
    seat.act(() -> inbox.thread().reply().set("أبشر، ثواني وأرد عليك " + chat));
    if (chat % 5 == 0) {
      Desk.Screen screen = ROUND.get(chat / 5 % ROUND.size());
      seat.act(() -> seat.desk().screen().set(screen));
    }
    seat.act(() -> inbox.thread().reply().set(""));
  }

  private void hour(int hour) throws Exception {
    for (ScreenLanguage language : List.of(ScreenLanguage.ENGLISH, ScreenLanguage.ARABIC)) {
      seat.act(() -> seat.model().language().set(language));
    }
    Seat.figure("shift.hour." + hour, hour);
    Seat.figure("shift.old." + hour, OldGeneration.megabytesAfterCollection());
  }
}
