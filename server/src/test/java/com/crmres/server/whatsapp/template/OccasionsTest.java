package com.crmres.server.whatsapp.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.CreateTemplatesRequest;
import com.crmres.common.template.TemplateDraft;
import com.crmres.server.conversation.Occasion;
import com.crmres.server.http.Faults;
import com.crmres.server.ordering.Occasions;
import com.crmres.server.payment.PaymentOccasions;
import com.crmres.server.receipt.ReceiptOccasions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The templates that the house ships, held against the occasions at which it speaks.
class OccasionsTest {

  private final Map<String, Occasion> occasions =
      Stream.of(Occasions.all(), PaymentOccasions.all(), ReceiptOccasions.all())
          .flatMap(List::stream)
          .collect(Collectors.toMap(Occasion::name, occasion -> occasion, (one, _) -> one));

  @Test
  void everyOccasionHasItsPairAndThereIsNoOther() {
    assertThat(StandardTemplates.all())
        .extracting(StandardTemplates.Standard::occasion)
        .containsExactlyInAnyOrderElementsOf(occasions.keySet());
    assertThat(StandardTemplates.all())
        .allSatisfy(standard ->
            assertThat(standard.drafts())
                .extracting(TemplateDraft::language)
                .containsExactly("ar", "en"));
  }

  @Test
  void aTemplateSpeaksOfFactsOfItsOccasionOnlyAndOfTheSameInBothLanguages() {
    for (StandardTemplates.Standard standard : StandardTemplates.all()) {
      Occasion occasion =
          occasions.getOrDefault(standard.occasion(), new Occasion("none", Map.of()));
      List<List<String>> placeholders =
          standard.drafts().stream()
              .map(draft -> Placeholders.of(draft.form().body()))
              .map(found -> found.names().stream().sorted().toList())
              .toList();
      assertThat(occasion.facts().keySet())
          .as(standard.occasion())
          .containsAll(placeholders.getFirst());
      assertThat(placeholders).as(standard.occasion()).containsOnly(placeholders.getFirst());
      assertThat(placeholders.getFirst()).contains("order_no");
    }
  }

  @Test
  void whatsAppHasNothingAgainstTheirForm() {
    for (StandardTemplates.Standard standard : StandardTemplates.all()) {
      Faults faults = new Faults();
      DraftRules.check(
          new CreateTemplatesRequest(
              null, standard.name(), TemplateCategory.UTILITY, standard.drafts()),
          faults);
      assertThat(faults.found()).as(standard.name()).isEmpty();
      assertThat(standard.drafts())
          .allSatisfy(draft ->
              assertThat(Placeholders.of(draft.form().body()).isNamed())
                  .as("named, since facts are")
                  .isTrue());
    }
  }

  /// Whoever gives the house another occasion has to give it templates as well.
  @Test
  void noOtherClassOfTheServerMakesOccasions() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      assertThat(sources.filter(OccasionsTest::makesOccasions))
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("CustomerNotice.java", "Telling.java", "ReceiptSender.java");
    }
  }

  private static boolean makesOccasions(Path source) {
    try {
      return Files.isRegularFile(source) && Files.readString(source).contains("new Occasion(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
