package com.crmres.server.assistant.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MaskingProperties {

  private static final List<String> KNOWN = List.of("نورة القحطاني", "Khalid");

  private static Masking masking() {
    return new Masking(KNOWN, Set.of("rose"));
  }

  @Property(tries = 2_000)
  void whatIsMaskedComesBackAsItWas(@ForAll("messages") String text) {
    Masking masking = masking();

    assertThat(masking.unmask(masking.mask(text))).isEqualTo(text);
  }

  @Property(tries = 500)
  void anythingAtAllComesBackAsItWas(@ForAll String text) {
    Masking masking = masking();

    assertThat(masking.unmask(masking.mask(text))).isEqualTo(text);
  }

  @Property(tries = 1_000)
  void noTelephoneGetsOut(@ForAll("phones") String phone, @ForAll("words") String words) {
    String masked = masking().mask(words + " " + phone + " " + words);

    assertThat(masked).doesNotContain(phone);
    assertThat(masked.codePoints().filter(Character::isDigit).count())
        .as(masked)
        .isLessThanOrEqualTo(6 + 2 * digits(words));
  }

  private static long digits(String words) {
    return words.codePoints().filter(Character::isDigit).count();
  }

  @Provide
  Arbitrary<String> phones() {
    return Arbitraries.of(
        "0551234567",
        "+966 55 123 4567",
        "٠٥٥١٢٣٤٥٦٧",
        "055-123-4567",
        "(055) 1234567",
        "00966551234567",
        "5 5 1 2 3 4 5 6 7",
        "920012345",
        "۰۵۵۱۲۳۴۵۶۷");
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
        "ابغى ثنتين شاورما", "two burgers please", "بدون بصل", "[PHONE_1]", "و 3 بيبسي", "حبتين");
  }

  @Provide
  Arbitrary<String> messages() {
    Arbitrary<String> secret =
        Arbitraries.of(
            "noura@example.com",
            "https://maps.app.goo.gl/abc",
            "4111 1111 1111 1111",
            "RRRD2929",
            "24.7136, 46.6753",
            "اسمي نورة",
            "حي الياسمين",
            "شارع الملك فهد",
            "[NAME_1]",
            "[LITERAL_1]",
            "Khalid");
    Arbitrary<String> piece = Arbitraries.oneOf(words(), phones(), secret);
    return Combinators.combine(piece, piece, piece, piece)
        .as((one, two, three, four) -> String.join(" ", one, two, three, four));
  }

  @Example
  void hidesWhatIsPersonalAndNothingElse() {
    Masking masking = masking();

    assertThat(masking.mask("انا نورة ابغى 2 شاورما، رقمي 0551234567 وايميلي n@x.com"))
        .isEqualTo("انا [NAME_1] ابغى 2 شاورما، رقمي [PHONE_1] وايميلي [EMAIL_1]");
    assertThat(masking.mask("بيتي في حي الياسمين RRRD2929 24.71364, 46.67531"))
        .isEqualTo("بيتي في حي [STREET_1] [SHORT_1] [PLACE_1]");
    assertThat(masking.mask("بطاقتي 4111 1111 1111 1111 وحسابي SA03 8000 0000 6080 1016 7519"))
        .isEqualTo("بطاقتي [CARD_1] وحسابي [CARD_2]");
    assertThat(masking.mask("my name is Sara bin Saad, call 0551234567"))
        .isEqualTo("my name is [NAME_2], call [PHONE_1]");
    assertThat(masking.mask("Khalid wants rose water and 12 wings, 1.5 kg"))
        .isEqualTo("[NAME_3] wants rose water and 12 wings, 1.5 kg");
  }

  @Example
  void whatWeSaidBackOfAnAddressOrANameIsHiddenAsWell() {
    Masking masking = masking();

    assertThat(masking.mask("my name is Jonathan Featherstone, mail jonny@feather.example"))
        .isEqualTo("my name is [NAME_1] [SURNAME_1], mail [EMAIL_1]");
    assertThat(masking.mask("we do not have “jonny feather” or “featherstone”"))
        .doesNotContain("jonny", "feather");
    assertThat(masking.mask("Wushmi street, Yasminah district"))
        .isEqualTo("[ROAD_1] street, [ROAD_2] district");
  }

  @Example
  void theSameWordsHaveTheSamePlaceholderThroughoutATurn() {
    Masking masking = masking();

    assertThat(masking.mask("0551234567")).isEqualTo(masking.mask("0551234567"));
    assertThat(masking.mask("0559999999")).isNotEqualTo(masking.mask("0551234567"));
  }

  @Example
  void aPlaceholderThatACustomerWroteHidesNothingOfAnyones() {
    Masking masking = masking();
    masking.mask("0551234567");

    assertThat(masking.unmask(masking.mask("[PHONE_1]"))).isEqualTo("[PHONE_1]");
  }

  @Example
  void onlyNamesAreGivenBackToAModelsWords() {
    Masking masking = masking();
    masking.mask("نورة 0551234567");

    assertThat(masking.unmaskNames("هلا [NAME_1] [PHONE_1]")).isEqualTo("هلا نورة [PHONE_1]");
  }
}
