package com.crmres.server.whatsapp.template;

import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.MessageReport;
import com.crmres.server.whatsapp.ReportHandler;
import java.util.UUID;

/// Learns from messages that WhatsApp took and could not deliver: their template is paused, or
/// their reader has had enough advertisements.
public final class RefusedTemplates implements ReportHandler {

  private final Templates templates;

  public RefusedTemplates(Templates templates) {
    this.templates = templates;
  }

  @Override
  public void handle(Transaction transaction, UUID restaurantId, MessageReport report) {
    Integer code = report.errorCode();
    if (code != null) {
      templates.refused(transaction, restaurantId, report.messageId(), code, report.at());
    }
  }
}
