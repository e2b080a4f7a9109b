package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Writes a template with what fills it (whatsapp-cloud-api.md 4.2). Pure.
final class TemplateWriter {

  private TemplateWriter() {}

  static void write(ObjectNode body, MessageContent.Template template, MessageWriter.Files files)
      throws MediaUnavailable, InterruptedException {
    ObjectNode written = body.put("type", "template").putObject("template");
    written.put("name", template.name()).putObject("language").put("code", template.language());
    if (template.header() != null) {
      writeHeader(component(written, "header"), template.header(), files);
    }
    if (!template.body().isEmpty()) {
      writeBody(component(written, "body").putArray("parameters"), template.body());
    }
    for (MessageContent.ButtonParameter button : template.buttons()) {
      writeButton(component(written, "button"), button);
    }
  }

  /// Only what has parameters is named at all.
  private static ObjectNode component(ObjectNode template, String type) {
    return template.withArray("components").addObject().put("type", type);
  }

  private static void writeHeader(
      ObjectNode header, MessageContent.HeaderParameter filled, MessageWriter.Files files)
      throws MediaUnavailable, InterruptedException {
    ObjectNode parameter = header.putArray("parameters").addObject();
    UUID mediaId = filled.mediaId();
    if (mediaId == null) {
      parameter.put("type", "text").put("text", filled.text());
      return;
    }
    String kind = kind(filled);
    ObjectNode file = parameter.put("type", kind).putObject(kind);
    file.put("id", files.whatsAppId(mediaId));
    MessageWriter.putIfAny(file, "filename", filled.fileName());
  }

  private static String kind(MessageContent.HeaderParameter filled) {
    MediaKind kind = filled.kind();
    return kind == null ? "image" : kind.name().toLowerCase(Locale.ROOT);
  }

  private static void writeBody(
      ArrayNode parameters, List<MessageContent.TemplateParameter> filled) {
    for (MessageContent.TemplateParameter parameter : filled) {
      ObjectNode written = parameters.addObject().put("type", "text");
      MessageWriter.putIfAny(written, "parameter_name", parameter.name());
      written.put("text", parameter.text());
    }
  }

  private static void writeButton(ObjectNode button, MessageContent.ButtonParameter filled) {
    button
        .put("sub_type", filled.kind().name().toLowerCase(Locale.ROOT))
        .put("index", Integer.toString(filled.index()));
    ObjectNode parameter = button.putArray("parameters").addObject();
    switch (filled.kind()) {
      case QUICK_REPLY -> parameter.put("type", "payload").put("payload", filled.text());
      case URL -> parameter.put("type", "text").put("text", filled.text());
      case COPY_CODE -> parameter.put("type", "coupon_code").put("coupon_code", filled.text());
    }
  }
}
