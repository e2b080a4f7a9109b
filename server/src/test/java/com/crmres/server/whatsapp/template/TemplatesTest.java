package com.crmres.server.whatsapp.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateQuality;
import com.crmres.common.template.TemplateStatus;
import com.crmres.server.conversation.ContentFault;
import com.crmres.server.conversation.Occasion;
import com.crmres.server.conversation.Prepared;
import com.crmres.server.whatsapp.webhook.Sample;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private static final String STATUS = "message_template_status_update";
  private static final String CATEGORY = "template_category_update";
  private static final String SARA = "966500000001";
  private static final String READY = "هلا {{1}}، طلبك رقم {{2}} جاهز الآن.";

  private final NoorTemplates house = new NoorTemplates();
  private final UUID sara = house.noor.receive(SARA, "hello");
  private final Instant now = house.noor.clock.instant();

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void aSyncReadsEveryPageAndLeavesNoTraceWhenNothingChanged() throws Exception {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      house.whatsApp.add(name, "ar", "UTILITY", READY);
    }

    house.syncAll();

    assertThat(house.count("message_template where status = 'approved'")).isEqualTo(5);
    assertThat(house.whatsApp.heard()).hasSize(3);
    assertThat(house.whatsApp.heard().getFirst()).endsWith("Bearer token of 104857600123456");
    assertThat(house.noticed()).isEmpty();
    long history = house.count("message_template_change");
    house.noor.clock.forward(Duration.ofMinutes(16));
    house.syncAll();
    assertThat(house.count("message_template_change")).isEqualTo(history);
    assertThat(house.template("a", "ar").syncedAt()).isEqualTo(house.noor.clock.instant());
  }

  @Test
  void whatLeavesTheListIsDeletedAndWhatComesBackIsNot() throws Exception {
    ObjectNode template = house.whatsApp.add("old", "ar", "UTILITY", READY);
    house.syncAll();
    house.whatsApp.remove(template);
    house.noor.clock.forward(Duration.ofMinutes(16));

    house.syncAll();

    assertThat(house.template("old", "ar").status()).isEqualTo(TemplateStatus.DELETED);
    assertThat(house.noticed()).containsExactly("template_status information old deleted");
  }

  @Test
  void aRefusedSyncWaitsTwiceAsLongEachTimeAndConcludesNothing() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      house.whatsApp.add(name, "ar", "UTILITY", READY);
    }
    house.syncAll();
    house.noor.clock.forward(Duration.ofMinutes(16));
    int before = house.whatsApp.heard().size();
    // The second page is refused: what stands on it is still there.
    house.whatsApp.refuse(80008);

    house.syncAll();
    house.noor.clock.forward(Duration.ofSeconds(59));
    house.syncAll();
    assertThat(house.whatsApp.heard()).hasSize(before + 1);
    house.whatsApp.refuse(80007);
    house.noor.clock.forward(Duration.ofSeconds(2));
    house.syncAll();
    house.noor.clock.forward(Duration.ofSeconds(100));
    house.syncAll();
    assertThat(house.whatsApp.heard()).hasSize(before + 2);

    house.noor.clock.forward(Duration.ofSeconds(21));
    house.syncAll();
    assertThat(house.whatsApp.heard()).hasSize(before + 4);
    assertThat(house.count("message_template where status = 'approved'")).isEqualTo(3);
  }

  /// behaviour 7: the template event of a mixed batch is handled.
  @Test
  void theTemplateEventOfABatchIsHandled() {
    house.deliver(Sample.file("batch-mixed-entries-changes-messages-statuses.json"));

    TemplateDetails template = house.template("order_ready", "ar");
    assertThat(template.status()).isEqualTo(TemplateStatus.APPROVED);
    assertThat(template.category()).isEqualTo(TemplateCategory.UTILITY);
    assertThat(template.sendable()).as("its words are not known yet").isFalse();
    assertThat(house.count("template_sync where next_at <= '2026-11-22T18:00:00Z'")).isEqualTo(1);
  }

  @Test
  void everyRecordedEventIsTakenInWithItsReason() {
    for (int times = 0; times < 2; times++) {
      house.deliver(Sample.file("wh-template-status-approved.json"));
      house.deliver(Sample.file("wh-template-status-rejected.json"));
      house.deliver(Sample.file("wh-template-category.json"));
      house.deliver(Sample.file("wh-template-quality.json"));
      house.deliver(Sample.file("wh-template-components.json"));
    }

    TemplateDetails ready = house.template("order_ready", "ar");
    assertThat(ready.category()).isEqualTo(TemplateCategory.MARKETING);
    assertThat(ready.form()).isNotNull();
    assertThat(ready.placeholders()).containsExactly("1", "2", "3");
    TemplateDetails offer = house.template("friday_offer", "ar");
    assertThat(offer.status()).isEqualTo(TemplateStatus.REJECTED);
    assertThat(offer.quality()).isEqualTo(TemplateQuality.YELLOW);
    assertThat(offer.reason()).startsWith("INVALID_FORMAT · Two parameters");
    assertThat(offer.advice()).isEqualTo("Put descriptive text between the parameters.");
    assertThat(house.noticed())
        .containsExactlyInAnyOrder(
            "template_status information order_ready approved",
            "template_status warning friday_offer rejected",
            "template_category warning order_ready marketing",
            "template_quality warning friday_offer yellow");
  }

  @Test
  void newsNeverGoBackwardsInTime() {
    house.event(STATUS, now, "offer", "ar", "event", "APPROVED");
    house.event(STATUS, now.plusSeconds(60), "offer", "ar", "event", "PAUSED");
    house.event(STATUS, now.plusSeconds(30), "offer", "ar", "event", "FLAGGED");
    house.event(STATUS, now, "offer", "ar", "event", "APPROVED");

    assertThat(house.template("offer", "ar").status()).isEqualTo(TemplateStatus.PAUSED);
    assertThat(house.count("message_template_change")).isEqualTo(3);
    assertThat(house.noticed()).hasSize(2);
    house.event(STATUS, now.plusSeconds(90), "offer", "ar", "event", "REINSTATED");
    assertThat(house.template("offer", "ar").status()).isEqualTo(TemplateStatus.APPROVED);
    house.event(STATUS, now.plusSeconds(91), "offer", "ar", "event", "SOMETHING_NEW");
    assertThat(house.template("offer", "ar").status()).isEqualTo(TemplateStatus.UNKNOWN);
  }

  /// trap 33: `ar` is not `ar_SA`, and nobody finds out from WhatsApp's 132001.
  @Test
  void aTemplateIsFoundInExactlyItsLanguage() throws Exception {
    house.whatsApp.add("order_ready", "ar", "UTILITY", READY);
    house.whatsApp.add("order_ready", "en_US", "UTILITY", "Hi {{1}}, order {{2}} is ready.");
    house.syncAll();

    assertThat(house.fill(sara, "order_ready", "ar", "Noura", "4711"))
        .isInstanceOfSatisfying(
            FillResult.Filled.class,
            filled -> {
              assertThat(filled.content().text()).isEqualTo("هلا Noura، طلبك رقم 4711 جاهز الآن.");
              assertThat(filled.content().language()).isEqualTo("ar");
            });
    assertThat(reason(house.fill(sara, "order_ready", "ar_SA", "Noura", "4711")))
        .isEqualTo(FillResult.Reason.UNKNOWN);
    assertThat(reason(house.fill(sara, "order_ready", "en", "Noura", "4711")))
        .isEqualTo(FillResult.Reason.UNKNOWN);
  }

  /// trap 34.
  @Test
  void whatIsFilledInIsFitToBeSent() throws Exception {
    house.whatsApp.add("order_ready", "ar", "UTILITY", READY);
    house.syncAll();

    assertThat(house.fill(sara, "order_ready", "ar", "Noura\nAl-Otaibi", "47\t11"))
        .asInstanceOf(InstanceOfAssertFactories.type(FillResult.Filled.class))
        .satisfies(filled ->
            assertThat(filled.content().body())
                .extracting(MessageContent.TemplateParameter::text)
                .containsExactly("Noura Al-Otaibi", "47 11"));
    assertThat(reason(house.fill(sara, "order_ready", "ar", "Noura")))
        .isEqualTo(FillResult.Reason.WRONG_PARAMETERS);
  }

  /// behaviour 30: paused, disabled, re-categorised: refused before it fails.
  @Test
  void aPausedOrDisabledTemplateIsRefusedWithTheReason() throws Exception {
    house.whatsApp.add("friday_offer", "ar", "MARKETING", "عرض الجمعة");
    house.syncAll();
    house.deliver(changedTime(Sample.file("wh-template-status-paused.json"), now.plusSeconds(5)));

    FillResult paused = house.fill(sara, "friday_offer", "ar");

    assertThat(reason(paused)).isEqualTo(FillResult.Reason.PAUSED);
    assertThat(((FillResult.Refused) paused).detail()).contains("FIRST_PAUSE", "3 hours");
    house.event(STATUS, now.plusSeconds(6), "friday_offer", "ar", "event", "DISABLED");
    assertThat(reason(house.fill(sara, "friday_offer", "ar")))
        .isEqualTo(FillResult.Reason.DISABLED);
    house.event(STATUS, now.plusSeconds(7), "friday_offer", "ar", "event", "PENDING");
    assertThat(reason(house.fill(sara, "friday_offer", "ar")))
        .isEqualTo(FillResult.Reason.NOT_APPROVED);
    assertThat(house.noticed()).contains("template_status critical friday_offer paused");
  }

  /// trap 49, behaviour 30: the category is looked up when sending; who reckoned with another one
  /// is stopped before it costs.
  @Test
  void aChangedCategoryStopsWhoReckonedWithTheOldOne() throws Exception {
    house.whatsApp.add("order_ready", "ar", "UTILITY", READY);
    house.syncAll();
    assertThat(reason(fillAs(TemplateCategory.UTILITY))).isNull();

    house.event(
        CATEGORY,
        now.plusSeconds(5),
        "order_ready",
        "ar",
        "previous_category",
        "UTILITY",
        "new_category",
        "MARKETING");

    assertThat(reason(fillAs(TemplateCategory.UTILITY)))
        .isEqualTo(FillResult.Reason.CATEGORY_CHANGED);
    assertThat(fillAs(TemplateCategory.MARKETING))
        .isInstanceOfSatisfying(
            FillResult.Filled.class,
            filled ->
                assertThat(filled.content().category()).isEqualTo(TemplateCategory.MARKETING));
    assertThat(house.noticed()).containsExactly("template_category warning order_ready marketing");
  }

  /// trap 47, behaviour 30: after 131049 a customer gets no marketing for a day, then two; what is
  /// no marketing goes on.
  @Test
  void marketingThatWhatsAppKeptBackRestsForThatCustomer() throws Exception {
    house.whatsApp.add("offer", "ar", "MARKETING", "عرض اليوم");
    house.whatsApp.add("order_ready", "ar", "UTILITY", READY);
    house.syncAll();
    UUID other = house.noor.receive("966500000002", "hello");
    keptBack();
    keptBack();

    assertThat(reason(house.fill(sara, "offer", "ar"))).isEqualTo(FillResult.Reason.RESTING);
    assertThat(reason(house.fill(other, "offer", "ar"))).isNull();
    assertThat(reason(house.fill(sara, "order_ready", "ar", "Noura", "1"))).isNull();
    house.noor.clock.forward(Duration.ofHours(25));
    assertThat(reason(house.fill(sara, "offer", "ar")))
        .as("the second refusal makes it two days")
        .isEqualTo(FillResult.Reason.RESTING);
    house.noor.clock.forward(Duration.ofHours(24));
    assertThat(reason(house.fill(sara, "offer", "ar"))).isNull();
  }

  /// behaviour 30: who wants no marketing gets none, and everything else.
  @Test
  void whoWantsNoMarketingGetsNone() throws Exception {
    house.whatsApp.add("offer", "ar", "MARKETING", "عرض اليوم");
    house.whatsApp.add("order_ready", "ar", "UTILITY", READY);
    house.syncAll();
    house.refusers.add(house.noor.conversation(sara).customer().id());

    assertThat(reason(house.fill(sara, "offer", "ar"))).isEqualTo(FillResult.Reason.OPTED_OUT);
    assertThat(reason(house.fill(sara, "order_ready", "ar", "Noura", "1"))).isNull();
    assertThat(fitting(Language.SAUDI)).containsExactly("order_ready ar");
  }

  @Test
  void aRefusedMessageMarksItsTemplate() throws Exception {
    house.whatsApp.add("order_ready", "ar", "UTILITY", READY);
    house.syncAll();
    FillResult filled = house.fill(sara, "order_ready", "ar", "Noura", "1");
    UUID message = house.send(sara, ((FillResult.Filled) filled).content()).id();

    house.status(message, "failed", now.plusSeconds(9), "{\"errors\":[{\"code\":132015}]}");

    assertThat(reason(house.fill(sara, "order_ready", "ar", "Noura", "1")))
        .isEqualTo(FillResult.Reason.PAUSED);
    house.noor.clock.forward(Duration.ofMinutes(1));
    house.syncAll();
    assertThat(reason(house.fill(sara, "order_ready", "ar", "Noura", "1")))
        .as("WhatsApp's list says that it is approved again")
        .isNull();
  }

  @Test
  void whatFitsComesInTheCustomersLanguageAndWithoutMarketingFirst() throws Exception {
    house.whatsApp.add("a_offer", "ar", "MARKETING", "عرض");
    house.whatsApp.add("b_ready", "en", "UTILITY", "Ready");
    house.whatsApp.add("c_ready", "ar", "UTILITY", "جاهز");
    house.whatsApp.add("d_code", "ar", "AUTHENTICATION", "code");
    house.whatsApp.add("e_later", "ar", "UTILITY", "لاحقا").put("status", "PAUSED");
    house.syncAll();

    assertThat(fitting(Language.SAUDI)).containsExactly("c_ready ar", "a_offer ar", "b_ready en");
    assertThat(fitting(Language.ENGLISH)).containsExactly("b_ready en", "c_ready ar", "a_offer ar");
  }

  @Test
  void anOccasionFindsItsTemplateByNameInTheCustomersLanguage() throws Exception {
    house.whatsApp.add("order_accepted", "ar", "UTILITY", "طلبك رقم {{number}} مؤكد الآن.");
    house.syncAll();
    ApprovedTemplates approved = new ApprovedTemplates(house.templates);
    Occasion accepted = new Occasion("order.accepted", Map.of("number", "A-12", "branch", "Olaya"));

    assertThat(standIn(approved, accepted, Language.SAUDI)).hasValue("طلبك رقم A-12 مؤكد الآن.");
    assertThat(standIn(approved, accepted, Language.ENGLISH)).isEmpty();
    assertThat(standIn(approved, new Occasion("order.accepted", Map.of()), Language.SAUDI))
        .as("a fact is missing")
        .isEmpty();
    house.event(STATUS, now.plusSeconds(5), "order_accepted", "ar", "event", "PAUSED");
    assertThat(standIn(approved, accepted, Language.SAUDI)).isEmpty();
  }

  private Optional<String> standIn(
      ApprovedTemplates approved, Occasion occasion, Language language) {
    return house.noor.in(transaction ->
        approved
            .standIn(transaction, house.noor.restaurantId, sara, occasion, language)
            .map(MessageContent.Template::text));
  }

  /// What staff send over any other path is held against what was approved as well.
  @Test
  void aTemplateOfStaffIsPreparedInTheApprovedWords() throws Exception {
    house.whatsApp.add("order_ready", "ar", "UTILITY", READY);
    house.syncAll();
    ApprovedTemplates approved = new ApprovedTemplates(house.templates);
    MessageContent.Template asked =
        new MessageContent.Template(
            "order_ready",
            "ar",
            TemplateCategory.UTILITY,
            null,
            Parameters.positional("Noura", "4711").body(),
            List.of(),
            "other words");

    assertThat(prepared(approved, asked))
        .isInstanceOfSatisfying(
            Prepared.Ready.class,
            ready ->
                assertThat(ready.content().preview())
                    .isEqualTo("هلا Noura، طلبك رقم 4711 جاهز الآن."));
    house.event(STATUS, now.plusSeconds(5), "order_ready", "ar", "event", "REJECTED");
    assertThat(prepared(approved, asked))
        .isEqualTo(
            new Prepared.Faulty(
                List.of(new ContentFault("name", ContentFault.Rule.TEMPLATE_NOT_APPROVED))));
  }

  private Prepared prepared(ApprovedTemplates approved, MessageContent.Template asked) {
    return house.noor.<Prepared>in(
        transaction -> approved.prepare(transaction, house.noor.restaurantId, sara, asked));
  }

  @Test
  void partsThatCannotBeFilledAreRefused() throws Exception {
    ObjectNode carousel = house.whatsApp.add("cards", "ar", "UTILITY", "بطاقات");
    carousel.withArray("components").addObject().put("type", "CAROUSEL").putArray("cards");
    house.syncAll();

    assertThat(reason(house.fill(sara, "cards", "ar"))).isEqualTo(FillResult.Reason.UNSUPPORTED);
  }

  private FillResult fillAs(TemplateCategory reckoned) {
    return house.noor.<FillResult>in(transaction ->
        house.templates.fill(
            transaction,
            house.noor.restaurantId,
            sara,
            "order_ready",
            "ar",
            reckoned,
            Parameters.positional("Noura", "4711")));
  }

  private void keptBack() {
    FillResult filled =
        new FillResult.Filled(
            new MessageContent.Template(
                "offer", "ar", TemplateCategory.MARKETING, null, List.of(), List.of(), "عرض"));
    UUID message = house.send(sara, ((FillResult.Filled) filled).content()).id();
    for (int times = 0; times < 2; times++) {
      house.status(message, "failed", now, "{\"errors\":[{\"code\":131049}]}");
    }
  }

  private List<String> fitting(Language language) {
    return house.noor.in(transaction ->
        house.templates.fitting(transaction, house.noor.restaurantId, sara, language).stream()
            .map(template -> template.name() + " " + template.language())
            .toList());
  }

  private static byte[] changedTime(byte[] body, Instant at) {
    return new String(body, StandardCharsets.UTF_8)
        .replace("1795334000", Long.toString(at.getEpochSecond()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static FillResult.@Nullable Reason reason(FillResult result) {
    return result instanceof FillResult.Refused refused ? refused.reason() : null;
  }
}
