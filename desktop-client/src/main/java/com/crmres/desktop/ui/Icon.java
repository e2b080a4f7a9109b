package com.crmres.desktop.ui;

import com.crmres.common.conversation.MediaKind;
import org.kordamp.ikonli.javafx.FontIcon;

/// Every icon of the program; an unknown name would fail only when it is first drawn.
public enum Icon {
  CHATS("mdal-chat"),
  ORDERS("mdal-dashboard"),
  RESTAURANT("mdmz-restaurant_menu"),
  SEARCH("mdmz-search"),
  SEND("mdmz-send"),
  PERSON("mdmz-person"),
  PEOPLE("mdmz-people_outline"),
  ASSISTANT("mdal-android"),
  TAKE_OVER("mdal-headset_mic"),
  HAND_BACK("mdal-android"),
  DONE("mdal-done"),
  DONE_ALL("mdal-done_all"),
  QUEUED("mdal-access_time"),
  FAILED("mdal-error_outline"),
  CLOCK("mdmz-timer"),
  LOCK("mdal-lock"),
  PLACE("mdmz-place"),
  PHOTO("mdal-image"),
  VOICE("mdmz-mic"),
  VIDEO("mdmz-videocam"),
  DOCUMENT("mdal-insert_drive_file"),
  STICKER("mdal-insert_emoticon"),
  CONTACT("mdal-contact_phone"),
  REACTION("mdal-favorite_border"),
  CART("mdmz-shopping_cart"),
  UNKNOWN("mdal-help_outline"),
  TAP("mdmz-touch_app"),
  LIST("mdal-list"),
  DELIVERY("mdal-directions_bike"),
  PICKUP("mdmz-store"),
  NOTE("mdal-edit"),
  ACCEPT("mdal-check"),
  REJECT("mdal-close"),
  NEXT("mdal-arrow_forward"),
  MORE("mdmz-more_vert"),
  RETRY("mdmz-refresh"),
  OFFLINE("mdal-cloud_off"),
  DARK("mdal-brightness_2"),
  LIGHT("mdmz-wb_sunny"),
  SIGN_OUT("mdal-exit_to_app"),
  EMPTY("mdal-inbox"),
  EMAIL("mdal-email"),
  PASSWORD("mdmz-vpn_key"),
  SERVER("mdal-dns"),
  BRANCH("mdmz-storefront"),
  WARNING("mdmz-warning"),
  PHONE("mdal-call"),
  PDF("mdmz-picture_as_pdf"),
  SHEET("mdal-grid_on"),
  PLAY("mdmz-play_arrow"),
  SAVE("mdal-get_app"),
  UNREAD("mdmz-mark_chat_unread"),
  OPEN("mdmz-open_in_new"),
  ATTACH("mdal-attach_file"),
  REPLY("mdmz-reply"),
  FORWARD("mdal-forward"),
  NEARER("mdmz-zoom_in"),
  FARTHER("mdmz-zoom_out"),
  FIT("mdal-fullscreen"),
  FORM("mdal-assignment"),
  LINK("mdal-link"),
  PRODUCT("mdal-fastfood"),
  TEMPLATE("mdmz-verified_user"),
  ADVERTISEMENT("mdal-campaign"),
  DELETED("mdal-block"),
  BELL("mdmz-notifications"),
  INFORMATION("mdal-info"),
  CRITICAL("mdal-error"),
  STANDBY("mdmz-pause_circle_outline"),
  PRICE("mdmz-payment"),
  COPY("mdal-content_copy"),
  HEALTH("mdal-local_hospital"),
  FOLD("mdal-expand_less"),
  UNFOLD("mdal-expand_more"),
  LOG("mdal-history"),
  DELETE("mdal-delete_outline"),
  ADD("mdal-add"),
  REMOVE("mdmz-remove"),
  STAR("mdmz-star"),
  LABEL("mdal-label"),
  SETTINGS("mdmz-tune"),
  JUMP("mdmz-subdirectory_arrow_left"),
  SAD("mdmz-sentiment_very_dissatisfied"),
  NEUTRAL("mdmz-sentiment_neutral"),
  GLAD("mdmz-sentiment_satisfied"),
  UNDO("mdmz-undo"),
  SCHEDULED("mdal-event"),
  SEEN("mdmz-visibility"),
  KITCHEN("mdmz-outdoor_grill"),
  SHELF("mdmz-shopping_basket"),
  PRINT("mdmz-print"),
  SOUND("mdmz-volume_up"),
  MUTED("mdmz-volume_off"),
  KEYBOARD("mdal-keyboard"),
  SOLD_OUT("mdmz-remove_shopping_cart"),
  RECALL("mdmz-replay"),
  COUNTS("mdal-format_list_numbered"),
  PRIORITY("mdmz-priority_high"),
  PAGE_BACK("mdal-chevron_left"),
  PAGE_ON("mdal-chevron_right"),
  STATION("mdal-layers"),
  ALARM("mdmz-notifications_active"),
  SNOOZE("mdmz-snooze"),
  MENTION("mdal-alternate_email"),
  ASSIGN("mdmz-person_add"),
  PICKED("mdal-check_circle"),
  SORT("mdmz-sort"),
  FILTER("mdal-filter_list"),
  TO_END("mdmz-vertical_align_bottom"),
  READY_REPLY("mdal-flash_on");

  private final String code;

  Icon(String code) {
    this.code = code;
  }

  /// Of a file, by what it is to people.
  public static Icon of(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> PHOTO;
      case VIDEO -> VIDEO;
      case VOICE -> VOICE;
      case AUDIO -> PLAY;
      case DOCUMENT -> DOCUMENT;
      case STICKER -> STICKER;
    };
  }

  public FontIcon node() {
    var icon = new FontIcon(code);
    // Directional ones point with the direction of reading.
    if (this == SEND
        || this == NEXT
        || this == SIGN_OUT
        || this == REPLY
        || this == FORWARD
        || this == UNDO
        || this == PAGE_BACK
        || this == PAGE_ON) {
      icon.getStyleClass().add("directional-icon");
    }
    return icon;
  }

  public String code() {
    return code;
  }
}
