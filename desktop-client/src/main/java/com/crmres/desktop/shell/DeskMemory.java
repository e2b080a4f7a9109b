package com.crmres.desktop.shell;

import com.crmres.desktop.assistant.AssistantModel;
import com.crmres.desktop.habit.HabitsModel;
import com.crmres.desktop.inbox.InboxFilter;
import com.crmres.desktop.inbox.InboxModel;
import com.crmres.desktop.kitchen.GridShape;
import com.crmres.desktop.kitchen.KitchenModel;
import com.crmres.desktop.orders.BoardFilter;
import com.crmres.desktop.orders.OrderBoardModel;
import java.util.UUID;
import javafx.beans.property.StringProperty;

/// Brings screens back to the filters and sides at which their person left them.
final class DeskMemory {

  private static final String BOARD = "orders.filter";
  private static final String SIDE = "orders.side";
  private static final String STATION = "kitchen.station";
  private static final String SHAPE = "kitchen.shape";
  private static final String WHOLE = "whole";
  private static final String USAGE = "usage.columns";
  private static final String INBOX = "inbox.filter";

  private final HabitsModel habits;

  DeskMemory(HabitsModel habits) {
    this.habits = habits;
  }

  void of(OrderBoardModel board) {
    board.filter().set(BoardFilter.of(habits.kept(BOARD, BoardFilter.ALL.kept())));
    board.openSide().set(!habits.kept(SIDE, "open").equals("ended"));
    board.filter().subscribe(filter -> habits.keep(BOARD, filter.kept()));
    board.openSide().subscribe(open -> habits.keep(SIDE, open ? "open" : "ended"));
  }

  void of(AssistantModel assistant) {
    StringProperty columns = assistant.usage().columns();
    columns.set(habits.kept(USAGE, ""));
    columns.subscribe((before, now) -> habits.keep(USAGE, now));
  }

  void of(KitchenModel kitchen) {
    String kept = habits.kept(STATION, WHOLE);
    kitchen.station().set(kept.equals(WHOLE) ? null : UUID.fromString(kept));
    kitchen.shape().set(GridShape.of(habits.kept(SHAPE, GridShape.USUAL.kept())));
    kitchen.shape().subscribe(shape -> habits.keep(SHAPE, shape.kept()));
    kitchen
        .station()
        .subscribe(station -> habits.keep(STATION, station == null ? WHOLE : station.toString()));
  }

  void of(InboxModel inbox) {
    String kept = habits.kept(INBOX, InboxFilter.ALL.name());
    for (InboxFilter filter : InboxFilter.values()) {
      if (filter.name().equals(kept)) {
        inbox.filter().set(filter);
      }
    }
    inbox.filter().subscribe(filter -> habits.keep(INBOX, filter.name()));
  }
}
