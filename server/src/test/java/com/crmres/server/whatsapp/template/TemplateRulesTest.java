package com.crmres.server.whatsapp.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.CreateTemplatesRequest;
import com.crmres.common.template.HeaderFormat;
import com.crmres.common.template.TemplateButton;
import com.crmres.common.template.TemplateButtonKind;
import com.crmres.common.template.TemplateDraft;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateHeader;
import com.crmres.common.wire.Json;
import com.crmres.server.http.Faults;
import com.crmres.server.whatsapp.webhook.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRulesTest {

  private static final TemplateForm READY =
      new TemplateForm(
          null,
          "هلا {{1}}، طلبك رقم {{2}} جاهز للاستلام من فرع {{3}}. نتشرف بزيارتك.",
          List.of("نورة", "4711", "العليا"),
          null,
          List.of(
              new TemplateButton(TemplateButtonKind.QUICK_REPLY, "ممتاز", null, null),
              new TemplateButton(TemplateButtonKind.QUICK_REPLY, "سيئ", null, null)));

  /// As the recorded request reads; what we write WhatsApp reads back to us as the same form.
  @Test
  void writesAFormAsWhatsAppWantsIt() {
    JsonNode recorded =
        Json.read(
            new String(Sample.file("req-template-create-ar.json"), StandardCharsets.UTF_8),
            JsonNode.class);

    assertThat((JsonNode) Components.write(READY)).isEqualTo(recorded.path("components"));
    assertThat(Components.read(recorded.path("components"))).isEqualTo(READY);
  }

  @Test
  void aNamedFormKeepsItsNamesAndEveryPart() {
    TemplateForm form =
        new TemplateForm(
            new TemplateHeader(HeaderFormat.TEXT, "Order {{order_no}}", "4711"),
            "Hi {{customer_name}}, it is {{order_no}} now.",
            List.of("Noura", "4711"),
            "Noor",
            List.of(
                new TemplateButton(
                    TemplateButtonKind.URL, "Track", "https://noor.example/o/{{1}}", "4711"),
                new TemplateButton(
                    TemplateButtonKind.PHONE_NUMBER, "Call", "+966115550199", null)));

    JsonNode written = Components.write(form);

    assertThat(Components.read(written)).isEqualTo(form);
    assertThat(
            Components.of(written, "BODY").path("example").path("body_text_named_params").path(0))
        .isEqualTo(
            Json.read("{\"param_name\":\"customer_name\",\"example\":\"Noura\"}", JsonNode.class));
    assertThat(faults(form)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Your order {{1}} is ready.', true",
    "'Order {{1}} of {{2}} now, {{1}}!', true",
    "'Order {{2}} now', false",
    "'Order {{1}} of {{3}} now', false",
    "'Order {{no}} of {{ customer }} now', true",
    "'Order {{1}} of {{name}} now', false",
    "'Order {{Name}} now', false",
    "'Order {{1} now', false"
  })
  void placeholdersAreNumberedWithoutGapOrAllNamed(String text, boolean wellFormed) {
    assertThat(Placeholders.of(text).wellFormed()).isEqualTo(wellFormed);
  }

  @Test
  void aDraftIsHeldAgainstEveryLimitBeforeWhatsAppIsAsked() {
    assertThat(faults(READY)).isEmpty();
    assertThat(faults(body("{{1}} is ready", "4711")))
        .containsExactly("drafts[0].form.body PLACEHOLDER_AT_EDGE");
    assertThat(faults(body("It is {{1}} now"))).containsExactly("drafts[0].form.examples EXAMPLES");
    assertThat(faults(body("x".repeat(1025)))).containsExactly("drafts[0].form.body LENGTH");
    assertThat(faults(new TemplateForm(null, "Hi", List.of(), "f".repeat(61), List.of())))
        .containsExactly("drafts[0].form.footer LENGTH");
    TemplateHeader long61 = new TemplateHeader(HeaderFormat.TEXT, "h".repeat(61), null);
    assertThat(faults(new TemplateForm(long61, "Hi", List.of(), null, List.of())))
        .containsExactly("drafts[0].form.header.text LENGTH");
    List<TemplateButton> eleven =
        IntStream.range(0, 11)
            .mapToObj(i -> new TemplateButton(TemplateButtonKind.QUICK_REPLY, "b" + i, null, null))
            .toList();
    assertThat(faults(new TemplateForm(null, "Hi", List.of(), null, eleven)))
        .containsExactly("drafts[0].form.buttons RANGE");
    TemplateButton middle =
        new TemplateButton(
            TemplateButtonKind.URL, "Track", "https://noor.example/{{1}}/track", "4711");
    assertThat(faults(new TemplateForm(null, "Hi", List.of(), null, List.of(middle))))
        .containsExactly("drafts[0].form.buttons[0].target PLACEHOLDERS");
  }

  @Test
  void aNameAndItsLanguagesAreHeldAgainstTheRules() {
    CreateTemplatesRequest request =
        new CreateTemplatesRequest(
            null,
            "Order-Ready",
            TemplateCategory.AUTHENTICATION,
            List.of(new TemplateDraft("ar", READY), new TemplateDraft("ar", READY)));

    assertThat(faults(request))
        .containsExactly("name CHARACTERS", "category UNEXPECTED", "drafts[1].language UNEXPECTED");
  }

  /// trap 34: a line break or tab in a parameter is refused by WhatsApp; it becomes a blank here.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "حي العليا\nشارع التحلية",
        "حي العليا\t\tشارع التحلية",
        "حي العليا \r\n شارع التحلية"
      })
  void aParameterBecomesOneLine(String text) {
    assertThat(ParameterText.clean(text)).isEqualTo("حي العليا شارع التحلية");
  }

  /// trap 34, behaviour 20: whatever a customer's name or address holds, what goes out is fit.
  @Property
  void noParameterIsEverUnfit(@ForAll String text) {
    assertThat(ParameterText.clean(text)).doesNotContain("\n", "\t", "\r", "    ");
  }

  /// behaviour 20.
  @Test
  void wrongParametersAreNamedOneByOne() {
    assertThat(filled(READY, Parameters.positional("Noura", "4711")))
        .containsExactly("parameters.3 REQUIRED");
    assertThat(filled(READY, Parameters.positional("Noura", " \n ", "Olaya")))
        .containsExactly("parameters[1] REQUIRED");
    assertThat(filled(READY, Parameters.positional("a", "b", "c", "d")))
        .containsExactly("parameters[3] UNEXPECTED");
    assertThat(filled(READY, Parameters.positional("a", "b".repeat(1000), "c")))
        .containsExactly("parameters LENGTH");
  }

  @Test
  void aFillingReadsAsTheCustomerWillReadIt() {
    TemplateForm form =
        new TemplateForm(
            new TemplateHeader(HeaderFormat.TEXT, "Order {{1}}", "1"),
            "Hi {{name}}, it costs {{price}} now.",
            List.of("Noura", "10"),
            "Noor",
            List.of(
                new TemplateButton(
                    TemplateButtonKind.URL, "Track", "https://noor.example/o/{{1}}", "1")));
    Faults faults = new Faults();

    Filling filling =
        new Filling(
            form,
            new Parameters(
                new MessageContent.HeaderParameter("4711"),
                List.of(
                    new MessageContent.TemplateParameter("price", "$10\\1"),
                    new MessageContent.TemplateParameter("name", "نورة")),
                List.of(
                    new MessageContent.ButtonParameter(
                        0, com.crmres.common.conversation.TemplateButtonKind.URL, "4711"))),
            faults);

    assertThat(faults.found()).isEmpty();
    assertThat(filling.text()).isEqualTo("Order 4711\nHi نورة, it costs $10\\1 now.\nNoor");
    assertThat(filling.shownButtons().getFirst().target()).isEqualTo("https://noor.example/o/4711");
    assertThat(filled(form, Parameters.positional()))
        .containsExactlyInAnyOrder(
            "header.text REQUIRED",
            "parameters.name REQUIRED",
            "parameters.price REQUIRED",
            "buttons.0 REQUIRED");
  }

  private static TemplateForm body(String text, String... examples) {
    return new TemplateForm(null, text, List.of(examples), null, List.of());
  }

  private static List<String> faults(TemplateForm form) {
    return faults(
        new CreateTemplatesRequest(
            null, "order_ready", TemplateCategory.UTILITY, List.of(new TemplateDraft("ar", form))));
  }

  private static List<String> faults(CreateTemplatesRequest request) {
    Faults faults = new Faults();
    DraftRules.check(request, faults);
    return names(faults);
  }

  private static List<String> filled(TemplateForm form, Parameters parameters) {
    Faults faults = new Faults();
    new Filling(form, parameters, faults).text();
    return names(faults);
  }

  private static List<String> names(Faults faults) {
    return faults.found().stream().map(fault -> fault.field() + " " + fault.rule()).toList();
  }
}
