package com.crmres.server;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The map of the server's packages, kept true by the build: what is drawn here is what there is.
class ArchitectureTest {

  /// Each package and the packages of the server it knows. The start (`Main`, `Wiring`, …) knows
  /// all.
  private static final String MAP =
      """
      assistant -> conversation, database, language.time, menu, ordering.cart, restaurant
      assistant.care -> assistant, assistant.desk, conversation, database, ordering.cart, restaurant
      assistant.desk -> assistant, conversation, database, language, language.time, menu, ordering, ordering.cart, restaurant, restaurant.place
      assistant.embedded -> assistant, language, language.classifier, language.time, menu, ordering.cart, restaurant.place
      assistant.evaluation -> assistant, assistant.desk, assistant.safety, language, menu, ordering.cart, restaurant
      assistant.form -> assistant, language, menu, ordering.cart
      assistant.memory -> assistant, conversation, customer, database, http, identity, language, menu, ordering.cart
      assistant.mode -> assistant, conversation, customer, database, event, http, identity, menu, ordering, ordering.cart, restaurant
      assistant.openrouter -> assistant, database, language, menu, ordering.cart
      assistant.paying -> assistant, database, language, ordering, ordering.cart, payment
      assistant.safety -> assistant, language, menu, ordering.cart
      console
      conversation -> customer, database, event, http, identity
      customer -> database
      database
      demo -> database, identity, menu, restaurant, restaurant.place
      doctor -> console, database, receipt, whatsapp.graph
      event -> database
      handling -> conversation, database, event, http, identity, ordering, restaurant
      http
      identity -> database, http
      job
      kitchen -> conversation, database, event, http, identity, kitchen.book, kitchen.station, kitchen.ticket, menu, ordering, restaurant
      kitchen.board -> database, http, identity, kitchen.book, kitchen.ticket, restaurant
      kitchen.book -> database, event, kitchen.ticket
      kitchen.print -> database, event, http, identity, kitchen, kitchen.book, letters, restaurant
      kitchen.station -> database, http, identity
      kitchen.ticket -> database, kitchen.station, menu, ordering
      language
      language.classifier -> language
      language.time
      letters
      live -> database, http, identity
      media -> database, http, identity
      menu -> database, event, http, identity, restaurant
      menu.edit -> database, http, identity, media, menu, restaurant
      ordering -> conversation, customer, database, event, http, identity, ordering.cart, ordering.promise, restaurant
      ordering.cart -> database, language.time, menu, ordering.promise, restaurant, restaurant.place
      ordering.history -> database, http, identity, ordering
      ordering.promise -> database, http, identity, restaurant
      ordering.stock -> database, menu, ordering
      payment -> conversation, database, event, http, identity, ordering, receipt
      payment.moyasar -> http, payment
      pos -> conversation, database, event, http, identity, menu, menu.edit, ordering, ordering.cart
      pos.foodics -> pos
      pos.webhook -> pos
      receipt -> conversation, database, http, identity, letters, media, ordering, restaurant
      restaurant -> database, event, http, identity
      restaurant.place -> database, http, identity, language, restaurant
      restaurant.prayer -> database, http, identity, restaurant
      search -> database, http, identity
      staffcart -> assistant, assistant.desk, conversation, database, event, http, identity, menu, ordering, ordering.cart, payment, restaurant
      timeline -> conversation, database, http, identity
      whatsapp -> database
      whatsapp.graph
      whatsapp.media -> conversation, database, http, media, whatsapp, whatsapp.graph, whatsapp.outbox
      whatsapp.notice -> database, event, http, identity
      whatsapp.number -> database, http, identity, whatsapp, whatsapp.graph, whatsapp.notice
      whatsapp.operator -> database, http, whatsapp.outbox, whatsapp.webhook
      whatsapp.outbox -> conversation, customer, database, whatsapp, whatsapp.graph, whatsapp.notice, whatsapp.number
      whatsapp.price -> conversation, database, http, identity, whatsapp
      whatsapp.template -> conversation, database, http, identity, whatsapp, whatsapp.graph, whatsapp.notice
      whatsapp.webhook -> conversation, customer, database, http, whatsapp, whatsapp.notice, whatsapp.number, whatsapp.outbox
      """;

  private static final String SERVER = "com.crmres.server";
  private static final String START =
      SERVER
          + "\\.(Main|Operator|Checkup|Assessment|Running|\\w*Wiring|Listening|FirstStart|Settings|SettingsReader)(\\$.*)?";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(SERVER, "com.crmres.common");

  @Test
  void packagesDependAsTheMapSays() {
    String drawn = drawn();

    assertThat(drawn)
        .as("%nThe map has changed. If you can defend each new arrow, it now reads:%n%n%s", drawn)
        .isEqualTo(MAP);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(SERVER + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(SERVER + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheDatabasePackageTalksJdbc() {
    noClasses()
        .that()
        .resideInAPackage(SERVER + "..")
        .and()
        .resideOutsideOfPackage(SERVER + ".database..")
        .and()
        // One batch for many deliveries: what no single statement can do (docs/decisions/0009).
        .doNotHaveFullyQualifiedName(SERVER + ".whatsapp.webhook.Inbox")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.postgresql..")
        .check(CLASSES);
  }

  @Test
  void onlyRoutesAndTheirGroundTouchTheWebServer() {
    noClasses()
        .that()
        .resideOutsideOfPackages(SERVER + ".http..", SERVER + ".live..")
        .and()
        .haveNameNotMatching(START)
        .and()
        .haveSimpleNameNotEndingWith("Routes")
        .and()
        // It reads the token in the request's header, for all routes.
        .doNotHaveFullyQualifiedName(SERVER + ".identity.Access")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.helidon.webserver..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Instant.class,
        LocalDate.class,
        LocalDateTime.class,
        OffsetDateTime.class,
        ZonedDateTime.class
      })
  void nobodyTakesTheTimeFromTheAir(Class<?> type) {
    noClasses()
        .that()
        .haveNameNotMatching(START)
        .should()
        .callMethodWhere(target(nameMatching("now")).and(target(owner(equivalentTo(type)))))
        .check(CLASSES);
  }

  @Test
  void onlyTheStartMakesAClock() {
    noClasses()
        .that()
        .haveNameNotMatching(START)
        .should()
        .callMethodWhere(
            target(nameMatching("system.*|tick.*")).and(target(owner(equivalentTo(Clock.class)))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void whatCrossesTheWireKnowsNothingOfTheServer() {
    noClasses()
        .that()
        .resideInAPackage("com.crmres.common..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SERVER + "..")
        .check(CLASSES);
  }

  private static String drawn() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass from : CLASSES) {
      rooms(from)
          .forEach(
              room -> arrows.computeIfAbsent(room, _ -> new TreeSet<>()).addAll(known(from, room)));
    }
    return arrows.entrySet().stream().map(ArchitectureTest::line).collect(joining("\n", "", "\n"));
  }

  private static Set<String> known(JavaClass from, String room) {
    return from.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .flatMap(ArchitectureTest::rooms)
        .filter(other -> !other.equals(room))
        .collect(toSet());
  }

  private static String line(Map.Entry<String, Set<String>> arrows) {
    return arrows.getValue().isEmpty()
        ? arrows.getKey()
        : arrows.getKey() + " -> " + String.join(", ", arrows.getValue());
  }

  /// The package below the server's root, if the class is in one.
  private static Stream<String> rooms(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith(SERVER + ".")
        ? Stream.of(name.substring(SERVER.length() + 1))
        : Stream.empty();
  }
}
