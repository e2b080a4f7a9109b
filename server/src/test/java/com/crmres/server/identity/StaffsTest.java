package com.crmres.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.crmres.common.identity.Role;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.database.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaffsTest {

  private final TestDatabase world = TestDatabase.fresh();
  private final NoorStaff noor = new NoorStaff(world.database(), Clock.systemUTC());

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void makesTheFirstOwnerWithAPasswordToBePrintedOnce() {
    FirstOwner owner = noor.staffs.firstOwner(noor.restaurantId, null, null).orElseThrow();

    assertThat(owner.email()).isEqualTo("owner@crm-res.local");
    assertThat(owner.generatedPassword()).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
    String password = Optional.ofNullable(owner.generatedPassword()).orElseThrow();
    assertThat(noor.sessions.signIn(owner.email(), password, "192.0.2.1").staff().role())
        .isEqualTo(Role.OWNER);
    assertThat(noor.staffs.firstOwner(noor.restaurantId, null, null)).isEmpty();
  }

  @Test
  void takesTheOwnerTheOperatorNames() {
    FirstOwner owner =
        noor.staffs.firstOwner(noor.restaurantId, "Boss@Noor.example", "chosen").orElseThrow();

    assertThat(owner).isEqualTo(new FirstOwner("boss@noor.example", null));
    assertThat(noor.sessions.signIn("boss@noor.example", "chosen", "192.0.2.1")).isNotNull();
  }

  @Test
  void makesOneOwnerWhenSeveralNodesStartAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<FirstOwner>>> made =
          IntStream.range(0, 4)
              .mapToObj(
                  _ -> threads.submit(() -> noor.staffs.firstOwner(noor.restaurantId, null, null)))
              .toList();
      List<FirstOwner> owners = new ArrayList<>();
      for (Future<Optional<FirstOwner>> one : made) {
        one.get().ifPresent(owners::add);
      }
      assertThat(owners).hasSize(1);
    }
  }

  @Test
  void givesAnAddressToOnePersonOverAllRestaurants() {
    NoorStaff other = new NoorStaff(world.database(), Clock.systemUTC());
    noor.hire(Role.AGENT);

    assertThatExceptionOfType(DatabaseException.class)
        .isThrownBy(() -> other.hire(Role.AGENT))
        .matches(DatabaseException::isDuplicate);
  }

  @Test
  void findsNobodyOfAnotherRestaurant() {
    NoorStaff other = new NoorStaff(world.database(), Clock.systemUTC());
    var agent = noor.hire(Role.AGENT);

    assertThat(noor.staffs.find(noor.restaurantId, agent.id())).contains(agent);
    assertThat(other.staffs.find(other.restaurantId, agent.id())).isEmpty();
  }
}
