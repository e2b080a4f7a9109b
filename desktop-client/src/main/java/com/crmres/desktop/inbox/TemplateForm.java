package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateButtonKind;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.template.TemplateButton;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A template with what a person writes into its placeholders.
public final class TemplateForm {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*\\}\\}");
  private static final Pattern POSITION = Pattern.compile("\\d+");

  /// Where a placeholder stands.
  public enum Place {
    HEADER,
    BODY,
    BUTTON
  }

  /// One placeholder.
  ///
  /// @param name as the template has it: `1` or `customer_name`; for a button its label
  /// @param index place of the button, from 0; -1 for others
  public record Field(Place place, String name, int index, StringProperty value) {}

  private final TemplateDetails template;
  private final List<Field> fields;

  TemplateForm(TemplateDetails template) {
    this.template = template;
    this.fields =
        Stream.of(headerFields(), bodyFields(), buttonFields()).flatMap(List::stream).toList();
  }

  private List<Field> headerFields() {
    String text = headerText();
    return text == null
        ? List.of()
        : names(text).map(name -> field(Place.HEADER, name, -1)).toList();
  }

  private List<Field> bodyFields() {
    return template.placeholders().stream().map(name -> field(Place.BODY, name, -1)).toList();
  }

  private List<Field> buttonFields() {
    var form = template.form();
    List<Field> filled = new ArrayList<>();
    for (int i = 0; form != null && i < form.buttons().size(); i++) {
      TemplateButton button = form.buttons().get(i);
      if (wordsOf(button) != null) {
        filled.add(field(Place.BUTTON, button.text(), i));
      }
    }
    return filled;
  }

  /// What the words are to a button; absent for one that is not filled.
  private static @Nullable TemplateButtonKind wordsOf(TemplateButton button) {
    String target = button.target();
    return switch (button.kind()) {
      case COPY_CODE -> TemplateButtonKind.COPY_CODE;
      case URL -> target != null && names(target).count() > 0 ? TemplateButtonKind.URL : null;
      case QUICK_REPLY, PHONE_NUMBER, OTHER -> null;
    };
  }

  private static Field field(Place place, String name, int index) {
    return new Field(place, name, index, new SimpleStringProperty(""));
  }

  private static Stream<String> names(String text) {
    return PLACEHOLDER.matcher(text).results().map(found -> found.group(1));
  }

  private @Nullable String headerText() {
    var form = template.form();
    TemplateHeader header = form == null ? null : form.header();
    return header == null ? null : header.text();
  }

  public TemplateDetails template() {
    return template;
  }

  /// In the order in which the customer reads them.
  public List<Field> fields() {
    return fields;
  }

  /// Whether its header wants a file, which this form cannot give.
  public boolean needsFile() {
    var form = template.form();
    TemplateHeader header = form == null ? null : form.header();
    return header != null && header.text() == null;
  }

  public boolean isComplete() {
    return template.sendable()
        && !needsFile()
        && fields.stream().noneMatch(field -> field.value().get().isBlank());
  }

  /// What the customer will read; an empty placeholder stays as it is.
  public String preview() {
    var form = template.form();
    if (form == null) {
      return template.name();
    }
    String header = headerText();
    return Stream.of(
            header == null ? null : filled(header, Place.HEADER),
            filled(form.body(), Place.BODY),
            form.footer())
        .filter(Objects::nonNull)
        .reduce((above, below) -> above + "\n\n" + below)
        .orElse("");
  }

  private String filled(String text, Place place) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(place, found.group(1), found.group())));
  }

  private String value(Place place, String name, String otherwise) {
    return fields.stream()
        .filter(field -> field.place() == place && field.name().equals(name))
        .map(field -> field.value().get().strip())
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse(otherwise);
  }

  SendTemplateRequest request(UUID commandId) {
    return new SendTemplateRequest(
        commandId,
        template.name(),
        template.language(),
        template.category(),
        of(Place.HEADER)
            .map(field -> new MessageContent.HeaderParameter(words(field)))
            .findFirst()
            .orElse(null),
        of(Place.BODY).map(TemplateForm::parameter).toList(),
        of(Place.BUTTON)
            .map(field ->
                new MessageContent.ButtonParameter(
                    field.index(), kind(field.index()), words(field)))
            .toList());
  }

  private TemplateButtonKind kind(int index) {
    var form = Objects.requireNonNull(template.form());
    return Objects.requireNonNull(wordsOf(form.buttons().get(index)));
  }

  private Stream<Field> of(Place place) {
    return fields.stream().filter(field -> field.place() == place);
  }

  private static MessageContent.TemplateParameter parameter(Field field) {
    boolean named = !POSITION.matcher(field.name()).matches();
    return new MessageContent.TemplateParameter(named ? field.name() : null, words(field));
  }

  private static String words(Field field) {
    return field.value().get().strip();
  }
}
