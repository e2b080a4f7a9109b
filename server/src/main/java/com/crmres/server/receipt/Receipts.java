package com.crmres.server.receipt;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptForm;
import com.crmres.common.receipt.ReceiptIssuer;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.common.receipt.ReceiptSettings;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Restaurants;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The papers of orders: issued once, never changed, taken back by credit notes only.
public final class Receipts {

  /// The reason of a note that takes back what a change has taken out of an order.
  public static final String ALTERED = "altered";

  private final Clock clock;
  private final Writing writing;
  private final ReceiptStore store = new ReceiptStore();
  private final SettingsStore settings = new SettingsStore();
  private final Sendings sendings = new Sendings();
  private final Sale sale = new Sale();

  public Receipts(Restaurants restaurants, Clock clock, Ids ids) {
    this.clock = clock;
    this.writing = new Writing(restaurants, clock, ids);
  }

  /// Issues the order's paper, once, and has it sent if the branch wants that.
  ///
  /// @return the paper; empty where the till issues it and has not told its number yet
  public Optional<Receipt> issue(Transaction transaction, UUID restaurantId, OrderSummary order) {
    store.lock(transaction, order.id());
    Optional<Receipt> issued = main(transaction, restaurantId, order.id());
    ReceiptSettings wanted = settings.of(transaction, restaurantId, order.branchId());
    if (issued.isPresent() || wanted.issuer() == ReceiptIssuer.TILL) {
      return issued;
    }
    return Optional.of(issue(transaction, restaurantId, order, wanted));
  }

  /// The till of the branch has issued the order's invoice; told twice it changes nothing.
  ///
  /// @param link where the customer may see it
  public Receipt issuedByTill(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      String number,
      @Nullable String link) {
    store.lock(transaction, order.id());
    Optional<Receipt> before =
        ofOrder(transaction, restaurantId, order.id()).stream()
            .filter(receipt -> receipt.kind() == ReceiptKind.TILL_INVOICE)
            .findFirst();
    if (before.isPresent()) {
      return before.get();
    }
    ReceiptSettings wanted = settings.of(transaction, restaurantId, order.branchId());
    Receipt receipt =
        writing.ofTill(transaction, restaurantId, order, sale.of(order), wanted, number, link);
    return keep(transaction, restaurantId, receipt, ReceiptStore.Filing.NONE, wanted.sent());
  }

  /// Takes back what is left of the order's tax invoice, at most this amount; where there is none,
  /// there is nothing to take back.
  ///
  /// @param commandId the same again is the same note
  /// @return the note, if one was needed
  public Optional<Receipt> takeBack(
      Transaction transaction,
      UUID restaurantId,
      UUID orderId,
      UUID commandId,
      Money atMost,
      String reason) {
    store.lock(transaction, orderId);
    Optional<Receipt> before = store.ofCommand(transaction, restaurantId, commandId);
    if (before.isPresent()) {
      return before;
    }
    return credit(
        transaction,
        restaurantId,
        ofOrder(transaction, restaurantId, orderId),
        commandId,
        atMost,
        reason);
  }

  /// A change has added to an order that has its paper: what was added has one of its own. The same
  /// payment again is the same paper.
  ///
  /// @param paymentId by which it was paid
  /// @param amount that was paid for it
  public void add(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      UUID paymentId,
      Money amount) {
    store.lock(transaction, order.id());
    List<Receipt> papers = ofOrder(transaction, restaurantId, order.id());
    List<Receipt> invoices =
        papers.stream().filter(paper -> paper.kind() == ReceiptKind.TAX_INVOICE).toList();
    ReceiptSettings wanted = settings.of(transaction, restaurantId, order.branchId());
    long missing = order.total().halalas() - invoiced(papers);
    boolean known = store.ofCommand(transaction, restaurantId, paymentId).isPresent();
    if (known || invoices.isEmpty() || missing <= 0 || wanted.issuer() != ReceiptIssuer.HOUSE) {
      return;
    }
    Money more = new Money(Math.min(missing, amount.halalas()));
    Bill bill = sale.more(order, invoices, more);
    long serial = store.next(transaction, restaurantId, ReceiptKind.TAX_INVOICE);
    Receipt invoice = writing.invoice(transaction, restaurantId, order, bill, wanted, serial);
    keep(
        transaction,
        restaurantId,
        invoice,
        new ReceiptStore.Filing(serial, null, paymentId),
        wanted.sent());
  }

  /// What was invoiced, less what changes have taken out since, in halalas.
  private static long invoiced(List<Receipt> papers) {
    long taken =
        papers.stream()
            .filter(paper -> paper.kind() == ReceiptKind.CREDIT_NOTE)
            .filter(note -> ALTERED.equals(note.reason()))
            .mapToLong(note -> note.gross().halalas())
            .sum();
    return sum(papers, ReceiptKind.TAX_INVOICE).halalas() - taken;
  }

  /// What of the order's tax invoice was not taken back yet; nothing if there is none.
  public Money left(Transaction transaction, UUID restaurantId, UUID orderId) {
    List<Receipt> papers = ofOrder(transaction, restaurantId, orderId);
    Money invoiced = sum(papers, ReceiptKind.TAX_INVOICE);
    return Bill.minus(invoiced, sum(papers, ReceiptKind.CREDIT_NOTE));
  }

  /// The paper that counts for an order: the invoice rather than the slip.
  public Optional<Receipt> main(Transaction transaction, UUID restaurantId, UUID orderId) {
    return ofOrder(transaction, restaurantId, orderId).stream()
        .filter(receipt -> receipt.kind() != ReceiptKind.CREDIT_NOTE)
        .reduce((earlier, later) -> later.kind() == ReceiptKind.SLIP ? earlier : later);
  }

  /// All papers of an order, the oldest first.
  public List<Receipt> ofOrder(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store.ofOrder(transaction, restaurantId, orderId);
  }

  Optional<Receipt> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return store.ofCommand(transaction, restaurantId, commandId);
  }

  public Optional<Receipt> find(Transaction transaction, UUID restaurantId, UUID id) {
    return store.find(transaction, restaurantId, id);
  }

  /// How a branch gives receipts.
  public ReceiptSettings settings(Transaction transaction, UUID restaurantId, UUID branchId) {
    return settings.of(transaction, restaurantId, branchId);
  }

  /// Changes how a branch gives receipts.
  ///
  /// @param wish with the version it replaces
  /// @return false if somebody was faster
  boolean change(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      ReceiptSettings wish,
      UUID staffId) {
    return settings.replace(transaction, restaurantId, branchId, wish, staffId, clock.instant());
  }

  private Receipt issue(
      Transaction transaction, UUID restaurantId, OrderSummary order, ReceiptSettings wanted) {
    Bill bill = sale.of(order);
    if (wanted.issuer() != ReceiptIssuer.HOUSE) {
      Receipt slip = writing.slip(transaction, restaurantId, order, bill, wanted);
      return keep(transaction, restaurantId, slip, ReceiptStore.Filing.NONE, wanted.sent());
    }
    long serial = store.next(transaction, restaurantId, ReceiptKind.TAX_INVOICE);
    Receipt invoice = writing.invoice(transaction, restaurantId, order, bill, wanted, serial);
    return keep(
        transaction,
        restaurantId,
        invoice,
        new ReceiptStore.Filing(serial, null, null),
        wanted.sent());
  }

  /// Takes back of the invoices of an order, the newest first, a note for each.
  ///
  /// @return the first of them
  private Optional<Receipt> credit(
      Transaction transaction,
      UUID restaurantId,
      List<Receipt> papers,
      UUID commandId,
      Money atMost,
      String reason) {
    Optional<Receipt> first = Optional.empty();
    Money rest = atMost;
    for (Receipt invoice : papers.reversed()) {
      if (invoice.kind() == ReceiptKind.TAX_INVOICE) {
        UUID command = first.isEmpty() ? commandId : another(commandId, invoice);
        Optional<Receipt> note =
            credit(transaction, restaurantId, invoice, papers, command, rest, reason);
        rest = Bill.minus(rest, note.map(Receipt::gross).orElse(Money.ZERO));
        first = first.or(() -> note);
      }
    }
    return first;
  }

  private static UUID another(UUID commandId, Receipt invoice) {
    return UUID.nameUUIDFromBytes(
        (commandId + " of " + invoice.id()).getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Receipt> credit(
      Transaction transaction,
      UUID restaurantId,
      Receipt invoice,
      List<Receipt> papers,
      UUID commandId,
      Money atMost,
      String reason) {
    List<Money> taken = takenBack(invoice, papers);
    Money left = Bill.minus(invoice.gross(), Bill.sum(taken));
    Money amount = atMost.compareTo(left) < 0 ? atMost : left;
    if (amount.halalas() == 0) {
      return Optional.empty();
    }
    Bill bill = Credit.of(invoice.lines(), taken, amount);
    long serial = store.next(transaction, restaurantId, ReceiptKind.CREDIT_NOTE);
    Receipt note = writing.creditNote(invoice, bill, serial, reason);
    ReceiptForm sent = settings.of(transaction, restaurantId, invoice.branchId()).sent();
    return Optional.of(
        keep(
            transaction,
            restaurantId,
            note,
            new ReceiptStore.Filing(serial, invoice.id(), commandId),
            sent));
  }

  private Receipt keep(
      Transaction transaction,
      UUID restaurantId,
      Receipt receipt,
      ReceiptStore.Filing filing,
      ReceiptForm sent) {
    store.add(transaction, restaurantId, receipt, filing);
    if (sent != ReceiptForm.NONE) {
      sendings.add(transaction, restaurantId, receipt.id(), sent, clock.instant());
    }
    return receipt;
  }

  /// Gross that notes took back, per line of the invoice: a note has the invoice's lines.
  private static List<Money> takenBack(Receipt invoice, List<Receipt> papers) {
    List<Receipt> notes =
        papers.stream()
            .filter(paper -> paper.kind() == ReceiptKind.CREDIT_NOTE)
            .filter(note -> invoice.number().equals(note.refersTo()))
            .toList();
    return IntStream.range(0, invoice.lines().size())
        .mapToObj(
            line -> Bill.sum(notes.stream().map(note -> note.lines().get(line).gross()).toList()))
        .toList();
  }

  private static Money sum(List<Receipt> papers, ReceiptKind kind) {
    return Bill.sum(
        papers.stream().filter(paper -> paper.kind() == kind).map(Receipt::gross).toList());
  }
}
