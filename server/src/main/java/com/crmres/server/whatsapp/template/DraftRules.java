package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.CreateTemplatesRequest;
import com.crmres.common.template.HeaderFormat;
import com.crmres.common.template.TemplateButton;
import com.crmres.common.template.TemplateButtonKind;
import com.crmres.common.template.TemplateDraft;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateHeader;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What WhatsApp demands of a new template, checked before it is asked (whatsapp-cloud-api.md 9.1).
/// Pure.
final class DraftRules {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,4})?");
  private static final Pattern PAGE = Pattern.compile("https?://\\S+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{5,20}");
  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_BODY = 1024;
  private static final int LONGEST_LINE = 60;
  private static final int LONGEST_LABEL = 25;
  private static final int LONGEST_CODE = 15;
  private static final int LONGEST_PAGE = 2000;
  private static final int MOST_BUTTONS = 10;
  private static final int MOST_PAGES = 2;
  private static final int MOST_LANGUAGES = 5;

  private final Faults faults;

  private DraftRules(Faults faults) {
    this.faults = faults;
  }

  /// Notes everything that WhatsApp would refuse.
  static void check(CreateTemplatesRequest request, Faults faults) {
    DraftRules rules = new DraftRules(faults);
    faults.length("name", request.name(), 1, LONGEST_NAME);
    rules.require(NAME.matcher(request.name()).matches(), "name", Rule.CHARACTERS);
    // WhatsApp writes the words of a one-time code itself.
    rules.require(
        request.category() != TemplateCategory.AUTHENTICATION, "category", Rule.UNEXPECTED);
    faults.range("drafts", request.drafts().size(), 1, MOST_LANGUAGES);
    Set<String> languages = new HashSet<>();
    for (int i = 0; i < request.drafts().size(); i++) {
      TemplateDraft draft = request.drafts().get(i);
      String at = "drafts[" + i + "]";
      rules.require(LANGUAGE.matcher(draft.language()).matches(), at + ".language", Rule.SHAPE);
      rules.require(languages.add(draft.language()), at + ".language", Rule.UNEXPECTED);
      rules.form(at + ".form", draft.form());
    }
  }

  private void form(String at, TemplateForm form) {
    if (form.header() != null) {
      header(at + ".header", form.header());
    }
    body(at, form);
    if (form.footer() != null) {
      faults.length(at + ".footer", form.footer(), 1, LONGEST_LINE);
      require(!form.footer().contains("{{"), at + ".footer", Rule.PLACEHOLDERS);
    }
    buttons(at + ".buttons", form.buttons());
  }

  private void header(String at, TemplateHeader header) {
    String text = header.text();
    if (header.format() != HeaderFormat.TEXT) {
      require(header.format().isFile(), at + ".format", Rule.CHOICE);
      require(text == null, at + ".text", Rule.UNEXPECTED);
      require(header.example() != null, at + ".example", Rule.EXAMPLES);
      return;
    }
    faults.length(at + ".text", text, 1, LONGEST_LINE);
    Placeholders placeholders = Placeholders.of(text == null ? "" : text);
    require(
        placeholders.wellFormed() && placeholders.names().size() <= 1,
        at + ".text",
        Rule.PLACEHOLDERS);
    require(
        placeholders.names().isEmpty() == (header.example() == null),
        at + ".example",
        Rule.EXAMPLES);
  }

  private void body(String at, TemplateForm form) {
    faults.length(at + ".body", form.body(), 1, LONGEST_BODY);
    Placeholders placeholders = Placeholders.of(form.body());
    require(placeholders.wellFormed(), at + ".body", Rule.PLACEHOLDERS);
    require(!Placeholders.atEdge(form.body()), at + ".body", Rule.PLACEHOLDER_AT_EDGE);
    boolean shown =
        form.examples().size() == placeholders.names().size()
            && form.examples().stream().noneMatch(String::isBlank);
    require(shown, at + ".examples", Rule.EXAMPLES);
  }

  private void buttons(String at, List<TemplateButton> buttons) {
    faults.range(at, buttons.size(), 0, MOST_BUTTONS);
    atMost(at, buttons, TemplateButtonKind.URL, MOST_PAGES);
    atMost(at, buttons, TemplateButtonKind.PHONE_NUMBER, 1);
    atMost(at, buttons, TemplateButtonKind.COPY_CODE, 1);
    for (int i = 0; i < buttons.size(); i++) {
      button(at + "[" + i + "]", buttons.get(i));
    }
  }

  private void atMost(String at, List<TemplateButton> buttons, TemplateButtonKind kind, int most) {
    long count = buttons.stream().filter(button -> button.kind() == kind).count();
    require(count <= most, at, Rule.UNEXPECTED);
  }

  private void button(String at, TemplateButton button) {
    String target = button.target() == null ? "" : button.target();
    switch (button.kind()) {
      case QUICK_REPLY -> faults.length(at + ".text", button.text(), 1, LONGEST_LABEL);
      case URL -> {
        faults.length(at + ".text", button.text(), 1, LONGEST_LABEL);
        faults.length(at + ".target", target, 1, LONGEST_PAGE);
        page(at, target, button);
      }
      case PHONE_NUMBER -> {
        faults.length(at + ".text", button.text(), 1, LONGEST_LABEL);
        require(PHONE.matcher(target).matches(), at + ".target", Rule.SHAPE);
      }
      case COPY_CODE -> faults.length(at + ".example", button.example(), 1, LONGEST_CODE);
      case OTHER -> faults.add(at + ".kind", Rule.CHOICE);
    }
  }

  /// A page may hold one placeholder, at its end.
  private void page(String at, String target, TemplateButton button) {
    Placeholders placeholders = Placeholders.of(target);
    boolean fits =
        placeholders.names().isEmpty()
            || (placeholders.names().equals(List.of("1")) && target.endsWith("}}"));
    require(PAGE.matcher(target).matches(), at + ".target", Rule.SHAPE);
    require(fits && placeholders.wellFormed(), at + ".target", Rule.PLACEHOLDERS);
    require(
        placeholders.names().isEmpty() || button.example() != null, at + ".example", Rule.EXAMPLES);
  }

  private void require(boolean holds, String field, Rule rule) {
    if (!holds) {
      faults.add(field, rule);
    }
  }
}
