package com.crmres.desktop.shell;

import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.connection.SignedIn;
import com.crmres.desktop.habit.Habits;
import com.crmres.desktop.habit.HabitsModel;
import com.crmres.desktop.signin.BranchChoiceModel;
import com.crmres.desktop.signin.SignInModel;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Where a person stands in the program: signing in, choosing a branch, at the desk.
public final class ShellModel implements AutoCloseable {

  /// The places, one after the other.
  public sealed interface Place {}

  public record AtTheDoor(SignInModel signIn) implements Place {}

  public record ChoosingBranch(BranchChoiceModel choice) implements Place {}

  public record AtTheDesk(Desk desk) implements Place {}

  private final Surroundings surroundings;
  private final SignInModel signIn;
  private final ReadOnlyObjectWrapper<Place> place;
  private final ObjectProperty<ScreenLanguage> language;
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  private @Nullable SignedIn person;

  public ShellModel(Surroundings surroundings, ObjectProperty<ScreenLanguage> language) {
    this.surroundings = surroundings;
    this.language = language;
    this.signIn = new SignInModel(surroundings.servers(), surroundings.calls(), this::welcome);
    this.place = new ReadOnlyObjectWrapper<>(new AtTheDoor(signIn));
    remember();
  }

  public ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }

  public SignInModel signIn() {
    return signIn;
  }

  public ObjectProperty<ScreenLanguage> language() {
    return language;
  }

  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /// The program looks and speaks as the person left it, and remembers every change.
  private void remember() {
    recall(surroundings.habits().habits().get());
    language.subscribe(surroundings.habits()::language);
    theme.subscribe(surroundings.habits()::theme);
  }

  private void recall(Habits habits) {
    language.set(Objects.requireNonNullElse(habits.language(), language.get()));
    theme.set(Objects.requireNonNullElse(habits.theme(), theme.get()));
  }

  public HabitsModel habits() {
    return surroundings.habits();
  }

  private void welcome(SignedIn who) {
    person = who;
    surroundings.habits().signedIn(who.staff().id());
    recall(surroundings.habits().habits().get());
    chooseBranch();
  }

  /// Also the way to another branch.
  public void chooseBranch() {
    SignedIn who = person;
    if (who != null) {
      closeDesk();
      var choice =
          new BranchChoiceModel(
              who.server().api(), surroundings.calls(), branch -> sitDown(who, branch));
      place.set(new ChoosingBranch(choice));
      choice.load();
    }
  }

  private void sitDown(SignedIn who, BranchSummary branch) {
    Desk desk = new Desk(who, branch, surroundings, this::sessionEnded);
    place.set(new AtTheDesk(desk));
    desk.open();
  }

  private void sessionEnded() {
    signIn.sessionEnded().set(true);
    leave();
  }

  public void signOut() {
    SignedIn who = person;
    leave();
    if (who != null) {
      // The person has left either way; the server forgets the session when it can be reached.
      surroundings
          .calls()
          .ask(
              () -> {
                who.server().api().signOut();
                return who;
              },
              gone -> {},
              failure -> {});
    }
  }

  private void leave() {
    closeDesk();
    person = null;
    place.set(new AtTheDoor(signIn));
  }

  private void closeDesk() {
    if (place.get() instanceof AtTheDesk(Desk desk)) {
      desk.close();
    }
  }

  @Override
  public void close() {
    closeDesk();
  }
}
