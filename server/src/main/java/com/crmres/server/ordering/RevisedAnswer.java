package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.ordering.cart.CartResult.Question;
import com.crmres.server.ordering.cart.CartResult.Reason;

/// Tells staff what came of a change of an order's lines, and what keeps it from being made.
final class RevisedAnswer {

  private RevisedAnswer() {}

  /// The order as it is now.
  ///
  /// @throws ApiException saying why it is not changed
  static OrderSummary of(ReviseResult result) {
    return switch (result) {
      case ReviseResult.Answered(OrderResult answer) -> OrderRoutes.moved(answer);
      case ReviseResult.Refused(int change, Reason reason) ->
          throw refused("changes[" + change + "]", reason);
      case ReviseResult.NotMade(PlaceResult why) -> throw notMade(why);
    };
  }

  private static ApiException refused(String field, Reason reason) {
    Faults faults = new Faults();
    switch (reason) {
      case Reason.SoldOut _ -> faults.add(field, Rule.CART_SOLD_OUT);
      case Reason.Unknown _ -> faults.add(field, Rule.UNKNOWN);
      case Reason.TooMany(_, _, int max) -> faults.add(field, Rule.CART_TOO_MANY, max);
      case Reason.Full _ -> faults.add("changes", Rule.COUNT, 1, 40);
      case Reason.OutOfRange _ -> faults.add(field + ".quantity", Rule.RANGE, 1, 50);
      case Reason.NoDelivery _, Reason.ClosedThen _ ->
          throw new IllegalStateException("lines have no place and no time");
    }
    return new ApiException(ErrorCode.MOVE_NOT_ALLOWED, faults.found());
  }

  private static ApiException notMade(PlaceResult why) {
    Rule rule =
        switch (why) {
          case PlaceResult.Incomplete(Question question) -> rule(question);
          case PlaceResult.SoldOut _ -> Rule.CART_SOLD_OUT;
          case PlaceResult.Closed _ -> Rule.CART_CLOSED;
          case PlaceResult.Full _ -> Rule.MOVE_NO_ROOM;
          case PlaceResult.NotPayable _ -> Rule.CART_NOT_PAYABLE;
          case PlaceResult.Empty _ -> Rule.CART_EMPTY;
          case PlaceResult.NotAltered(_, Unalterable tie) -> rule(tie);
          case PlaceResult.Placed _,
              PlaceResult.AlreadyPlaced _,
              PlaceResult.Changed _,
              PlaceResult.Altered _ ->
              throw new IllegalStateException("nothing was to be placed");
        };
    return new ApiException(ErrorCode.MOVE_NOT_ALLOWED, new Faults().add("changes", rule).found());
  }

  private static Rule rule(Question question) {
    return switch (question) {
      case Question.Choose _ -> Rule.CART_INCOMPLETE;
      case Question.TooLittle _ -> Rule.CART_INCOMPLETE;
      case Question.HowToGet _,
          Question.WhichBranch _,
          Question.WhereTo _,
          Question.WhichPin _,
          Question.OutOfReach _,
          Question.WhichPhone _ ->
          Rule.MOVE_NOT_THERE;
    };
  }

  private static Rule rule(Unalterable tie) {
    return switch (tie) {
      case PAID -> Rule.MOVE_PAID;
      case AT_TILL -> Rule.MOVE_AT_TILL;
      case NONE, TOO_LATE, NOT_HERE, OTHER_BRANCH -> Rule.MOVE_OUT_OF_STATE;
    };
  }
}
