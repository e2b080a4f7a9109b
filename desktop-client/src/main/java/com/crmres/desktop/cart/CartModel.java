package com.crmres.desktop.cart;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.common.ordering.RepeatedCart;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.connection.Branches;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.CartApi;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The cart of the open conversation, kept up to date and changed as it was seen.
public final class CartModel {

  private final CartApi api;
  private final Calls calls;
  private final StaffMember me;
  private final Supplier<UUID> commandIds;
  private final UUID homeBranch;
  private final Branches branches;
  private final MenuModel menu;
  private final ReadOnlyObjectWrapper<@Nullable CartDetails> cart = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable UUID> wanted = new ReadOnlyObjectWrapper<>();
  private final CartSteps steps;
  private @Nullable UUID conversationId;
  private int question;

  /// Shows no cart yet.
  ///
  /// @param homeBranch whose menu is offered while the cart has no branch
  /// @param branches that can be chosen
  public CartModel(
      CartApi api,
      Calls calls,
      StaffMember me,
      Supplier<UUID> commandIds,
      UUID homeBranch,
      Branches branches) {
    this.api = api;
    this.calls = calls;
    this.me = me;
    this.commandIds = commandIds;
    this.homeBranch = homeBranch;
    this.branches = branches;
    this.menu = new MenuModel(api, calls);
    this.steps = new CartSteps(calls, this::reload);
  }

  public ReadOnlyObjectProperty<@Nullable CartDetails> cart() {
    return cart.getReadOnlyProperty();
  }

  /// Empty for a cart without a line.
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// Whether a change is under way.
  public ReadOnlyBooleanProperty busy() {
    return steps.busy();
  }

  /// Why the last change was not made.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return steps.failure();
  }

  public ReadOnlyObjectProperty<CartOutcome> outcome() {
    return steps.outcome();
  }

  public ObservableList<BranchSummary> branches() {
    return branches.all();
  }

  public MenuModel menu() {
    return menu;
  }

  public boolean mayChange() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AGENT;
  }

  /// Shows the cart of another conversation.
  public void open(@Nullable UUID found) {
    if (Objects.equals(found, conversationId)) {
      return;
    }
    question++;
    conversationId = found;
    cart.set(null);
    wanted.set(null);
    steps.of(found);
    state.set(ListState.EMPTY);
    reload();
  }

  public void reload() {
    UUID open = conversationId;
    if (open == null) {
      return;
    }
    int mine = ++question;
    if (cart.get() == null) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> api.cart(open),
        found -> {
          if (mine == question) {
            show(found);
          }
        },
        why -> {
          if (mine == question && cart.get() == null) {
            state.set(ListState.FAILED);
          }
        });
  }

  private void show(CartDetails found) {
    cart.set(found);
    state.set(found.lines().isEmpty() ? ListState.EMPTY : ListState.READY);
  }

  /// Somebody changed it, be it the customer, the assistant or a colleague.
  public void happened(List<LiveEvent> events) {
    for (LiveEvent event : events) {
      if (event instanceof LiveEvent.CartChanged changed
          && changed.conversationId().equals(conversationId)
          && !isKnown(changed)) {
        reload();
        return;
      }
    }
  }

  /// What a change of ours did comes back as news: it need not be asked for again. A read-back
  /// keeps the version and must.
  private boolean isKnown(LiveEvent.CartChanged changed) {
    CartDetails shown = cart.get();
    return shown != null
        && changed.open()
        && changed.cartId().equals(shown.id())
        && changed.version() < shown.version();
  }

  /// The dish that was chosen elsewhere and shall go in; null where none was.
  public ReadOnlyObjectProperty<@Nullable UUID> wanted() {
    return wanted.getReadOnlyProperty();
  }

  /// Wants a dish in it, with its choices.
  public void want(@Nullable UUID item) {
    wanted.set(mayChange() ? item : null);
  }

  /// The menu of the cart's branch, to look for a dish in it.
  void lookAtMenu() {
    CartDetails shown = cart.get();
    UUID chosen = shown == null ? null : shown.branchId();
    menu.search().set("");
    menu.of(chosen == null ? homeBranch : chosen, true);
  }

  /// A change of the cart that stands on the screen; null where there is none.
  @Nullable CartWishes wishes() {
    CartDetails shown = cart.get();
    return shown == null || !mayChange() || steps.busy().get()
        ? null
        : new CartWishes(shown, commandIds);
  }

  void change(ChangeCartRequest request) {
    change(request, () -> {});
  }

  /// Changes the cart, and goes on when it has changed.
  void change(ChangeCartRequest request, Runnable then) {
    askFor(
        open -> api.change(open, request),
        changed -> {
          show(changed);
          then.run();
        });
  }

  /// A step; what was asked for before it is not shown any more.
  private <T> void askFor(CartSteps.Step<T> step, Consumer<T> done) {
    if (steps.ask(step, done)) {
      question++;
    }
  }

  /// Sends the customer what is in it.
  public void readBack() {
    var wishes = wishes();
    if (wishes != null && wishes.isComplete()) {
      askFor(
          open -> api.readBack(open, wishes.step(null)),
          read -> {
            show(read);
            steps.cameTo(new CartOutcome.ReadBack());
          });
    }
  }

  /// Says yes for the customer.
  ///
  /// @param reason why not he himself
  public void confirm(String reason) {
    var wishes = wishes();
    if (wishes != null && wishes.isComplete() && !reason.isBlank()) {
      askFor(
          open -> api.confirm(open, wishes.step(reason.strip())),
          order -> {
            steps.cameTo(new CartOutcome.Ordered(order.number()));
            cart.set(null);
            reload();
          });
    }
  }

  /// Puts it away.
  public void cancel() {
    var wishes = wishes();
    if (wishes != null && !wishes.isEmpty()) {
      askFor(open -> api.cancel(open, wishes.step(null)), this::show);
    }
  }

  /// Puts an earlier order in.
  public void repeat(UUID orderId) {
    var wishes = wishes();
    if (wishes != null) {
      askFor(
          open -> api.repeat(open, wishes.repeat(orderId)),
          (RepeatedCart repeated) -> {
            show(repeated.cart());
            steps.cameTo(new CartOutcome.Repeated(repeated.missing(), repeated.changed()));
          });
    }
  }
}
