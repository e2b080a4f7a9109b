package com.crmres.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ColumnWidthsTest {

  private TableView<String> table(StringProperty kept) {
    var table = new TableView<String>();
    for (int i = 0; i < 3; i++) {
      table.getColumns().add(new TableColumn<>("c" + i));
    }
    ColumnWidths.follow(table, kept);
    var scene = new Scene(table, 700, 300);
    scene.getRoot().applyCss();
    table.layout();
    return table;
  }

  @Test
  void widthsComeBackAsTheyWereMade(FxRobot robot) {
    var kept = new SimpleStringProperty("");
    robot.interact(() -> table(kept).getColumns().get(1).setPrefWidth(213));
    robot.interact(() -> {});
    assertThat(kept.get()).matches("\\d+,213,\\d+");

    robot.interact(() ->
        assertThat(table(new SimpleStringProperty(kept.get())).getColumns().get(1).getPrefWidth())
            .isEqualTo(213));
  }

  @Test
  void whatIsNoWidthIsLeftAlone(FxRobot robot) {
    for (String strange : new String[] {"", "a,b,c", "100,200", "9999999,1,1"}) {
      robot.interact(() ->
          assertThat(table(new SimpleStringProperty(strange)).getColumns().get(0).getPrefWidth())
              .isEqualTo(new TableColumn<String, String>().getPrefWidth()));
    }
  }
}
