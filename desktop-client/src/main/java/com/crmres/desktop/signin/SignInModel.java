package com.crmres.desktop.signin;

import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.connection.ServerLink;
import com.crmres.desktop.connection.SignedIn;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Signing in: who, with what, on which server.
public final class SignInModel {

  /// What is missing or wrong before the server is even asked.
  public enum Fault {
    EMAIL_MISSING,
    PASSWORD_MISSING,
    SERVER_UNREADABLE
  }

  private final Function<URI, ServerLink> servers;
  private final Calls calls;
  private final Consumer<SignedIn> welcome;

  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty server = new SimpleStringProperty("");
  private final BooleanProperty sessionEnded = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<@Nullable Fault> fault = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();

  public SignInModel(Function<URI, ServerLink> servers, Calls calls, Consumer<SignedIn> welcome) {
    this.servers = servers;
    this.calls = calls;
    this.welcome = welcome;
  }

  public StringProperty email() {
    return email;
  }

  public StringProperty password() {
    return password;
  }

  public StringProperty server() {
    return server;
  }

  /// Whether the person is here because the former session is over.
  public BooleanProperty sessionEnded() {
    return sessionEnded;
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public ObjectProperty<@Nullable Fault> fault() {
    return fault;
  }

  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  public void signIn() {
    fault.set(firstFault());
    failure.set(null);
    if (fault.get() != null || busy.get()) {
      return;
    }
    busy.set(true);
    ServerLink link = servers.apply(URI.create(server.get().strip()));
    String who = email.get().strip();
    String secret = password.get();
    calls.ask(
        () -> new SignedIn(link, link.api().signIn(who, secret)), this::signedIn, this::refused);
  }

  private @Nullable Fault firstFault() {
    if (email.get().isBlank()) {
      return Fault.EMAIL_MISSING;
    }
    if (password.get().isEmpty()) {
      return Fault.PASSWORD_MISSING;
    }
    return server.get().strip().matches("https?://[^/\\s]+/?") ? null : Fault.SERVER_UNREADABLE;
  }

  private void signedIn(SignedIn person) {
    busy.set(false);
    password.set("");
    sessionEnded.set(false);
    welcome.accept(person);
  }

  private void refused(ServerFailure why) {
    busy.set(false);
    failure.set(why);
  }
}
