package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Choosing a template, filling it and sending it, also when free text may not be sent.
public final class TemplatesModel {

  private static final Comparator<TemplateDetails> SENDABLE_FIRST =
      Comparator.comparing((TemplateDetails one) -> !one.sendable())
          .thenComparing(TemplateDetails::name)
          .thenComparing(TemplateDetails::language);

  private final ServerApi api;
  private final Calls calls;
  private final Supplier<UUID> commandIds;
  private final Consumer<MessageDetails> added;
  private final ObservableList<TemplateDetails> templates = FXCollections.observableArrayList();
  private final ObservableList<TemplateDetails> readableTemplates =
      FXCollections.unmodifiableObservableList(templates);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable TemplateForm> form = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private @Nullable UUID conversationId;
  private @Nullable SendTemplateRequest tried;

  TemplatesModel(
      ServerApi api, Calls calls, Supplier<UUID> commandIds, Consumer<MessageDetails> added) {
    this.api = api;
    this.calls = calls;
    this.commandIds = commandIds;
    this.added = added;
  }

  /// Those that may be sent first.
  public ObservableList<TemplateDetails> templates() {
    return readableTemplates;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// The chosen template and what fills it; absent before one is chosen.
  public ReadOnlyObjectProperty<@Nullable TemplateForm> form() {
    return form.getReadOnlyProperty();
  }

  /// Whether a template is being chosen.
  public ReadOnlyBooleanProperty isOpen() {
    return open.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty sending() {
    return sending.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  void open(UUID wanted) {
    conversationId = wanted;
    form.set(null);
    failure.set(null);
    open.set(true);
    reload();
  }

  public void close() {
    open.set(false);
    conversationId = null;
    form.set(null);
  }

  /// Asks for the templates anew: they are approved, paused and rejected at any time.
  public void reload() {
    if (templates.isEmpty()) {
      state.set(ListState.LOADING);
    }
    calls.ask(() -> api.writing().templates(), this::came, this::failed);
  }

  private void came(Page<TemplateDetails> page) {
    List<TemplateDetails> sorted = page.items().stream().sorted(SENDABLE_FIRST).toList();
    if (!sorted.equals(templates)) {
      templates.setAll(sorted);
    }
    state.set(templates.isEmpty() ? ListState.EMPTY : ListState.READY);
  }

  private void failed(ServerFailure why) {
    state.set(templates.isEmpty() ? ListState.FAILED : ListState.READY);
  }

  public void choose(TemplateDetails wanted) {
    TemplateForm present = form.get();
    if (present == null || !present.template().equals(wanted)) {
      failure.set(null);
      form.set(new TemplateForm(wanted));
    }
  }

  /// Sends the chosen one as it is filled.
  public void send() {
    UUID to = conversationId;
    TemplateForm filled = form.get();
    if (to == null || filled == null || !filled.isComplete() || sending.get()) {
      return;
    }
    SendTemplateRequest request = request(filled);
    sending.set(true);
    failure.set(null);
    calls.ask(
        () -> api.writing().sendTemplate(to, request),
        this::sent,
        why -> {
          sending.set(false);
          failure.set(why);
        });
  }

  /// The same command as long as nothing in it changed, so that a retry is one message.
  private SendTemplateRequest request(TemplateForm filled) {
    SendTemplateRequest last = tried;
    SendTemplateRequest fresh = filled.request(last == null ? commandIds.get() : last.commandId());
    if (!fresh.equals(last)) {
      fresh = filled.request(commandIds.get());
      tried = fresh;
    }
    return fresh;
  }

  private void sent(MessageDetails message) {
    sending.set(false);
    tried = null;
    added.accept(message);
    close();
  }
}
