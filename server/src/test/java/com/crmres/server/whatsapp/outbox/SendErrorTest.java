package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SendErrorTest {

  /// Every code of whatsapp-cloud-api.md 8.2 and the reaction that it asks for.
  private static final String TABLE =
      """
      0 TOKEN_REFUSED
      1 SERVER_FAULT
      2 TRANSIENT
      3 ACCOUNT_REFUSED
      4 NUMBER_TOO_FAST
      10 ACCOUNT_REFUSED
      33 ACCOUNT_REFUSED
      100 CONTENT_INVALID
      190 TOKEN_REFUSED
      200-299 ACCOUNT_REFUSED
      368 ACCOUNT_REFUSED
      613 NUMBER_TOO_FAST
      80007 NUMBER_TOO_FAST
      80008 NUMBER_TOO_FAST
      130429 NUMBER_TOO_FAST
      130472 RECIPIENT_REFUSED
      130497 RECIPIENT_REFUSED
      131000 SERVER_FAULT
      131005 ACCOUNT_REFUSED
      131008 CONTENT_INVALID
      131009 CONTENT_INVALID
      131016 TRANSIENT
      131020 CONTENT_INVALID
      131021 RECIPIENT_REFUSED
      131026 RECIPIENT_REFUSED
      131030 RECIPIENT_REFUSED
      131031 ACCOUNT_REFUSED
      131037 ACCOUNT_REFUSED
      131041 CONTENT_INVALID
      131042 ACCOUNT_REFUSED
      131044 CONTENT_INVALID
      131045 ACCOUNT_REFUSED
      131047 WINDOW_CLOSED
      131048 LATER
      131049 MARKETING_REST
      131050 OPTED_OUT
      131051 CONTENT_INVALID
      131052 TRANSIENT
      131053 CONTENT_INVALID
      131056 PAIR_TOO_FAST
      131057 TRANSIENT
      131059 CONTENT_INVALID
      131060 CONTENT_INVALID
      131062 PHONE_NEEDED
      131063 TEMPLATE_PROBLEM
      131064 LATER
      131201-131215 CONTENT_INVALID
      132000 TEMPLATE_PROBLEM
      132001 TEMPLATE_PROBLEM
      132005 TEMPLATE_PROBLEM
      132007 TEMPLATE_PROBLEM
      132008 TEMPLATE_PROBLEM
      132012 TEMPLATE_PROBLEM
      132015 TEMPLATE_PAUSED
      132016 TEMPLATE_PROBLEM
      132018 TEMPLATE_PROBLEM
      132068 TEMPLATE_PROBLEM
      132069 LATER
      133000 TRANSIENT
      133004 TRANSIENT
      133005 ACCOUNT_REFUSED
      133006 ACCOUNT_REFUSED
      133008 LATER
      133009 LATER
      133010 ACCOUNT_REFUSED
      133015 LATER
      133016 LATER
      134011 CONTENT_INVALID
      134100 TEMPLATE_PROBLEM
      134101 TRANSIENT
      134102 TEMPLATE_PROBLEM
      135000 CONTENT_INVALID
      136025 LATER
      137000 RECIPIENT_REFUSED
      138000-138018 CONTENT_INVALID
      139000-139004 CONTENT_INVALID
      139100-139103 RECIPIENT_REFUSED
      147001-147005 CONTENT_INVALID
      2388012 TEMPLATE_PROBLEM
      2388019 TEMPLATE_PROBLEM
      2388040 TEMPLATE_PROBLEM
      2388047 TEMPLATE_PROBLEM
      2388073 TEMPLATE_PROBLEM
      2388091 TEMPLATE_PROBLEM
      2388093 TEMPLATE_PROBLEM
      2388103 TEMPLATE_PROBLEM
      2388293 TEMPLATE_PROBLEM
      2388299 TEMPLATE_PROBLEM
      2494100 TEMPLATE_PROBLEM
      """;

  static Stream<Arguments> table() {
    return TABLE
        .lines()
        .map(line -> line.split(" ", -1))
        .flatMap(row -> codes(row[0]).mapToObj(code -> Arguments.of(code, row[1])));
  }

  private static IntStream codes(String range) {
    int[] ends = Arrays.stream(range.split("-", -1)).mapToInt(Integer::parseInt).toArray();
    return IntStream.rangeClosed(ends[0], ends[ends.length - 1]);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("table")
  void everyCodeHasItsReaction(int code, Reaction reaction) {
    assertThat(SendError.reaction(code, false)).isEqualTo(reaction);
    assertThat(SendError.reaction(code, true)).isEqualTo(reaction);
  }

  @Test
  void aCodeNobodyKnowsIsTriedAgainOnlyIfWhatsAppSaysThatItPasses() {
    assertThat(SendError.reaction(999_999, true)).isEqualTo(Reaction.TRANSIENT);
    assertThat(SendError.reaction(999_999, false)).isEqualTo(Reaction.UNKNOWN);
  }

  static Stream<Arguments> patience() {
    return Stream.of(
        Arguments.of(Reaction.TRANSIENT, 50, seconds(1, 2, 4, 8, 16, 32, 64, 128, 256, 256)),
        Arguments.of(Reaction.SERVER_FAULT, 3, seconds(1, 10, 100)),
        Arguments.of(Reaction.PAIR_TOO_FAST, 1_000_000, seconds(1, 4, 16, 64, 256, 1024, 1024)),
        Arguments.of(Reaction.LATER, 5, hours(1, 2, 4, 8, 16)),
        Arguments.of(Reaction.TEMPLATE_PAUSED, 5, hours(1, 2, 4, 8, 16)),
        Arguments.of(Reaction.MARKETING_REST, 2, hours(24, 48)),
        Arguments.of(Reaction.TOKEN_REFUSED, 1_000_000, seconds(0, 0, 0)),
        Arguments.of(Reaction.ACCOUNT_REFUSED, 1_000_000, seconds(0, 0, 0)));
  }

  /// behaviour 17: 131056 waits 1, 4, 16, 64 s. trap 47: 131049 waits a day at least.
  @ParameterizedTest
  @MethodSource("patience")
  void eachReactionHasItsPatience(Reaction reaction, int retries, List<Duration> delays) {
    RandomGenerator random = new Random(1);
    for (int refusals = 0; refusals < delays.size(); refusals++) {
      assertThat(reaction.delay(refusals, random)).isEqualTo(delays.get(refusals));
      assertThat(reaction.triesAgain(refusals)).isTrue();
    }
    assertThat(reaction.triesAgain(retries - 1)).isTrue();
    assertThat(reaction.triesAgain(retries)).isEqualTo(retries == 1_000_000);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "WINDOW_CLOSED",
        "OPTED_OUT",
        "RECIPIENT_REFUSED",
        "CONTENT_INVALID",
        "TEMPLATE_PROBLEM",
        "UNKNOWN"
      })
  void whatCannotSucceedIsNotTriedAgain(Reaction reaction) {
    assertThat(reaction.triesAgain(0)).isFalse();
  }

  /// behaviour 18
  @Test
  void messagesThatWereTooFastComeBackSpreadOut() {
    RandomGenerator random = new Random(1);
    for (int refusals = 0; refusals < 9; refusals++) {
      List<Long> delays = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        delays.add(Reaction.NUMBER_TOO_FAST.delay(refusals, random).toMillis());
      }
      long mean = 500L << Math.min(refusals, 7);
      assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(mean / 2, mean * 3 / 2));
      assertThat(delays.stream().distinct().count()).isGreaterThan(100);
    }
    assertThat(Reaction.NUMBER_TOO_FAST.triesAgain(1_000_000)).isTrue();
  }

  private static List<Duration> seconds(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Duration::ofSeconds).toList();
  }

  private static List<Duration> hours(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Duration::ofHours).toList();
  }
}
