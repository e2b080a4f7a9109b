package com.crmres.desktop;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The map of the program's packages, kept true by the build.
class ArchitectureTest {

  private static final String ROOT = "com.crmres.desktop";

  /// Screens do not know each other; the shell leads from one to the next.
  private static final String MAP =
      """
      advice -> bubble, connection, text, ui
      alert -> connection, text, ui
      assistant -> bubble, connection, text, ui
      bubble -> connection, media, text, ui
      cart -> connection, text, ui
      channel -> connection, text, ui
      connection ->
      customer -> connection, text, ui
      habit -> text, ui
      handling -> connection, text, ui
      history -> connection, text, ui
      inbox -> advice, bubble, cart, connection, customer, handling, history, media, search, text, ui
      kitchen -> alert, connection, text, ui
      media -> connection, text, ui
      orders -> alert, connection, text, ui
      pickup -> connection, text, ui
      queue -> connection, text, ui
      ready -> connection, text, ui
      search -> connection, text, ui
      shell -> alert, assistant, bubble, cart, channel, connection, customer, habit, history, inbox, kitchen, media, orders, pickup, queue, ready, signin, soldout, text, ui
      signin -> connection, text, ui
      soldout -> connection, text, ui
      start -> alert, connection, habit, media, queue, shell, signin, text, ui
      text ->
      ui -> connection, text
      """;

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packagesDependAsTheMapSays() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass type : classes) {
      Set<String> targets = arrows.computeIfAbsent(room(type), name -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (target.getPackageName().startsWith(ROOT) && !room(target).equals(room(type))) {
          targets.add(room(target));
        }
      }
    }

    assertThat(drawn(arrows)).isEqualTo(MAP);
  }

  private static String room(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    return rest.isEmpty() ? "start" : rest.substring(1);
  }

  private static String drawn(Map<String, Set<String>> arrows) {
    return arrows.entrySet().stream()
        .map(
            arrow -> (arrow.getKey() + " -> " + String.join(", ", arrow.getValue())).strip() + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void modelsKnowNoNode() {
    ArchRuleDefinition.noClasses()
        .that()
        .haveSimpleNameEndingWith("Model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "atlantafx..")
        .check(classes);
  }
}
