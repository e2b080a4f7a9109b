package com.crmres.server.kitchen.ticket;

import com.crmres.common.ordering.KitchenState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What one station makes of one order. Immutable.
///
/// @param recalled whether it was done once and came back
/// @param offline whether something of it was reported late
/// @param version of the row; raised when it is kept
/// @param left where it was left behind when another branch took the order; null if it was not
public record Ticket(
    UUID id,
    UUID stationId,
    @Nullable Instant firedAt,
    @Nullable Instant doneAt,
    boolean recalled,
    boolean offline,
    long version,
    List<Line> lines,
    @Nullable Left left) {

  public Ticket {
    lines = List.copyOf(lines);
  }

  /// Where a ticket stays to be acknowledged after its order has gone to another branch.
  ///
  /// @param number of the order there
  public record Left(UUID branchId, String number) {}

  /// The ticket as it stays behind.
  public Ticket leftAt(Head head) {
    Left place = left == null ? new Left(head.branchId(), head.number()) : left;
    return new Ticket(id, stationId, firedAt, doneAt, recalled, offline, version, lines, place);
  }

  public boolean isLeft() {
    return left != null;
  }

  static Ticket empty(UUID id, UUID stationId) {
    return new Ticket(id, stationId, null, null, false, false, 0, List.of(), null);
  }

  public Optional<Line> line(UUID lineId) {
    return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
  }

  /// Whether nothing of it is wanted any more.
  boolean isVoid() {
    return lines.stream().noneMatch(Line::isWanted);
  }

  boolean isEverythingDone() {
    return !isVoid() && lines.stream().filter(Line::isWanted).allMatch(Line::isDone);
  }

  /// Whether its station shows it: something is to be made, or to be acknowledged.
  public boolean isOpen() {
    boolean unseen = lines.stream().anyMatch(line -> !line.isWanted() && isUnseen(line));
    return unseen || (!isVoid() && doneAt == null);
  }

  /// The ticket after a command to each of its lines that allow it. Its being done follows from its
  /// lines.
  Ticket all(LineCommand command, Instant at) {
    return each(line -> line.afterIfAllowed(command, at)).settled(at);
  }

  /// The ticket without what finished it: the lines that were done at that moment.
  Ticket reopened(Instant at) {
    Instant done = doneAt;
    return each(line ->
            line.isDone() && Objects.equals(line.doneAt(), done)
                ? line.afterIfAllowed(LineCommand.UNDO, at)
                : line)
        .settled(at);
  }

  /// The ticket after a command to one line; nothing if that line does not allow it.
  Optional<Ticket> one(UUID lineId, LineCommand command, Instant at) {
    return line(lineId)
        .flatMap(line -> line.after(command, at))
        .map(moved -> each(line -> line.id().equals(lineId) ? moved : line).settled(at));
  }

  public Ticket each(UnaryOperator<Line> change) {
    return with(lines.stream().map(change).toList());
  }

  Ticket with(List<Line> lines) {
    return new Ticket(id, stationId, firedAt, doneAt, recalled, offline, version, lines, left);
  }

  Ticket plus(Line line) {
    List<Line> all = new ArrayList<>(lines);
    all.add(line);
    return with(all);
  }

  public Ticket marked(boolean late) {
    return new Ticket(
        id, stationId, firedAt, doneAt, recalled, offline || late, version, lines, left);
  }

  /// The next version of it.
  public Ticket next() {
    return new Ticket(id, stationId, firedAt, doneAt, recalled, offline, version + 1, lines, left);
  }

  /// With its own times brought into accord with its lines.
  public Ticket settled(Instant at) {
    boolean done = isEverythingDone();
    boolean back = doneAt != null && !done && !isVoid();
    return new Ticket(
        id,
        stationId,
        firedAt == null && isOut() ? at : firedAt,
        doneAfter(done, at),
        recalled || back,
        offline,
        version,
        lines,
        left);
  }

  private @Nullable Instant doneAfter(boolean done, Instant at) {
    if (done) {
      return doneAt == null ? at : doneAt;
    }
    return isVoid() ? doneAt : null;
  }

  private boolean isOut() {
    return lines.stream()
        .map(Line::state)
        .anyMatch(state ->
            state == KitchenState.FIRED
                || state == KitchenState.STARTED
                || state == KitchenState.DONE);
  }

  private static boolean isUnseen(Line line) {
    return line.acknowledgedAt() == null;
  }
}
