package com.crmres.server.whatsapp.template;

import com.crmres.common.template.HeaderFormat;
import com.crmres.common.template.TemplateDraft;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateHeader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The templates that the house itself needs: one for every occasion of which it tells a customer,
/// in every language of the house. Pure.
public final class StandardTemplates {

  private static final String BUNDLE = "whatsapp.templates";
  private static final String EXAMPLE = "example.";

  /// Before an occasion: the sample of the document that its template brings.
  private static final String DOCUMENT = "document.";

  private static final Map<String, Locale> LANGUAGES =
      Map.of("ar", Locale.ROOT, "en", Locale.ENGLISH);

  private StandardTemplates() {}

  /// A template of the house in all its languages.
  ///
  /// @param occasion for example `order.ready.pickup`
  record Standard(String occasion, String name, List<TemplateDraft> drafts) {
    Standard {
      drafts = List.copyOf(drafts);
    }
  }

  /// What a template is called at WhatsApp.
  static String nameOf(String occasion) {
    return occasion.replace('.', '_').toLowerCase(Locale.ROOT);
  }

  /// The names at WhatsApp, each of a template in every language of the house.
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    all().forEach(standard -> names.add(standard.name()));
    return names;
  }

  /// The languages of the house as WhatsApp writes them.
  public static Set<String> languages() {
    return new TreeSet<>(LANGUAGES.keySet());
  }

  /// All of them, by name.
  static List<Standard> all() {
    return bundle(Locale.ROOT).keySet().stream()
        .filter(key -> !key.startsWith(EXAMPLE) && !key.startsWith(DOCUMENT))
        .sorted()
        .map(StandardTemplates::standard)
        .toList();
  }

  private static Standard standard(String occasion) {
    return new Standard(
        occasion,
        nameOf(occasion),
        languages().stream().map(language -> draft(occasion, language)).toList());
  }

  private static TemplateDraft draft(String occasion, String language) {
    ResourceBundle bundle = bundle(LANGUAGES.getOrDefault(language, Locale.ROOT));
    String body = bundle.getString(occasion);
    List<String> examples =
        Placeholders.of(body).names().stream()
            .map(placeholder -> bundle.getString(EXAMPLE + placeholder))
            .toList();
    return new TemplateDraft(
        language, new TemplateForm(header(bundle, occasion), body, examples, null, List.of()));
  }

  private static @Nullable TemplateHeader header(ResourceBundle bundle, String occasion) {
    String key = DOCUMENT + occasion;
    return bundle.containsKey(key)
        ? new TemplateHeader(HeaderFormat.DOCUMENT, null, bundle.getString(key))
        : null;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
