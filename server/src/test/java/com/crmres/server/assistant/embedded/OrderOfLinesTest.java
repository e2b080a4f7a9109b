package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// In which order the lines of an order are said makes no difference to what is ordered.
class OrderOfLinesTest {

  @Property(tries = 300)
  void linesInAnyOrderMakeTheSameCart(
      @ForAll("lines") List<String> lines, @ForAll("separators") String separator) {
    String said = "ابي " + String.join(separator, lines);
    String turned = "ابي " + String.join(separator, lines.reversed());
    assertThat(read(turned)).isEqualTo(read(said));
  }

  @Property(tries = 300)
  void eachLineIsReadAsIfItStoodAlone(
      @ForAll("lines") List<String> lines, @ForAll("separators") String separator) {
    String said = "ابي " + String.join(separator, lines);
    List<String> alone = lines.stream().flatMap(line -> read("ابي " + line).stream()).toList();
    assertThat(read(said)).containsExactlyInAnyOrderElementsOf(alone);
  }

  private static List<String> read(String said) {
    return Stream.of(UtterancesTest.read(said, "").split("; ", -1)).sorted().toList();
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of(
            "ثلاث شاورما دجاج بدون ثوم",
            "٢ بيبسي",
            "شاورما لحم كبير",
            "وحدة حمص",
            "اربعة ليمون بالنعناع",
            "وجبة زنجر",
            "كنافة")
        .list()
        .uniqueElements()
        .ofMinSize(2)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(" و", "، ", " وكمان ", "\\n");
  }
}
