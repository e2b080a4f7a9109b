package com.crmres.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class PickModelTest {

  private final List<String> taken = new ArrayList<>();
  private final PickModel model = new PickModel(PatientCalls.immediate());

  private PickOption option(String name) {
    return PickOption.of(name, name, Icon.LABEL, () -> taken.add(name));
  }

  private void ask(Callable<List<PickOption>> load) {
    model.ask(
        new PickModel.Question(
            "title",
            "prompt",
            "nothing",
            load,
            words -> words.isEmpty() ? List.of() : List.of(option("new " + words))));
  }

  @Test
  void narrowsByWhatIsTypedInAnyOfTheWaysArabicIsWritten() {
    ask(() -> List.of(option("شكوى"), option("عميلة مهمة"), option("مناسبات")));

    model.words().set("عميله");

    assertThat(model.shown())
        .extracting(PickOption::title)
        .containsExactly("عميلة مهمة", "new عميله");
  }

  @Test
  void takesTheChosenOneAndCloses() {
    ask(() -> List.of(option("one"), option("two")));
    model.wander(1);

    model.take();

    assertThat(taken).containsExactly("two");
    assertThat(model.open().get()).isFalse();
  }

  @Test
  void wandersRoundAtTheEnds() {
    ask(() -> List.of(option("one"), option("two")));

    model.wander(-1);
    assertThat(model.chosen().get()).isEqualTo(1);
    model.wander(1);
    assertThat(model.chosen().get()).isZero();
  }

  @Test
  void hasFourFaces() {
    var patient = new PatientCalls();
    var slow = new PickModel(patient.calls());
    slow.ask(PickModel.Question.of("t", "p", "e", List.of(option("one"))));
    assertThat(slow.state().get()).isEqualTo(ListState.LOADING);
    patient.answerAll();
    assertThat(slow.state().get()).isEqualTo(ListState.READY);

    ask(List::of);
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);

    ask(() -> {
      throw ServerFailure.unreachable(new IOException());
    });
    assertThat(model.state().get()).isEqualTo(ListState.FAILED);
  }

  @Test
  void showsNoLateAnswerToAnOldQuestion() {
    var patient = new PatientCalls();
    var slow = new PickModel(patient.calls());
    slow.ask(PickModel.Question.of("t", "p", "e", List.of(option("old"))));
    slow.ask(PickModel.Question.of("t", "p", "e", List.of(option("new"))));

    patient.answerLast();
    patient.answerAll();

    assertThat(slow.shown()).extracting(PickOption::title).containsExactly("new");
  }
}
