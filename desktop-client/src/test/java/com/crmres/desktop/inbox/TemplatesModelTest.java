package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.template.HeaderFormat;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.template.TemplateButton;
import com.crmres.common.template.TemplateButtonKind;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateHeader;
import com.crmres.common.template.TemplateStatus;
import com.crmres.desktop.EveryKind;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemplatesModelTest {

  private static final UUID REEM = World.id("conversation " + World.REEM.name());

  private final Restaurant restaurant =
      EveryKind.restaurant(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final List<Object> added = new ArrayList<>();
  private final TemplatesModel templates =
      new TemplatesModel(api, PatientCalls.immediate(), UUID::randomUUID, added::add);

  @Test
  void listsThoseThatMayBeSentFirst() {
    templates.open(REEM);

    assertThat(templates.templates())
        .extracting(TemplateDetails::name)
        .containsExactly("order_ready", "weekend_offer");
    assertThat(templates.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void saysThatTheListCannotBeHad() {
    api.unreachable(true);

    templates.open(REEM);

    assertThat(templates.state().get()).isEqualTo(ListState.FAILED);
  }

  @Test
  void showsWhatTheCustomerWillRead() {
    TemplateForm form = chosen(0);
    form.fields().getFirst().value().set("ريم $1");

    assertThat(form.preview()).isEqualTo("أهلًا ريم $1، طلبك {{2}} جاهز للاستلام.\n\nمطعم نور");
    assertThat(form.isComplete()).isFalse();
  }

  @Test
  void sendsNothingThatIsNotFilledOrNotApproved() {
    chosen(0);
    templates.send();
    TemplateForm paused = chosen(1);
    paused.fields().forEach(field -> field.value().set("x"));
    templates.send();

    assertThat(paused.isComplete()).isFalse();
    assertThat(restaurant.templatesAsked()).isEmpty();
  }

  @Test
  void sendsTheSameCommandAgainAfterALostAnswer() {
    TemplateForm form = chosen(0);
    form.fields().forEach(field -> field.value().set("A-31"));
    api.answersLost(true);
    templates.send();
    assertThat(templates.failure().get()).isNotNull();

    api.answersLost(false);
    templates.send();

    assertThat(restaurant.templatesAsked()).hasSize(2);
    assertThat(restaurant.templatesAsked().getFirst())
        .isEqualTo(restaurant.templatesAsked().getLast());
    assertThat(added).hasSize(1);
    assertThat(templates.isOpen().get()).isFalse();
  }

  @Test
  void namesParametersOnlyWhereTheTemplateDoes() {
    TemplateForm form = chosen(0);
    form.fields().forEach(field -> field.value().set("A-31"));
    SendTemplateRequest positional = form.request(World.id("command"));
    var named =
        new TemplateForm(
            World.template(
                "n",
                "ar",
                null,
                TemplateStatus.APPROVED,
                null,
                new com.crmres.common.template.TemplateForm(
                    new TemplateHeader(HeaderFormat.TEXT, "{{title}}", null),
                    "{{guest}}",
                    List.of(),
                    null,
                    List.of(
                        new TemplateButton(TemplateButtonKind.QUICK_REPLY, "نعم", null, null),
                        new TemplateButton(
                            TemplateButtonKind.URL, "تتبع", "https://noor.example/{{1}}", null))),
                List.of("guest")));
    named.fields().forEach(field -> field.value().set(field.place().name()));
    SendTemplateRequest request = named.request(World.id("command"));

    assertThat(positional.parameters())
        .containsExactly(
            new MessageContent.TemplateParameter(null, "A-31"),
            new MessageContent.TemplateParameter(null, "A-31"));
    assertThat(request.parameters())
        .containsExactly(new MessageContent.TemplateParameter("guest", "BODY"));
    assertThat(request.header()).isEqualTo(new MessageContent.HeaderParameter("HEADER"));
    assertThat(request.buttons())
        .containsExactly(
            new MessageContent.ButtonParameter(
                1, com.crmres.common.conversation.TemplateButtonKind.URL, "BUTTON"));
  }

  private TemplateForm chosen(int place) {
    templates.open(REEM);
    templates.choose(templates.templates().get(place));
    return Objects.requireNonNull(templates.form().get());
  }
}
