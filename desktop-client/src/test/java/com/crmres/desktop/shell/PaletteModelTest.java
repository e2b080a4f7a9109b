package com.crmres.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.ui.Icon;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

  private final List<String> run = new ArrayList<>();
  private final PaletteModel palette =
      new PaletteModel(() ->
          List.of(
              command("chats", "المحادثات", ""),
              command("order", "الطلب #A-41  ·  أحمد العتيبي", "A41 966551234567"),
              command("theme", "Light or dark", "")));

  private Command command(String id, String words, String also) {
    return new Command(id, words, also, "", Icon.LIST, () -> run.add(id));
  }

  @Test
  void findsByPartsOfWordsHoweverTheyAreWritten() {
    palette.begin();
    palette.query().set("احمد");
    assertThat(palette.found()).extracting(Command::id).containsExactly("order");
    palette.query().set("4567");
    assertThat(palette.found()).extracting(Command::id).containsExactly("order");
    palette.query().set("DARK");
    assertThat(palette.found()).extracting(Command::id).containsExactly("theme");
  }

  @Test
  void runsTheOneThatArrowsChose() {
    palette.begin();
    palette.choose(1);
    palette.choose(1);
    palette.choose(1);
    palette.choose(-1);

    palette.run();

    assertThat(run).containsExactly("theme");
  }

  @Test
  void runsNothingWhereNothingWasFound() {
    palette.begin();
    palette.query().set("لا شيء كهذا");

    palette.run();

    assertThat(run).isEmpty();
  }
}
