package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.cart.CartModel;
import com.crmres.desktop.customer.CustomerModel;
import com.crmres.desktop.history.TimelineModel;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What stands beside the open thread, and which part of it is shown.
public final class SideModels {

  /// The parts, in the order of their tabs.
  public enum Tab {
    CUSTOMER,
    CART,
    TIMELINE,
    LOG
  }

  private final CartModel cart;
  private final CustomerModel customer;
  private final TimelineModel timeline;
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.CUSTOMER);

  public SideModels(CartModel cart, CustomerModel customer, TimelineModel timeline) {
    this.cart = cart;
    this.customer = customer;
    this.timeline = timeline;
    tab.subscribe(now -> timeline.reading().set(now == Tab.TIMELINE));
  }

  public CartModel cart() {
    return cart;
  }

  public CustomerModel customer() {
    return customer;
  }

  public TimelineModel timeline() {
    return timeline;
  }

  public ObjectProperty<Tab> tab() {
    return tab;
  }

  /// Shows what belongs to the open conversation, whichever it is.
  public void follow(ObservableValue<@Nullable ConversationSummary> conversation) {
    conversation.subscribe(open -> {
      cart.open(open == null ? null : open.id());
      customer.open(open);
      timeline.open(open == null ? null : open.id());
    });
  }

  public void happened(List<LiveEvent> events) {
    cart.happened(events);
    customer.happened(events);
    timeline.happened(events);
  }

  public void reload() {
    cart.reload();
    customer.reload();
    timeline.reload();
  }
}
