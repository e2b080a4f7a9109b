package com.crmres.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.ui.ItemName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// What would be left behind at every look or for every item, in a program that stays open for a
/// whole shift.
class RemnantsTest {

  private static final Path SOURCES = Path.of("src/main/java/com/crmres/desktop");

  /// Of what there are few, and the same ones all day: places, dishes, colleagues, commands.
  private static final Set<String> FEW =
      Set.of(
          "branch-",
          "station-",
          "command-",
          "dish-",
          "option-",
          "missing-",
          "soldOut-",
          "back-",
          "mention-",
          "pick-",
          "sample-",
          "other-",
          "way-");

  /// A beginning, and what makes it different for every item.
  private static final Pattern ID =
      Pattern.compile("setId\\([^;]*?\"([A-Za-z]+-)\"[^;]*?\\+ *\\w+\\.(?:id|number)\\(\\)");

  private static final Pattern MADE_ANEW =
      Pattern.compile("return FXCollections\\.unmodifiableObservable\\w+\\(");

  @Test
  void noNodeHasTheIdOfOneOfManyItemsSinceItsStylesWouldStayForEver() throws IOException {
    assertThat(found(ID)).isNotEmpty().map(id -> id.group(1)).isSubsetOf(FEW);
  }

  /// Each of them listens to its list until it is collected, and is told of every change.
  @Test
  void noListIsWrappedAtEveryLook() throws IOException {
    assertThat(found(MADE_ANEW)).isEmpty();
  }

  @Test
  void aRowIsFoundByTheItemThatItShowsNow() {
    var row = new Region();

    ItemName.on(row, "order-A-1");
    ItemName.on(row, "order-A-2");

    assertThat(ItemName.is("order-A-2")).accepts(row);
    assertThat(ItemName.is("order-A-1")).rejects(row);
    assertThat(row.getId()).isNull();
  }

  private static List<MatchResult> found(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> pattern.matcher(read(file)).results())
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
