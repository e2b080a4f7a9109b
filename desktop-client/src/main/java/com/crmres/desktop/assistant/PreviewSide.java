package com.crmres.desktop.assistant;

import com.crmres.common.assistant.PreviewTurn;
import com.crmres.common.restaurant.Personality;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One of the two conversations that are compared: a manner of speaking and what it would say.
public final class PreviewSide {

  private final ObjectProperty<Personality> personality;
  private final ObservableList<PreviewTurn> turns = FXCollections.observableArrayList();
  private final ObjectProperty<ListState> state = new SimpleObjectProperty<>(ListState.EMPTY);
  private final ObjectProperty<@Nullable ServerFailure> failure = new SimpleObjectProperty<>();
  private int question;

  PreviewSide(Personality begin) {
    this.personality = new SimpleObjectProperty<>(begin);
  }

  public ObjectProperty<Personality> personality() {
    return personality;
  }

  public ObservableList<PreviewTurn> turns() {
    return turns;
  }

  public ObjectProperty<ListState> state() {
    return state;
  }

  /// Why it could not be tried; absent otherwise.
  public ObjectProperty<@Nullable ServerFailure> failure() {
    return failure;
  }

  int asked() {
    state.set(ListState.LOADING);
    failure.set(null);
    return ++question;
  }

  void came(int mine, List<PreviewTurn> answers) {
    if (mine == question) {
      turns.setAll(answers);
      state.set(answers.isEmpty() ? ListState.EMPTY : ListState.READY);
    }
  }

  void failed(int mine, ServerFailure why) {
    if (mine == question) {
      failure.set(why);
      state.set(ListState.FAILED);
    }
  }
}
