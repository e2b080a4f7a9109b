package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateButtonKind;
import com.crmres.server.conversation.ContentFault.Rule;
import java.util.List;
import java.util.Set;

/// What WhatsApp would refuse in a template's parameters, whatever the template
/// (whatsapp-cloud-api.md 4.2). Pure.
final class TemplateRules {

  private TemplateRules() {}

  static void check(Checks checks, MessageContent.Template template) {
    checks
        .words("name", template.name(), Limits.OTHER)
        .words("language", template.language(), Limits.LABEL)
        .words("text", template.text(), Limits.BODY);
    MessageContent.HeaderParameter header = template.header();
    if (header != null) {
      checkHeader(checks, header);
    }
    checkBody(checks, template.body());
    checkButtons(checks, template.buttons());
  }

  private static void checkHeader(Checks checks, MessageContent.HeaderParameter header) {
    if (header.mediaId() == null) {
      checks.oneLine("header.text", header.text(), Limits.SMALL_WORDS);
      return;
    }
    if (header.text() != null) {
      checks.fault("header.text", Rule.NOT_SENDABLE);
    }
    MediaKind kind = header.kind();
    if (kind == null) {
      checks.fault("header.kind", Rule.REQUIRED);
    } else if (!Set.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.DOCUMENT).contains(kind)) {
      checks.fault("header.kind", Rule.NOT_SENDABLE);
    }
  }

  /// A template is either positional or named.
  private static void checkBody(Checks checks, List<MessageContent.TemplateParameter> body) {
    boolean named = body.stream().anyMatch(parameter -> parameter.name() != null);
    for (int i = 0; i < body.size(); i++) {
      checks.oneLine(Checks.at("body[%d].text", i), body.get(i).text(), Limits.BODY);
      if (named && body.get(i).name() == null) {
        checks.fault(Checks.at("body[%d].name", i), Rule.REQUIRED);
      }
    }
  }

  private static void checkButtons(Checks checks, List<MessageContent.ButtonParameter> buttons) {
    for (int i = 0; i < buttons.size(); i++) {
      MessageContent.ButtonParameter button = buttons.get(i);
      checks.range(
          Checks.at("buttons[%d].index", i), button.index(), 0, Limits.TEMPLATE_BUTTONS - 1);
      checks.words(Checks.at("buttons[%d].text", i), button.text(), longest(button.kind()));
    }
  }

  private static int longest(TemplateButtonKind kind) {
    return switch (kind) {
      case QUICK_REPLY -> Limits.PAYLOAD;
      case URL -> Limits.OTHER;
      case COPY_CODE -> Limits.COUPON;
    };
  }
}
