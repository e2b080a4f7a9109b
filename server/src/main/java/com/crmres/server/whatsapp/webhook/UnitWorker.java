package com.crmres.server.whatsapp.webhook;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.StatusEntry;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.MessageChanges;
import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.EventHandler;
import com.crmres.server.whatsapp.MediaIntake;
import com.crmres.server.whatsapp.MessageReport;
import com.crmres.server.whatsapp.ReportHandler;
import com.crmres.server.whatsapp.UnreadableUnit;
import com.crmres.server.whatsapp.number.Numbers;
import com.crmres.server.whatsapp.outbox.Reports;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Does the units of one lane after the other, each in a transaction of its own.
///
/// A unit done is deleted together with its effects, so it is done once whoever tries it how often.
public final class UnitWorker {

  private static final Logger LOG = System.getLogger(UnitWorker.class.getName());
  private static final Duration RENEWAL = Duration.ofSeconds(2);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int MOST_ATTEMPTS = 10;

  private final Database database;
  private final Inbox inbox;
  private final UnitLanes lanes;
  private final Numbers numbers;
  private final Conversations conversations;
  private final Reports reports;
  private final EventUnits events;
  private final List<ReportHandler> reportHandlers;
  private final MessageUnits messages;

  /// Makes a worker.
  ///
  /// @param inbox goes first when WhatsApp waits for an answer
  /// @param handlers of the events that are neither message nor status
  /// @param reportHandlers who else hears of statuses
  /// @param media hears of the files that customers send
  /// @param wishes hears those about advertising in what customers write
  public UnitWorker(
      Database database,
      Inbox inbox,
      String node,
      Numbers numbers,
      Conversations conversations,
      MessageChanges changes,
      Reports reports,
      List<EventHandler> handlers,
      List<ReportHandler> reportHandlers,
      MediaIntake media,
      Ids ids,
      MarketingWishes wishes) {
    this.database = database;
    this.inbox = inbox;
    this.lanes = new UnitLanes(database, node);
    this.numbers = numbers;
    this.conversations = conversations;
    this.reports = reports;
    this.events = new EventUnits(database, numbers, handlers);
    this.reportHandlers = List.copyOf(reportHandlers);
    this.messages = new MessageUnits(conversations, changes, media, ids, wishes);
  }

  /// Leases a lane that has something to do, and does it.
  ///
  /// @return whether there was one
  public boolean work() {
    inbox.giveWay();
    Optional<Integer> lane = lanes.lease();
    lane.ifPresent(this::workOn);
    return lane.isPresent();
  }

  /// A customer whose unit must wait keeps his later units waiting; the others of the lane go on.
  private void workOn(int lane) {
    Set<String> waitingCustomers = new HashSet<>();
    long renewedAt = System.nanoTime();
    for (UnitLanes.Unit unit : lanes.head(lane)) {
      inbox.giveWay();
      if (!waitingCustomers.contains(unit.customerKey()) && !attempt(unit)) {
        waitingCustomers.add(unit.customerKey());
      }
      if (System.nanoTime() - renewedAt > RENEWAL.toNanos()) {
        if (!lanes.renew(lane)) {
          return;
        }
        renewedAt = System.nanoTime();
      }
    }
    lanes.release(lane);
  }

  /// Does a unit, or says why not.
  ///
  /// @return false if it has to wait
  private boolean attempt(UnitLanes.Unit unit) {
    if (unit.attempts() >= MOST_ATTEMPTS) {
      LOG.log(Level.ERROR, "unit {0} is set aside: its workers die", unit.name());
      lanes.setAside(unit, "its workers die");
      return true;
    }
    try {
      carryOut(unit);
      return true;
    } catch (UnreadableUnit e) {
      lanes.setAside(unit, String.valueOf(e.getMessage()));
      return true;
    } catch (NotYet e) {
      boolean lastAttempt = unit.attempts() + 1 >= MOST_ATTEMPTS;
      if (lastAttempt && e.foreign) {
        return drop(unit);
      }
      return postpone(unit, String.valueOf(e.getMessage()));
    } catch (DatabaseException e) {
      if (e.isPassing()) {
        // No fault of the unit, so it never costs the unit.
        lanes.postpone(unit, RETRY, false);
        return false;
      }
      if (!e.isDuplicate()) {
        LOG.log(Level.WARNING, "unit " + unit.name() + " is tried again", e);
      }
      return postpone(unit, "database " + e.state());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "unit " + unit.name() + " is tried again", e);
      return postpone(unit, e.getClass().getSimpleName());
    }
  }

  private boolean postpone(UnitLanes.Unit unit, String reason) {
    if (unit.attempts() + 1 >= MOST_ATTEMPTS) {
      LOG.log(Level.ERROR, "unit {0} is set aside: {1}", unit.name(), reason);
      lanes.setAside(unit, reason);
      return true;
    }
    lanes.postpone(unit, RETRY.multipliedBy(1L << Math.min(unit.attempts(), 6)), true);
    return false;
  }

  /// Another program sends from the same number; its messages are none of ours.
  private boolean drop(UnitLanes.Unit unit) {
    LOG.log(Level.DEBUG, "unit {0} is a status of somebody else's message", unit.name());
    database.changeSystem(transaction -> {
      if (UnitLanes.take(transaction, unit)) {
        numbers.heardForeignStatus(transaction, unit.phoneNumberId());
      }
    });
    return true;
  }

  private void carryOut(UnitLanes.Unit unit) {
    JsonNode payload = Json.read(unit.payload(), JsonNode.class);
    if (payload.has("change")) {
      events.carryOut(unit, payload);
      return;
    }
    String number = unit.phoneNumberId();
    if (number == null) {
      throw new UnreadableUnit("no phone number id");
    }
    UUID restaurantId =
        numbers
            .restaurantOf(number)
            .orElseThrow(() -> new UnreadableUnit("a number of no restaurant here"));
    database.changeRestaurant(
        restaurantId, transaction -> carryOut(transaction, restaurantId, number, unit, payload));
  }

  private void carryOut(
      Transaction transaction,
      UUID restaurantId,
      String number,
      UnitLanes.Unit unit,
      JsonNode payload) {
    if (!UnitLanes.take(transaction, unit)) {
      return;
    }
    if (payload.has("message")) {
      messages.carryOut(transaction, restaurantId, number, payload);
    } else {
      report(transaction, restaurantId, number, StatusReader.read(payload));
    }
  }

  /// The status of a message that another program sent from the same number is nobody's here.
  private void report(
      Transaction transaction, UUID restaurantId, String number, StatusReader.Status status) {
    UUID messageId =
        reports
            .heardOf(transaction, restaurantId, status.messageId(), status.wamid())
            .or(() -> conversations.transcript().echoOf(transaction, restaurantId, status.wamid()))
            .orElseThrow(() -> new NotYet(status.messageId() == null));
    conversations.channelNews().isKnownAs(transaction, restaurantId, messageId, status.wamid());
    if (status.status() != null) {
      conversations
          .channelNews()
          .report(
              transaction,
              restaurantId,
              messageId,
              status.status(),
              new StatusEntry(status.word(), status.at(), status.failure()));
    }
    if (status.status() == DeliveryStatus.FAILED && status.code() != null) {
      reports.failed(transaction, restaurantId, messageId, status.code(), status.at());
    }
    MessageReport report = status.report(messageId, number);
    reportHandlers.forEach(handler -> handler.handle(transaction, restaurantId, report));
  }

  /// The message that a status speaks of may still be on its way.
  private static final class NotYet extends RuntimeException {

    /// Whether nothing says that it is one of ours.
    private final boolean foreign;

    NotYet(boolean foreign) {
      super("the status of a message that is not known");
      this.foreign = foreign;
    }
  }
}
