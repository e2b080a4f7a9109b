package com.crmres.server.assistant.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpeechTest {

  private static final Pattern DETAIL = Pattern.compile("\\{\\w+}");
  private final Speech speech = new Speech();

  @Test
  void bothLanguagesHaveTheSameSentences() {
    assertThat(new TreeSet<>(speech.english().keySet()))
        .isEqualTo(new TreeSet<>(speech.arabic().keySet()));
  }

  @Test
  void bothLanguagesTellTheSameDetails() {
    for (String key : speech.arabic().keySet()) {
      if (!key.startsWith("courtesy.")) {
        assertThat(details(speech.english(), key)).as(key).isEqualTo(details(speech.arabic(), key));
      }
    }
  }

  @Test
  void noEndearmentsAndOneEmojiAtMost() {
    for (String key : speech.arabic().keySet()) {
      String text = speech.arabic().getString(key);
      assertThat(text).as(key).doesNotContain("حبيبي", "قلبي", "عزيزتي");
      long signs =
          text.codePoints().filter(p -> Character.getType(p) == Character.OTHER_SYMBOL).count();
      assertThat(signs).as(key).isLessThanOrEqualTo(1);
      assertThat(key.endsWith(".formal") && signs > 0).as(key).isFalse();
    }
  }

  private static List<String> details(ResourceBundle bundle, String key) {
    List<String> found =
        new ArrayList<>(
            DETAIL.matcher(bundle.getString(key)).results().map(MatchResult::group).toList());
    found.sort(null);
    return found;
  }
}
