package com.crmres.server.whatsapp.number;

import java.util.List;
import java.util.Optional;

/// Finds the numbers of a restaurant that an event concerns.
final class ConcernedNumbers {

  private final NumberStore store = new NumberStore();

  /// Whether an event names a number that is none of this restaurant's: several may have numbers in
  /// one account, and none hears of another's but what counts for all.
  boolean areAnothers(Told told) {
    return !phone(told).isEmpty()
        && named(told).isEmpty()
        && ofAccount(told).stream().allMatch(NumberStore.Known::isDescribed);
  }

  /// The number an event names, which may be one that WhatsApp was not asked about yet; all of its
  /// account if it names none.
  List<NumberStore.Known> concerned(Told told) {
    if (phone(told).isEmpty()) {
      return ofAccount(told);
    }
    return named(told)
        .map(List::of)
        .orElseGet(() -> ofAccount(told).stream().filter(known -> !known.isDescribed()).toList());
  }

  private List<NumberStore.Known> ofAccount(Told told) {
    return store.ofAccount(told.transaction(), told.restaurantId(), told.event().accountId());
  }

  private static String phone(Told told) {
    String phone = told.word("display_phone_number");
    return NumberDetails.digits(phone.isEmpty() ? told.word("phone_number") : phone);
  }

  private Optional<NumberStore.Known> named(Told told) {
    String digits = phone(told);
    return digits.isEmpty()
        ? Optional.empty()
        : store.dialled(told.transaction(), told.restaurantId(), told.event().accountId(), digits);
  }

  /// The number an event names; the only one of the account if WhatsApp was not asked yet how it is
  /// dialled.
  Optional<NumberStore.Known> dialled(Told told) {
    Optional<NumberStore.Known> named = named(told);
    if (named.isPresent()) {
      return named;
    }
    List<NumberStore.Known> all = ofAccount(told);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }
}
