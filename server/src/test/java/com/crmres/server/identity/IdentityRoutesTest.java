package com.crmres.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.RefreshRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.Session;
import com.crmres.common.identity.SignInRequest;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.wire.Json;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights.Route;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityRoutesTest {

  private final TestDatabase world = TestDatabase.fresh();
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T18:00:00Z"));
  private final NoorStaff noor = new NoorStaff(world.database(), clock);
  private RunningServer server;

  @BeforeEach
  void start() {
    server =
        new RunningServer(
            clock,
            _ -> false,
            routing ->
                routing
                    .register("/v1", new IdentityRoutes(noor.sessions, noor.access, noor.staffs))
                    .get(
                        "/v1/kitchen",
                        (request, response) -> {
                          noor.access.require(request, Role.OWNER, Role.KITCHEN);
                          new Exchange(request, response).noContent();
                        }));
  }

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  @Test
  void letsAnAgentInWhateverTheCaseOfTheAddress() throws Exception {
    StaffMember agent = noor.hire(Role.AGENT);

    Answer answer = signIn(" Agent@NOOR.example", NoorStaff.PASSWORD);

    assertThat(answer.status()).isEqualTo(200);
    Session session = answer.as(Session.class);
    assertThat(session.staff()).isEqualTo(agent);
    assertThat(session.staff().branchIds()).containsExactly(noor.olaya);
    assertThat(session.accessTokenExpiresAt()).isEqualTo(clock.instant().plusSeconds(900));
    assertThat(me(session.accessToken()).as(StaffMember.class)).isEqualTo(agent);
  }

  @Test
  void showsOwnersAndAuditorsEveryBranch() {
    assertThat(noor.hire(Role.OWNER).branchIds()).containsExactlyInAnyOrder(noor.olaya, noor.malaz);
    assertThat(noor.hire(Role.AUDITOR).branchIds())
        .containsExactlyInAnyOrder(noor.olaya, noor.malaz);
    assertThat(noor.hire(Role.PLATFORM_OPERATOR).branchIds()).isEmpty();
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownAddressAlike() throws Exception {
    noor.hire(Role.AGENT);

    Answer wrong = signIn("agent@noor.example", "a bad password");
    Answer unknown = signIn("nobody@noor.example", "a bad password");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.error()).isEqualTo(unknown.error());
    assertThat(wrong.error().code()).isEqualTo("WRONG_CREDENTIALS");
  }

  @Test
  void namesWhatASignInLacks() throws Exception {
    Answer answer = server.send("POST", "/v1/auth/sign-in", "{\"email\":\" \",\"password\":\"\"}");

    assertThat(answer.error().details()).extracting("field").containsExactly("email", "password");
  }

  @Test
  void slowsDownWhoeverGuessesAndSaysForHowLong() throws Exception {
    noor.hire(Role.AGENT);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("agent@noor.example", "guess").status()).isEqualTo(401);
    }

    Answer early = signIn("agent@noor.example", NoorStaff.PASSWORD);
    assertThat(early.error().code()).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(early.response().headers().firstValue("Retry-After")).contains("1");

    clock.forward(Duration.ofSeconds(1));
    assertThat(signIn("agent@noor.example", "guess").status()).isEqualTo(401);
    clock.forward(Duration.ofSeconds(1));
    assertThat(signIn("agent@noor.example", NoorStaff.PASSWORD).status()).isEqualTo(429);
    clock.forward(Duration.ofSeconds(1));
    assertThat(signIn("agent@noor.example", NoorStaff.PASSWORD).status()).isEqualTo(200);
    assertThat(signIn("agent@noor.example", "guess").status()).isEqualTo(401);
  }

  @Test
  void slowsDownAnAddressThatTriesManyAccounts() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(signIn("nobody%d@noor.example".formatted(i), "guess").status()).isEqualTo(401);
    }

    assertThat(signIn("another@noor.example", "guess").status()).isEqualTo(429);
  }

  @Test
  void countsGuessesThatComeAtOnce() throws Exception {
    noor.hire(Role.AGENT);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> statuses =
          IntStream.range(0, 12)
              .mapToObj(_ -> threads.submit(() -> signIn("agent@noor.example", "guess").status()))
              .toList();
      int checked = 0;
      for (Future<Integer> status : statuses) {
        checked += status.get() == 401 ? 1 : 0;
      }
      assertThat(checked).isEqualTo(5);
    }
  }

  @Test
  void ignoresATokenThatIsExpiredForgedOrOfSomebodyWhoWasDismissed() throws Exception {
    StaffMember agent = noor.hire(Role.AGENT);
    String token = signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class).accessToken();
    String header = token.substring(0, token.indexOf('.'));
    String rest = token.substring(token.indexOf('.'));

    assertThat(me(token).status()).isEqualTo(200);
    assertThat(me(header + rest.replaceFirst("....$", "AAAA")).status()).isEqualTo(401);
    assertThat(me("eyJhbGciOiJub25lIn0" + rest).status()).isEqualTo(401);
    assertThat(me("").status()).isEqualTo(401);
    for (String garbage : List.of("a.b.c", "e30.e30.e30", "eyJhbGciOiIxIn0.eyJleHAiOiJ4In0.e30")) {
      assertThat(me(garbage).status()).isEqualTo(401);
    }
    assertThat(server.send("GET", "/v1/me", null).error().code()).isEqualTo("NOT_SIGNED_IN");

    clock.forward(Duration.ofMinutes(15));
    assertThat(me(token).status()).isEqualTo(401);

    String fresh = noor.tokens.issue(agent.id(), agent.restaurantId()).token();
    assertThat(me(fresh).status()).isEqualTo(200);
    noor.dismiss(agent.id());
    assertThat(me(fresh).status()).isEqualTo(401);
    assertThat(signIn("agent@noor.example", NoorStaff.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void tradesARefreshTokenOnceForTheNextSession() throws Exception {
    noor.hire(Role.AGENT);
    Session first = signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class);

    Session second = refresh(first.refreshToken()).as(Session.class);

    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(me(second.accessToken()).status()).isEqualTo(200);
    assertThat(refresh(second.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void givesTheSameSuccessorAgainWhenTheAnswerWasLost() throws Exception {
    noor.hire(Role.AGENT);
    Session first = signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class);
    Session lost = refresh(first.refreshToken()).as(Session.class);

    clock.forward(Duration.ofSeconds(9));
    Session again = refresh(first.refreshToken()).as(Session.class);

    assertThat(again.refreshToken()).isEqualTo(lost.refreshToken());
    assertThat(refresh(again.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void endsTheWholeFamilyWhenAUsedTokenComesAgain() throws Exception {
    noor.hire(Role.AGENT);
    Session first = signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class);
    Session other = signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class);
    Session second = refresh(first.refreshToken()).as(Session.class);

    clock.forward(Duration.ofSeconds(10));
    Answer stolen = refresh(first.refreshToken());

    assertThat(stolen.error().code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(refresh(second.refreshToken()).status()).isEqualTo(401);
    assertThat(refresh(other.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void endsTheFamilyAtOnceWhenTheSuccessorWasUsedAlready() throws Exception {
    noor.hire(Role.AGENT);
    Session first = signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class);
    Session second = refresh(first.refreshToken()).as(Session.class);
    Session third = refresh(second.refreshToken()).as(Session.class);

    assertThat(refresh(first.refreshToken()).status()).isEqualTo(401);
    assertThat(refresh(third.refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void makesOneSuccessorWhenARefreshComesTwiceAtOnce() throws Exception {
    noor.hire(Role.AGENT);
    Session first = signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> successors =
          IntStream.range(0, 6)
              .mapToObj(_ ->
                  threads.submit(
                      () -> refresh(first.refreshToken()).as(Session.class).refreshToken()))
              .toList();
      String one = successors.getFirst().get();
      for (Future<String> successor : successors) {
        assertThat(successor.get()).isEqualTo(one);
      }
    }
  }

  @Test
  void letsASessionSleepForThirtyDaysAndLiveForNinety() throws Exception {
    noor.hire(Role.AGENT);
    Session asleep = signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class);
    String token =
        signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class).refreshToken();

    for (int i = 0; i < 4; i++) {
      clock.forward(Duration.ofDays(20));
      token = refresh(token).as(Session.class).refreshToken();
    }
    assertThat(refresh(asleep.refreshToken()).status()).isEqualTo(401);

    clock.forward(Duration.ofDays(10));
    assertThat(refresh(token).status()).isEqualTo(401);
  }

  @Test
  void signsOutForGoodAndIsNotAstonishedByAnUnknownToken() throws Exception {
    noor.hire(Role.AGENT);
    Session session = signIn("agent@noor.example", NoorStaff.PASSWORD).as(Session.class);

    assertThat(signOut(session.refreshToken()).status()).isEqualTo(204);

    assertThat(refresh(session.refreshToken()).status()).isEqualTo(401);
    assertThat(signOut("unknown").status()).isEqualTo(204);
  }

  @Test
  void opensARouteToItsRolesOnly() throws Exception {
    new RouteRights(server, noor)
        .hold(
            List.of(
                Route.forAll("GET", "/v1/me"),
                new Route("GET", "/v1/kitchen", null, Set.of(Role.OWNER, Role.KITCHEN))));
  }

  private Answer signIn(String email, String password) throws IOException, InterruptedException {
    return server.send("POST", "/v1/auth/sign-in", Json.write(new SignInRequest(email, password)));
  }

  private Answer refresh(String token) throws IOException, InterruptedException {
    return server.send("POST", "/v1/auth/refresh", Json.write(new RefreshRequest(token)));
  }

  private Answer signOut(String token) throws IOException, InterruptedException {
    return server.send("POST", "/v1/auth/sign-out", Json.write(new RefreshRequest(token)));
  }

  private Answer me(String token) throws IOException, InterruptedException {
    return server.send(
        "GET", "/v1/me", null, request -> request.header("Authorization", "Bearer " + token));
  }
}
