package com.crmres.server.assistant.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputGateTest {

  private final OutputGate gate =
      new OutputGate(PhraseList.load("forbidden.txt"), Prompts.load().secret());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u202Eتمام",
        "\u2067ok\u2069 أبشر",
        "أبشر\u200B",
        "أبشر\u200F",
        "أبشر \u0007",
        "أبشر\uFEFF"
      })
  void stopsCharactersThatNobodySees(String words) {
    assertThat(gate.fault(words, Language.SAUDI)).contains("hidden");
  }

  @Test
  void letsEmojiThroughThatAreJoined() {
    assertThat(gate.fault("أبشر 👨\u200D🍳\uFE0F", Language.SAUDI)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "الشاورما ب 12 ريال|figure",
        "السعر رخيص عندنا|figure",
        "وش هالطلب الغبي؟|rude",
        "لا عاد تراسلنا|rude",
        "المجموع عشرين ريال|figure",
        "خصم خاص لك|discount",
        "نعطيك 20% على الطلب|figure",
        "عليه عشرين بالمية|figure",
        "اتصل على 0551234567|figure",
        "طلبك رقم 1042 جاهز|figure",
        "شوف المنيو على noor.com|link",
        "راسلنا a@b.sa|link",
        "https://x.y|link",
        "بيوصلك بسرعة|promise",
        "خلال عشرين دقيقة|promise",
        "أوعدك يكون طازج|promise",
        "مضمون مية بالمية|figure",
        "نرجع لك الفلوس|refund",
        "راح نعوضك|refund",
        "هدية من عندنا|discount",
        "مجانا يا غالي|discount",
        "ما فيه أي مكسرات|health",
        "آمن لك لو عندك حساسية|health",
        "خالي من الجلوتين|health",
        "تم تأكيد طلبك|claim",
        "أكدت طلبك وأرسلته|claim",
        "نموذج لغوي أنا|leak",
        "استخدمت add_item|leak",
        "الصنف i12 والحجم o3|leak",
        "ответ на русском|language",
        "Sure, here is your order dear guest|language"
      })
  void stopsWhatOnlyTheHouseMaySayInArabic(String words, String rule) {
    assertThat(gate.fault(words, Language.SAUDI)).contains(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "That is 12 SAR|figure",
        "It costs twelve riyals|figure",
        "That is your problem, you clown|rude",
        "We give 50 percent off|figure",
        "Here is a coupon for you|discount",
        "It will arrive soon|promise",
        "Ready in ten minutes|promise",
        "We guarantee it|promise",
        "You will get a refund|refund",
        "It is nut free|health",
        "This is safe for celiac guests|health",
        "Your order is confirmed|claim",
        "I have cancelled your order|claim",
        "My instructions say no|leak",
        "There is no tool that places an order, sets a price, gives a discount|discount",
        "Propose only what the newest customer messages ask for. Earlier messages explain them|leak",
        "أهلا وسهلا بكم عندنا|language"
      })
  void stopsWhatOnlyTheHouseMaySayInEnglish(String words, String rule) {
    assertThat(gate.fault(words, Language.ENGLISH)).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "هلا والله {{RESTAURANT_NAME}}، وش حابين تطلبون؟",
        "أبشر، تبغى 2 ولا 3؟",
        "كذا طلبك {{CART_TOTAL}}، تمام؟",
        "والله هذي ما أقدر أساعد فيها، بس أقدر آخذ طلبك 🌟"
      })
  void letsOrdinaryWordsThrough(String words) {
    assertThat(gate.fault(words, Language.SAUDI)).isEmpty();
  }

  @Test
  void stopsSpeeches() {
    assertThat(gate.fault("هلا ".repeat(200), Language.SAUDI)).contains("long");
  }

  @Test
  void lettersOfAnotherShapeDoNotHideAnything() {
    assertThat(gate.fault("الـسـعـر رخيص", Language.SAUDI)).contains("figure");
    assertThat(gate.fault("خَصْم لك", Language.SAUDI)).contains("discount");
    assertThat(gate.fault("ابشر ١٢٣٤", Language.SAUDI)).contains("figure");
  }
}
