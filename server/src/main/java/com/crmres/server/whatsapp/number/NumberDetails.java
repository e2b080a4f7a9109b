package com.crmres.server.whatsapp.number;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What WhatsApp says of a number when asked (whatsapp-cloud-api.md 9.2); null where it says
/// nothing.
///
/// @param displayPhone in digits
/// @param coexists whether it is shared with the WhatsApp Business app
record NumberDetails(
    @Nullable String displayPhone,
    @Nullable String verifiedName,
    @Nullable String status,
    @Nullable String quality,
    @Nullable String throughput,
    boolean coexists,
    @Nullable Integer messagingLimit) {

  /// What every version of the Graph API knows.
  static final String FIELDS =
      "id,display_phone_number,verified_name,quality_rating,status,platform_type,throughput";

  /// What newer ones know as well.
  static final String MORE_FIELDS =
      FIELDS + ",is_on_biz_app,whatsapp_business_manager_messaging_limit";

  static NumberDetails read(JsonNode answer) {
    String phone = text(answer, "display_phone_number");
    return new NumberDetails(
        phone == null ? null : digits(phone),
        text(answer, "verified_name"),
        text(answer, "status"),
        text(answer, "quality_rating"),
        text(answer.path("throughput"), "level"),
        answer.path("is_on_biz_app").asBoolean(false),
        MessagingLimits.read(answer.path("whatsapp_business_manager_messaging_limit"))
            .orElse(null));
  }

  /// A number as events and the Graph API write it, `+966 11 555 0199`, in digits alone.
  static String digits(String phone) {
    return phone.replaceAll("\\D", "");
  }

  private static @Nullable String text(JsonNode node, String name) {
    String text = node.path(name).asText("");
    return text.isEmpty() || node.path(name).isNull() ? null : text;
  }
}
