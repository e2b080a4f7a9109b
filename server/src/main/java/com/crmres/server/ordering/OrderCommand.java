package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.AlterOrderRequest;
import com.crmres.common.ordering.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A move that somebody asks of an order; the tables [Transition], [PaymentTransition] and
/// [DeliveryTransition] say when it is allowed.
public sealed interface OrderCommand {

  /// Why it is asked for.
  default Why why() {
    return Why.NONE;
  }

  /// A move of the order itself.
  sealed interface Step extends OrderCommand {}

  /// The branch will make it.
  ///
  /// @param minutes until it is ready; null means what the branch usually needs
  record Accept(@Nullable Integer minutes) implements Step {
    public Accept {
      if (minutes != null && (minutes < 1 || minutes > 240)) {
        throw new IllegalArgumentException("minutes until ready are 1 to 240: " + minutes);
      }
    }
  }

  /// A rule of the branch accepts it.
  record AcceptByRule() implements Step {}

  /// The branch has seen it and will decide.
  record Acknowledge() implements Step {}

  /// The branch will not make it.
  ///
  /// @param itemIds what it has none left of
  record Reject(Why why, List<UUID> itemIds) implements Step {
    public Reject {
      itemIds = List.copyOf(itemIds);
    }

    public Reject(String words) {
      this(Why.said(words), List.of());
    }
  }

  /// Nobody answers it: the customer may be asked whether another branch shall make it.
  record OfferRescue() implements Step {}

  /// The customer wants another branch to make it, for the price he was told.
  record MakeElsewhere(UUID branchId, Money price) implements Step {}

  /// Staff have another branch make it.
  record MoveTo(UUID branchId, Why why) implements Step {}

  /// The customer wants to be called.
  record CallBack() implements Step {}

  /// Nobody answered in time.
  record Expire() implements Step {}

  /// The customer shall have it at another time.
  record Reschedule(Instant to) implements Step {}

  /// A scheduled order goes to the kitchen: its time has come, or staff want it early.
  record Fire() implements Step {}

  /// The kitchen begins.
  record StartPreparing() implements Step {}

  /// It takes so many minutes longer.
  record Delay(int minutes) implements Step {
    public Delay {
      if (minutes < 1 || minutes > 240) {
        throw new IllegalArgumentException("a delay is 1 to 240 minutes: " + minutes);
      }
    }
  }

  /// The kitchen is done.
  record MarkReady() implements Step {}

  /// The kitchen was not done after all.
  record UndoReady(Why why) implements Step {}

  /// The driver leaves with it.
  ///
  /// @param driver his name, where staff wrote it
  record Dispatch(@Nullable String driver) implements Step {
    public Dispatch() {
      this(null);
    }
  }

  /// The customer has it.
  record HandOver() implements Step {}

  /// Nobody said that it was collected, for so long that it must have been.
  record Complete() implements Step {}

  /// The driver could not hand it over.
  record FailDelivery(Why why) implements Step {}

  /// Staff cancel it, or grant what the customer asked.
  record Cancel(Why why) implements Step {
    public Cancel(String words) {
      this(Why.said(words));
    }
  }

  /// Staff do not cancel what the customer wanted cancelled: it goes on where it was.
  record RefuseCancel() implements Step {}

  /// The customer does not want it any more: at once while nobody has accepted it, else the branch
  /// decides.
  record AskToCancel(Why why) implements Step {
    public AskToCancel() {
      this(Why.NONE);
    }
  }

  /// The customer does not want it any more, and the branch's rules need nobody's consent.
  record Withdraw() implements Step {}

  /// The customer has confirmed what it shall be instead.
  ///
  /// @param wanted when it shall be ready; null for as soon as possible
  record Alter(@Nullable Instant wanted) implements Step {}

  /// Staff make it something else.
  record Revise(List<AlterOrderRequest.Change> changes, Why why) implements Step {
    public Revise {
      changes = List.copyOf(changes);
    }
  }

  /// Nobody decided in time about a cancellation.
  record MarkCancelLate() implements Step {}

  /// It was cancelled by mistake.
  record Restore(Why why) implements Step {}

  /// A move of its money.
  sealed interface Payment extends OrderCommand {}

  /// It is paid at the hand-over.
  record OweCash() implements Payment {}

  /// The customer was sent a link.
  record AskPayment() implements Payment {}

  /// The bank keeps the money for us.
  record Authorise() implements Payment {}

  /// The money has come.
  ///
  /// @param amount null for all that is open
  record MarkPaid(@Nullable Money amount) implements Payment {}

  /// The bank refused.
  record FailPayment() implements Payment {}

  /// The link's time is over.
  record ExpirePayment() implements Payment {}

  /// Nothing shall be taken.
  record VoidPayment() implements Payment {}

  /// Money was collected at the hand-over.
  ///
  /// @param amount null for all that is open
  record CollectCash(@Nullable Money amount) implements Payment {}

  /// Money shall be given back.
  ///
  /// @param amount null for all that is left of it
  record Refund(Why why, @Nullable Money amount) implements Payment {}

  /// The money of a refund has been given back.
  record SettleRefund() implements Payment {}

  /// The money of a refund could not be given back.
  record FailRefund() implements Payment {}

  /// The order came to nothing: what was not taken is let go, what was is given back.
  record Release() implements Payment {}

  /// The order goes on after all: what was let go is due again.
  record Resume() implements Payment {}

  /// Its payments come to this now, whatever it was thought to stand at.
  record Count(OrderMoney money) implements OrderCommand {}

  /// The bringing of it came further.
  ///
  /// @param driver who brings it; null leaves him as he is
  record MoveDelivery(DeliveryState to, @Nullable String driver) implements OrderCommand {}
}
