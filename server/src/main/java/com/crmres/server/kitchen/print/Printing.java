package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PaperKind;
import com.crmres.common.kitchen.PrintDetails;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.kitchen.book.Paper;
import com.crmres.server.kitchen.book.Papers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Notes for every printer of a station what it shall print, in the transaction of the ticket.
public final class Printing implements Papers {

  private final PrinterStore printers = new PrinterStore();
  private final SpoolStore spool = new SpoolStore();
  private final Ids ids;
  private final Runnable wakeUp;

  /// Makes one.
  ///
  /// @param wakeUp tells the spool, after commit, that there is something to print
  public Printing(Ids ids, Runnable wakeUp) {
    this.ids = ids;
    this.wakeUp = wakeUp;
  }

  @Override
  public void wanted(Transaction transaction, UUID restaurantId, List<Paper> papers) {
    if (papers.isEmpty()) {
      return;
    }
    List<Printer> ofBranch =
        printers.ofBranch(transaction, restaurantId, papers.getFirst().ticket().branchId());
    for (Paper paper : papers) {
      ofBranch.stream()
          .filter(printer -> printer.prints(paper.ticket().stationId()))
          .forEach(printer -> print(transaction, restaurantId, printer, paper, null));
    }
  }

  /// Prints a ticket once more on the printers of its station, or on one; the same command again
  /// prints nothing more.
  ///
  /// @return the papers; empty if there is no such printer
  List<PrintDetails> again(
      Transaction transaction,
      UUID restaurantId,
      KitchenTicket ticket,
      @Nullable UUID printerId,
      UUID commandId) {
    printers.lock(transaction, restaurantId, ticket.branchId());
    if (spool.ofCommand(transaction, restaurantId, commandId).isEmpty()) {
      Paper paper = new Paper(PaperKind.REPRINT, ticket);
      printers.ofBranch(transaction, restaurantId, ticket.branchId()).stream()
          .filter(printer ->
              printerId == null
                  ? printer.prints(ticket.stationId())
                  : printer.id().equals(printerId))
          .forEach(printer -> print(transaction, restaurantId, printer, paper, commandId));
    }
    return spool.ofCommand(transaction, restaurantId, commandId);
  }

  /// Prints something to see whether it comes out.
  PrintDetails test(
      Transaction transaction, UUID restaurantId, Printer printer, KitchenTicket sample) {
    UUID id = ids.next();
    spool.hurry(transaction, restaurantId, printer.id());
    spool.add(
        transaction,
        restaurantId,
        id,
        printer.id(),
        new SpoolStore.Content(PaperKind.TEST, 1, sample),
        null);
    transaction.afterCommit(wakeUp);
    return spool.find(transaction, restaurantId, id).orElseThrow();
  }

  private void print(
      Transaction transaction,
      UUID restaurantId,
      Printer printer,
      Paper paper,
      @Nullable UUID commandId) {
    boolean whole = paper.kind() == PaperKind.NEW || paper.kind() == PaperKind.REPRINT;
    int before =
        whole ? spool.copies(transaction, restaurantId, paper.ticket().id(), printer.id()) : 0;
    int wanted = paper.kind() == PaperKind.REPRINT ? 1 : printer.copies();
    for (int copy = 1; copy <= wanted; copy++) {
      spool.add(
          transaction,
          restaurantId,
          ids.next(),
          printer.id(),
          new SpoolStore.Content(paper.kind(), before + copy, paper.ticket()),
          commandId);
    }
    transaction.afterCommit(wakeUp);
  }
}
