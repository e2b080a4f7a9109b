package com.crmres.desktop.ui;

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
  PHONE("mdal-call");

  private final String code;

  Icon(String code) {
    this.code = code;
  }

  public FontIcon node() {
    var icon = new FontIcon(code);
    // Directional ones point with the direction of reading.
    if (this == SEND || this == NEXT || this == SIGN_OUT) {
      icon.getStyleClass().add("directional-icon");
    }
    return icon;
  }

  public String code() {
    return code;
  }
}
