package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateButtonKind;
import com.crmres.common.template.HeaderFormat;
import com.crmres.common.template.TemplateButton;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateHeader;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fills a template's words and says what is wrong with the parameters (whatsapp-cloud-api.md 4.2).
/// Pure.
final class Filling {

  private static final int LONGEST_BODY = 1024;
  private static final int LONGEST_HEADER = 60;
  private static final int LONGEST_PAYLOAD = 128;
  private static final int LONGEST_CODE = 15;
  private static final int LONGEST_PAGE = 2000;

  private final TemplateForm form;
  private final Faults faults;
  private final Map<String, String> values = new HashMap<>();
  private final List<MessageContent.TemplateParameter> body = new ArrayList<>();
  private final List<MessageContent.ButtonParameter> buttons = new ArrayList<>();
  private MessageContent.@Nullable HeaderParameter header;

  /// Fills a form; what is wrong is noted in `faults`, under the names of the request.
  Filling(TemplateForm form, Parameters parameters, Faults faults) {
    this.form = form;
    this.faults = faults;
    fillHeader(form.header(), parameters.header());
    fillBody(parameters.body());
    fillButtons(parameters.buttons());
  }

  /// The parameters as they are sent: in one line each, named where the template names them.
  List<MessageContent.TemplateParameter> body() {
    return body;
  }

  List<MessageContent.ButtonParameter> buttons() {
    return buttons;
  }

  MessageContent.@Nullable HeaderParameter header() {
    return header;
  }

  @Nullable String headerText() {
    String text = form.header() == null ? null : form.header().text();
    return text == null ? null : Placeholders.fill(text, headerValues(text));
  }

  String bodyText() {
    return Placeholders.fill(form.body(), values);
  }

  /// The buttons with the pages they will open.
  List<TemplateButton> shownButtons() {
    List<TemplateButton> shown = new ArrayList<>();
    for (int i = 0; i < form.buttons().size(); i++) {
      shown.add(shown(form.buttons().get(i), i));
    }
    return shown;
  }

  /// All that the customer reads, line by line.
  String text() {
    return Stream.of(headerText(), bodyText(), form.footer())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private void fillHeader(
      @Nullable TemplateHeader wanted, MessageContent.@Nullable HeaderParameter given) {
    boolean takesText = wanted != null && !placeholders(wanted.text()).isEmpty();
    boolean takesFile = wanted != null && wanted.format().isFile();
    String text = given == null || given.text() == null ? null : ParameterText.clean(given.text());
    boolean hasFile = given != null && given.mediaId() != null;
    if (text == null ? takesText : text.isEmpty()) {
      faults.add("header.text", Rule.REQUIRED);
    } else if (text != null && !takesText) {
      faults.add("header.text", Rule.UNEXPECTED);
    }
    if (takesFile != hasFile) {
      faults.add("header.mediaId", takesFile ? Rule.REQUIRED : Rule.UNEXPECTED);
    }
    if (given != null) {
      header =
          new MessageContent.HeaderParameter(
              text, given.mediaId(), hasFile ? kind(wanted) : null, given.fileName());
    }
    String filled = wanted != null && wanted.format() == HeaderFormat.TEXT ? headerText() : null;
    if (filled != null) {
      faults.length("header.text", filled, 0, LONGEST_HEADER);
    }
  }

  private Map<String, String> headerValues(String text) {
    String filler = header == null ? null : header.text();
    List<String> names = placeholders(text);
    return filler == null || names.isEmpty() ? Map.of() : Map.of(names.getFirst(), filler);
  }

  private void fillBody(List<MessageContent.TemplateParameter> given) {
    Placeholders wanted = Placeholders.of(form.body());
    for (int i = 0; i < given.size(); i++) {
      MessageContent.TemplateParameter parameter = given.get(i);
      String name = wanted.isNamed() ? parameter.name() : Integer.toString(i + 1);
      String at = "parameters[" + i + "]";
      String text = ParameterText.clean(Objects.requireNonNullElse(parameter.text(), ""));
      if (name == null || !wanted.names().contains(name) || values.containsKey(name)) {
        faults.add(at, Rule.UNEXPECTED);
      } else if (text.isEmpty()) {
        faults.add(at, Rule.REQUIRED);
      } else {
        values.put(name, text);
        body.add(new MessageContent.TemplateParameter(wanted.isNamed() ? name : null, text));
      }
    }
    for (int i = 0; i < wanted.names().size(); i++) {
      String name = wanted.names().get(i);
      boolean blank = !wanted.isNamed() && i < given.size();
      if (!values.containsKey(name) && !blank) {
        faults.add("parameters." + name, Rule.REQUIRED);
      }
    }
    faults.length("parameters", bodyText(), 0, LONGEST_BODY);
  }

  private void fillButtons(List<MessageContent.ButtonParameter> given) {
    for (int i = 0; i < given.size(); i++) {
      MessageContent.ButtonParameter parameter = given.get(i);
      String at = "buttons[" + i + "]";
      String text = ParameterText.clean(Objects.requireNonNullElse(parameter.text(), ""));
      if (parameter.index() < 0 || parameter.index() >= form.buttons().size()) {
        faults.add(at + ".index", Rule.UNEXPECTED);
      } else if (parameterOf(parameter.index()) != null) {
        faults.add(at + ".index", Rule.UNEXPECTED);
      } else {
        TemplateButton button = form.buttons().get(parameter.index());
        checkButton(at, button, text);
        buttons.add(new MessageContent.ButtonParameter(parameter.index(), kind(button), text));
      }
    }
    for (int i = 0; i < form.buttons().size(); i++) {
      if (needsParameter(form.buttons().get(i)) && parameterOf(i) == null) {
        faults.add("buttons." + i, Rule.REQUIRED);
      }
    }
  }

  private void checkButton(String at, TemplateButton button, String text) {
    switch (button.kind()) {
      case QUICK_REPLY -> faults.length(at + ".text", text, 1, LONGEST_PAYLOAD);
      case COPY_CODE -> faults.length(at + ".text", text, 1, LONGEST_CODE);
      case URL -> {
        faults.length(at + ".text", text, 1, LONGEST_PAGE);
        if (!needsParameter(button)) {
          faults.add(at, Rule.UNEXPECTED);
        }
      }
      case PHONE_NUMBER, OTHER -> faults.add(at, Rule.UNEXPECTED);
    }
  }

  /// What was approved decides, not what the sender takes it for.
  private static @Nullable MediaKind kind(@Nullable TemplateHeader wanted) {
    return switch (wanted == null ? HeaderFormat.OTHER : wanted.format()) {
      case IMAGE -> MediaKind.IMAGE;
      case VIDEO -> MediaKind.VIDEO;
      case DOCUMENT -> MediaKind.DOCUMENT;
      case TEXT, LOCATION, OTHER -> null;
    };
  }

  private static TemplateButtonKind kind(TemplateButton button) {
    return switch (button.kind()) {
      case URL -> TemplateButtonKind.URL;
      case COPY_CODE -> TemplateButtonKind.COPY_CODE;
      case QUICK_REPLY, PHONE_NUMBER, OTHER -> TemplateButtonKind.QUICK_REPLY;
    };
  }

  private static boolean needsParameter(TemplateButton button) {
    return switch (button.kind()) {
      case URL -> !placeholders(button.target()).isEmpty();
      case COPY_CODE -> true;
      case QUICK_REPLY, PHONE_NUMBER, OTHER -> false;
    };
  }

  private @Nullable String parameterOf(int index) {
    return buttons.stream()
        .filter(button -> button.index() == index)
        .map(MessageContent.ButtonParameter::text)
        .findFirst()
        .orElse(null);
  }

  private TemplateButton shown(TemplateButton button, int index) {
    String text = parameterOf(index);
    String target = button.target();
    if (text == null || target == null) {
      return button;
    }
    String page = Placeholders.fill(target, Map.of("1", text));
    return new TemplateButton(button.kind(), button.text(), page, button.example());
  }

  private static List<String> placeholders(@Nullable String text) {
    return text == null ? List.of() : Placeholders.of(text).names();
  }
}
