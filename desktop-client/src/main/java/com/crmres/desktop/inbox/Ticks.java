package com.crmres.desktop.inbox;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.desktop.ui.Icon;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws how far a message of ours has come, as WhatsApp does.
final class Ticks {

  private Ticks() {}

  static @Nullable FontIcon of(@Nullable DeliveryStatus status) {
    if (status == null) {
      return null;
    }
    FontIcon icon =
        switch (status) {
          case QUEUED -> Icon.QUEUED.node();
          case SENT -> Icon.DONE.node();
          case DELIVERED, READ -> Icon.DONE_ALL.node();
          case FAILED -> Icon.FAILED.node();
        };
    icon.getStyleClass().addAll("tick", "tick-" + status.name().toLowerCase(Locale.ROOT));
    return icon;
  }
}
