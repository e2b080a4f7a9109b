package com.crmres.server.receipt;

import com.crmres.common.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Splits an amount over lines in proportion, by the largest remainder: the parts add up to it, and
/// none is off by a whole halala.
final class Shares {

  private Shares() {}

  /// The parts, in the order of the weights; of equal remainders the earlier line takes the halala.
  ///
  /// @param weights what the parts are in proportion to, not negative
  /// @throws IllegalArgumentException if there is something to split and nothing to split it over
  static List<Money> of(Money amount, List<Money> weights) {
    long sum = weights.stream().mapToLong(Money::halalas).reduce(0, Math::addExact);
    if (amount.halalas() < 0 || weights.stream().anyMatch(weight -> weight.halalas() < 0)) {
      throw new IllegalArgumentException("nothing negative is split");
    }
    if (sum == 0 && amount.halalas() > 0) {
      throw new IllegalArgumentException("nothing to split " + amount.text() + " over");
    }
    return sum == 0 ? weights : parts(amount.halalas(), weights, sum);
  }

  private static List<Money> parts(long amount, List<Money> weights, long sum) {
    List<Long> parts = new ArrayList<>();
    List<Long> remainders = new ArrayList<>();
    for (Money weight : weights) {
      BigInteger[] divided =
          BigInteger.valueOf(amount)
              .multiply(BigInteger.valueOf(weight.halalas()))
              .divideAndRemainder(BigInteger.valueOf(sum));
      parts.add(divided[0].longValueExact());
      remainders.add(divided[1].longValueExact());
    }
    long left = amount - parts.stream().mapToLong(Long::longValue).sum();
    IntStream.range(0, weights.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(left)
        .forEach(line -> parts.set(line, parts.get(line) + 1));
    return parts.stream().map(Money::new).toList();
  }
}
