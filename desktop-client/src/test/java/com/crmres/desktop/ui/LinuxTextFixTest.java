package com.crmres.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.SplittableRandom;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// JavaFX on Linux draws wrapped Arabic outside its box, or throws, without the fix.
@ExtendWith(ApplicationExtension.class)
class LinuxTextFixTest {

  private static final int TEXTS = 1_500;
  private static final String[] WORDS = {
    "السلام", "عليكم", "أبغى", "برجر", "دجاج", "مع", "صوص", "الثوم", "لو", "سمحت", "chicken", "BBQ",
    "×2", "966", "+966 55 123 4567", "15%", "(كبير)", "—", "🍔", "👨‍👩‍👧", "لا", "شكرًا", "؟",
        "don't"
  };

  @Start
  void start(Stage stage) {
    LinuxTextFix.install();
    Theme.loadFonts();
  }

  @Test
  void keepsAWrappedArabicSentenceInItsBox(FxRobot robot) {
    robot.interact(() -> {
      var text = new Text("السلام عليكم ورحمة الله أبغى اثنين برجر دجاج مع صوص الثوم لو سمحت");
      text.setFont(Font.font("IBM Plex Sans Arabic", 14));
      text.setWrappingWidth(160);

      assertThat(text.getLayoutBounds().getWidth()).isLessThanOrEqualTo(162);
      assertThat(text.getLayoutBounds().getHeight()).isGreaterThan(40);
    });
  }

  @Test
  void laysOutWhateverPeopleWrite(FxRobot robot) {
    var random = new SplittableRandom(20261123);
    robot.interact(() -> {
      for (int i = 0; i < TEXTS; i++) {
        String words = sentence(random);
        double width = 40 + random.nextInt(300);
        assertThatCode(() -> layOut(words, width)).as(words).doesNotThrowAnyException();
      }
    });
  }

  private static String sentence(SplittableRandom random) {
    var words = new StringBuilder();
    for (int n = random.nextInt(1, 25); n > 0; n--) {
      words
          .append(WORDS[random.nextInt(WORDS.length)])
          .append(random.nextInt(12) == 0 ? '\n' : ' ');
    }
    return words.toString();
  }

  private static void layOut(String words, double width) {
    var text = new Text(words);
    text.setWrappingWidth(width);
    assertThat(text.getLayoutBounds().getHeight()).isPositive();
    var flow = new TextFlow(new Text(words));
    assertThat(flow.prefHeight(width)).isPositive();
  }
}
