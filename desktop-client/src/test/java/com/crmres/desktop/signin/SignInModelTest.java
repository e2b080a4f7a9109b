package com.crmres.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.live.LivePosition;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.FakeServer;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.LiveDoor;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.connection.ServerLink;
import com.crmres.desktop.connection.SignedIn;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInModelTest {

  private final FakeServerApi api = new FakeServerApi(Restaurant.evening(Clock.systemUTC()));
  private final List<SignedIn> welcomed = new ArrayList<>();
  private final SignInModel model =
      new SignInModel(
          uri -> new ServerLink(api, new ClosedDoor(), uri),
          PatientCalls.immediate(),
          welcomed::add);

  @Test
  void welcomesWhoHasTheRightPasswordAndForgetsIt() {
    fill("sarah@noor.example", FakeServer.PASSWORD, "http://localhost:8080");

    model.signIn();

    assertThat(welcomed).extracting(SignedIn::staff).containsExactly(World.SARAH);
    assertThat(model.password().get()).isEmpty();
  }

  @Test
  void showsWhatTheServerSaysToAWrongPassword() {
    fill("sarah@noor.example", "wrong", "http://localhost:8080");

    model.signIn();

    ServerFailure why = model.failure().get();
    assertThat(why == null ? "" : why.words()).isEqualTo("البريد أو كلمة المرور غير صحيحة");
    assertThat(model.busy().get()).isFalse();
    assertThat(welcomed).isEmpty();
  }

  @Test
  void namesWhatIsMissingBeforeAsking() {
    fill("", "x", "http://localhost:8080");
    model.signIn();
    assertThat(model.fault().get()).isEqualTo(SignInModel.Fault.EMAIL_MISSING);

    fill("a@b", "", "http://localhost:8080");
    model.signIn();
    assertThat(model.fault().get()).isEqualTo(SignInModel.Fault.PASSWORD_MISSING);

    fill("a@b", "x", "not an address");
    model.signIn();
    assertThat(model.fault().get()).isEqualTo(SignInModel.Fault.SERVER_UNREADABLE);
  }

  @Test
  void asksNobodyWhoHasOneBranchToChoose() {
    List<BranchSummary> chosen = new ArrayList<>();
    api.branches(List.of(World.MALAZ));

    new BranchChoiceModel(api, PatientCalls.immediate(), chosen::add).load();

    assertThat(chosen).containsExactly(World.MALAZ);
  }

  @Test
  void listsTheBranchesOrSaysThatItCannot() {
    List<BranchSummary> chosen = new ArrayList<>();
    var choice = new BranchChoiceModel(api, PatientCalls.immediate(), chosen::add);
    api.unreachable(true);
    choice.load();
    assertThat(choice.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    choice.load();

    assertThat(choice.branches()).containsExactly(World.OLAYA, World.MALAZ);
    assertThat(chosen).isEmpty();
  }

  private void fill(String email, String password, String server) {
    model.email().set(email);
    model.password().set(password);
    model.server().set(server);
  }

  /// Nobody listens while signing in.
  private static final class ClosedDoor implements LiveDoor {
    @Override
    public URI liveUri(UUID branchId, String after) {
      throw new AssertionError("not while signing in");
    }

    @Override
    public String accessToken() {
      throw new AssertionError("not while signing in");
    }

    @Override
    public void renew(String refusedToken) {
      throw new AssertionError("not while signing in");
    }

    @Override
    public LivePosition livePosition() {
      throw new AssertionError("not while signing in");
    }
  }
}
