package com.crmres.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.text.Texts;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What who hears the screen is told while he chooses.
@ExtendWith(ApplicationExtension.class)
class PickSheetTest {

  private final PickModel model = new PickModel(PatientCalls.immediate());

  @Start
  void start(Stage window) {
    window.setScene(
        new Scene(new PickSheet(model, Texts.in(ScreenLanguage.ENGLISH), () -> {}), 600, 600));
    window.show();
  }

  @Test
  void namesTheQuestionAndWhatEnterWouldTake(FxRobot robot) {
    robot.interact(() ->
        model.ask(
            PickModel.Question.of(
                "Assign to",
                "Name",
                "Nobody is here",
                List.of(option("Khaled").withDetail("Agent"), option("Maha").marked(true)))));

    Node words = robot.lookup("#pickWords").query();
    Node list = robot.lookup("#pickList").query();
    assertThat(robot.lookup(".sheet-card").<Node>query().getAccessibleRole())
        .isEqualTo(AccessibleRole.DIALOG);
    assertThat(words.getAccessibleText()).isEqualTo("Assign to. Name");
    assertThat(list.getAccessibleText()).isEqualTo("Assign to");
    assertThat(words.getAccessibleHelp()).isEqualTo("Khaled. Agent");

    robot.type(KeyCode.DOWN);
    assertThat(words.getAccessibleHelp()).isEqualTo("Maha, selected");

    robot.interact(() -> model.words().set("nobody of this name"));
    assertThat(words.getAccessibleHelp()).isEqualTo("Nothing by that name");
  }

  private static PickOption option(String name) {
    return PickOption.of(name, name, Icon.LABEL, () -> {});
  }
}
