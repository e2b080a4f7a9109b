package com.crmres.desktop.queue;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.desktop.World;
import java.util.List;
import java.util.UUID;

/// Kept commands of every kind.
final class Deeds {

  private Deeds() {}

  static KeptCommand kept(UUID id, Deed deed) {
    return new KeptCommand(id, World.NOW, false, deed, null);
  }

  static List<KeptCommand> oneOfEach() {
    UUID branch = World.OLAYA.id();
    UUID thread = World.id("conversation");
    UUID item = World.id("item");
    return List.of(
        kept(
            World.id("1"),
            new Deed.OrderMove(
                branch,
                World.id("order"),
                SafeDeeds.kept(
                    new ChangeOrderRequest(World.id("1"), OrderAction.ACCEPT, 3, null, 15),
                    "desk",
                    World.NOW))),
        kept(
            World.id("2"),
            new Deed.TicketMove(
                branch,
                World.id("ticket"),
                new KitchenCommandRequest(
                    World.id("2"),
                    KitchenAction.LINE_DONE,
                    4,
                    World.id("line"),
                    "desk",
                    World.NOW))),
        kept(World.id("3"), new Deed.Reply(thread, new ReplyRequest(World.id("3"), "أبشر"))),
        kept(
            World.id("4"),
            new Deed.Quote(
                thread,
                new SendRequest(World.id("4"), new MessageContent.Text("نعم"), World.id("said")))),
        kept(
            World.id("5"),
            new Deed.Note(
                thread, new WriteNoteRequest(World.id("5"), "يفضل الاستلام", List.of(item)))),
        kept(
            World.id("6"),
            new Deed.SoldOut(
                item,
                new AvailabilityRequest(
                    branch, false, null, AvailabilityPreset.END_OF_DAY, null))));
  }
}
