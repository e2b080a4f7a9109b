package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.ordering.cart.BranchChoice.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchChoiceTest {

  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  /// For each of two branches: kilometres to the customer, open orders, his visits; then the
  /// choice.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the nearer one,                               2,  0, 0,   3,  0, 0,   first",
    "the nearer one though the other is idle,      2,  3, 0,   9,  0, 0,   first",
    "the idle one if the way is much the same,     2, 20, 0,   3,  0, 0,   second",
    "a busy one counts as busy up to half an hour, 2,500, 0,  13,  0, 0,   first",
    "where he usually goes,                        4,  0, 3,   2,  0, 0,   first",
    "not where he usually goes if it is far,      20,  0, 9,   2,  0, 0,   second",
    "nobody's place is known and nobody came,       ,  0, 0,    ,  0, 0,   ask",
    "being idle alone is no reason,                 ,  0, 0,    , 90, 0,   ask",
    "one visit is no habit,                         ,  0, 1,    ,  0, 0,   ask",
    "two visits are,                                ,  0, 2,    ,  0, 0,   first",
    "as often here as there,                        ,  0, 4,    ,  0, 3,   ask",
    "his own one is overrun,                        , 25, 2,    ,  0, 0,   ask"
  })
  void isClearOrAsked(
      String why,
      @Nullable Double kilometres,
      int load,
      int visits,
      @Nullable Double otherKilometres,
      int otherLoad,
      int otherVisits,
      String expected) {
    Optional<UUID> chosen =
        BranchChoice.best(
            List.of(
                new Candidate(FIRST, kilometres, load, visits),
                new Candidate(SECOND, otherKilometres, otherLoad, otherVisits)));

    assertThat(chosen)
        .as(why)
        .isEqualTo(
            switch (expected) {
              case "first" -> Optional.of(FIRST);
              case "second" -> Optional.of(SECOND);
              default -> Optional.empty();
            });
  }
}
