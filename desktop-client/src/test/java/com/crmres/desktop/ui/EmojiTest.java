package com.crmres.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.ui.Emoji.Part;
import com.crmres.desktop.ui.Emoji.Picture;
import com.crmres.desktop.ui.Emoji.Words;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Pictures need the toolkit.
@ExtendWith(ApplicationExtension.class)
class EmojiTest {

  @Start
  void start(Stage stage) {}

  @Test
  void findsPicturesBetweenWords() {
    assertThat(described("أبغى 🍔 و❤️ شكرا"))
        .containsExactly("أبغى ", "[🍔]", " و", "[❤️]", " شكرا");
  }

  @Test
  void takesTheLongestSequence() {
    assertThat(described("🇸🇦👨‍👩‍👧‍👦👍🏽"))
        .containsExactly("[🇸🇦]", "[👨‍👩‍👧‍👦]", "[👍🏽]");
  }

  @Test
  void leavesUnknownOnesToTheFont() {
    assertThat(described("🛸 x")).containsExactly("🛸 x");
  }

  @Test
  void losesNothingOfAnyText() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      random
          .ints(random.nextInt(20), 0x20, 0x1FAFF)
          .filter(point -> Character.isDefined(point) && (point < 0xD800 || point > 0xDFFF))
          .forEach(text::appendCodePoint);
      String joined =
          Emoji.split(text.toString()).stream().map(EmojiTest::plain).collect(Collectors.joining());
      assertThat(joined).isEqualTo(text.toString());
    }
  }

  private static List<String> described(String text) {
    return Emoji.split(text).stream()
        .map(part -> part instanceof Picture ? "[" + plain(part) + "]" : plain(part))
        .toList();
  }

  private static String plain(Part part) {
    return switch (part) {
      case Words words -> words.text();
      case Picture picture -> picture.emoji();
    };
  }
}
