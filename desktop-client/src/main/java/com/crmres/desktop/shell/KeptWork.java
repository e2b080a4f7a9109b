package com.crmres.desktop.shell;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.alert.Notice;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.SignedIn;
import com.crmres.desktop.queue.CommandQueue;
import com.crmres.desktop.queue.Deed;
import com.crmres.desktop.queue.KeepingApi;
import com.crmres.desktop.queue.KeptCommand;
import com.crmres.desktop.queue.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// What a person did without network, and what he is told of it once there is one again.
final class KeptWork implements AutoCloseable {

  private final Calls calls;
  private final CommandQueue queue;
  private final ServerApi api;
  private final Set<UUID> asked = new HashSet<>();
  private int arrived;
  private @Nullable Desk desk;

  KeptWork(SignedIn person, BranchSummary branch, Surroundings around) {
    var server = person.server();
    var staff = person.staff();
    this.calls = around.calls();
    this.queue =
        new CommandQueue(
            around.local().of(staff.id(), server.address()),
            server.api(),
            around.calls()::inBackground,
            around.calls()::onScreen,
            around.clock());
    this.api =
        new KeepingApi(
            server.api(),
            queue,
            branch.id(),
            around.local().device(),
            staff.name(),
            around.ids(),
            around.clock());
    queue.listener(this::ended);
  }

  /// The server, behind the queue.
  ServerApi api() {
    return api;
  }

  CommandQueue queue() {
    return queue;
  }

  /// From now on there is somebody to tell.
  void sitsAt(Desk here) {
    desk = here;
    ListChangeListener<KeptCommand> changed = change -> changed(here);
    queue.kept().addListener(changed);
    here.inbox().thread().conversation().subscribe(opened -> calls.onScreen(() -> showWords(here)));
    changed(here);
  }

  /// Words that wait stand in their thread, however often it is opened.
  private void showWords(Desk here) {
    ConversationSummary open = here.inbox().thread().conversation().get();
    if (open != null) {
      queue.words(open.id(), here.staff().name()).forEach(here.inbox().thread()::waits);
    }
  }

  private void changed(Desk here) {
    Set<UUID> orders = new HashSet<>();
    for (KeptCommand one : queue.kept()) {
      if (one.deed() instanceof Deed.OrderMove move) {
        orders.add(move.orderId());
      }
      if (one.held() != null && asked.add(one.id())) {
        tell(here, Notice.Kind.KEPT_ASKS, one.id(), here::openNews, here.nameOf(one.deed()));
      }
    }
    here.orders().kept().retainAll(orders);
    here.orders().kept().addAll(orders);
    if (arrived > 0 && queue.kept().stream().noneMatch(one -> one.held() == null)) {
      tell(here, Notice.Kind.KEPT_SENT, "sent", null, Integer.toString(arrived));
      arrived = 0;
    }
  }

  private void ended(KeptCommand command, Outcome outcome) {
    Desk here = desk;
    if (here == null) {
      return;
    }
    here.inbox().thread().gone(command.id());
    switch (outcome.kind()) {
      case DONE, WAS_SO -> arrived++;
      case FOOD_MADE -> tell(here, Notice.Kind.KEPT_FOOD_MADE, command, outcome, at(outcome));
      case ACCEPTED_BEFORE -> {
        Object who = outcome.who() == null ? Notice.Somebody.UNKNOWN : outcome.who();
        tell(here, Notice.Kind.KEPT_ACCEPTED_BEFORE, command, outcome, who, at(outcome));
      }
      case TOO_LATE -> tell(here, Notice.Kind.KEPT_TOO_LATE, command, outcome, at(outcome));
      case ELSEWHERE -> tell(here, Notice.Kind.KEPT_ELSEWHERE, command, outcome);
      case OUTDATED -> tell(here, Notice.Kind.KEPT_OUTDATED, command, outcome);
      case REFUSED -> {
        String words = outcome.words() == null ? "" : outcome.words();
        tell(here, Notice.Kind.KEPT_REFUSED, command, outcome, words);
      }
    }
    if (outcome.kind() != Outcome.Kind.DONE) {
      asTheServerHasIt(command.deed(), here);
    }
    changed(here);
  }

  /// What was shown as done may stand otherwise.
  static void asTheServerHasIt(Deed deed, Desk here) {
    switch (deed) {
      case Deed.OrderMove _ -> here.orders().reload();
      case Deed.TicketMove _ -> here.kitchen().reload();
      case Deed.SoldOut _ -> here.soldOut().reload();
      case Deed.Reply _, Deed.Quote _, Deed.Note _ -> here.inbox().thread().reload();
    }
  }

  private static Object at(Outcome outcome) {
    Instant at = outcome.at();
    return at == null ? "" : at;
  }

  private void tell(
      Desk here, Notice.Kind kind, KeptCommand command, Outcome outcome, Object... more) {
    String number = outcome.number();
    List<Object> values = new ArrayList<>();
    values.add(number == null ? here.nameOf(command.deed()) : "#" + number);
    values.addAll(List.of(more));
    tell(here, kind, command.id(), look(here, command.deed()), values.toArray());
  }

  private static @Nullable Runnable look(Desk here, Deed deed) {
    return switch (deed) {
      case Deed.OrderMove move -> () -> here.look(move.orderId());
      case Deed.TicketMove _ -> () -> here.screen().set(Desk.Screen.KITCHEN);
      case Deed.Reply _, Deed.Quote _, Deed.Note _, Deed.SoldOut _ -> null;
    };
  }

  private static void tell(
      Desk here, Notice.Kind kind, Object about, @Nullable Runnable look, Object... values) {
    here.alerts().tell(new Notice(kind, about, List.of(values), here.now(), look));
  }

  /// How people call what was done something about.
  static String nameOf(Deed deed, Desk here) {
    UUID about = deed.about();
    return switch (deed) {
      case Deed.OrderMove _ ->
          here.orders().all().stream()
              .filter(order -> order.id().equals(about))
              .map(OrderSummary::number)
              .map(number -> "#" + number)
              .findFirst()
              .orElse("");
      case Deed.TicketMove _ -> here.kitchen().number(about).map(number -> "#" + number).orElse("");
      case Deed.SoldOut _ ->
          here.soldOut().all().stream()
              .filter(item -> item.id().equals(about))
              .map(item -> item.name().ar() + " · " + item.name().en())
              .findFirst()
              .orElse("");
      case Deed.Reply _, Deed.Quote _, Deed.Note _ ->
          here.inbox().conversations().stream()
              .filter(one -> one.id().equals(about))
              .map(one -> Objects.toString(one.customer().name(), ""))
              .findFirst()
              .orElse("");
    };
  }

  @Override
  public void close() {
    queue.close();
  }
}
