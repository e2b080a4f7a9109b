package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/// Lines of an English order that do not refer to each other may be said in any order.
class EnglishOrderTest {

  @Property(tries = 200)
  void linesInAnotherOrderFillTheSameCart(
      @ForAll("linesTwice") Tuple2<List<String>, List<String>> lines) {
    assertThat(cart(lines.get2())).isEqualTo(cart(lines.get1()));
  }

  @Property(tries = 100)
  void aLineMoreChangesNothingOfTheLinesBefore(
      @ForAll("linesTwice") Tuple2<List<String>, List<String>> lines) {
    List<String> all = lines.get1();
    assertThat(cart(all)).containsAll(cart(all.subList(0, all.size() - 1)));
  }

  private static List<String> cart(List<String> lines) {
    String read = UtterancesTest.read(String.join("\\n", lines), "");
    return Arrays.stream(read.split("; ", -1)).sorted().toList();
  }

  @Provide
  Arbitrary<Tuple2<List<String>, List<String>>> linesTwice() {
    return lines()
        .flatMap(lines -> Arbitraries.shuffle(lines).map(other -> Tuple.of(lines, other)));
  }

  private static Arbitrary<List<String>> lines() {
    Arbitrary<String> verbs = Arbitraries.of("", "i want ", "can i get ", "please add ");
    Arbitrary<String> numbers = Arbitraries.of("a ", "two ", "3 ");
    Arbitrary<String> dishes =
        Arbitraries.of(
            "chicken shawarma",
            "beef burger without onions",
            "large fries",
            "pepsi",
            "hummus",
            "kunafa");
    return dishes
        .list()
        .uniqueElements()
        .ofMinSize(2)
        .ofMaxSize(5)
        .flatMap(chosen ->
            Combinators.combine(
                    chosen.stream()
                        .map(dish -> Combinators.combine(verbs, numbers).as((v, n) -> v + n + dish))
                        .toList())
                .as(said -> said));
  }
}
