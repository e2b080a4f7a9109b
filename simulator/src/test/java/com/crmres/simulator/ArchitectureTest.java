package com.crmres.simulator;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The map of the simulator's packages, kept true by the build.
class ArchitectureTest {

  private static final String ROOT = "com.crmres.simulator";
  private static final String MAP =
      """
      cloudapi -> payload, weather, webhook
      customers -> cloudapi, payload, weather, webhook
      demo -> cloudapi, customers, openrouter, payload, simulator, webhook
      openrouter -> weather
      payload -> weather
      simulator -> cloudapi, customers, openrouter, payload, weather, webhook
      webhook -> payload, weather
      """;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesDependAsTheMapSays() {
    Map<String, TreeSet<String>> arrows = new TreeMap<>();
    for (JavaClass from : CLASSES) {
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        if (target.startsWith(ROOT) && !target.equals(from.getPackageName())) {
          arrows
              .computeIfAbsent(room(from.getPackageName()), key -> new TreeSet<>())
              .add(room(target));
        }
      }
    }
    String drawn =
        arrows.entrySet().stream()
            .map(arrow -> arrow.getKey() + " -> " + String.join(", ", arrow.getValue()) + "\n")
            .collect(Collectors.joining());

    assertThat(drawn).isEqualTo(MAP);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static String room(String packageName) {
    return packageName.substring(packageName.lastIndexOf('.') + 1);
  }
}
