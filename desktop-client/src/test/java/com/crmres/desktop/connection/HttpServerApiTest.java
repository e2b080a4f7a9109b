package com.crmres.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeReason;
import com.crmres.common.customer.MergeRequest;
import com.crmres.desktop.FakeServer;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerApiTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.systemUTC());
  private final FakeServer server = new FakeServer(restaurant, Clock.systemUTC());
  private final HttpServerApi api = new HttpServerApi(server.uri(), Clock.systemUTC(), () -> "ar");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksEverythingAScreenNeeds() {
    assertThat(signIn()).isEqualTo(World.SARAH.id());

    assertThat(api.branches().items()).containsExactly(World.OLAYA, World.MALAZ);
    assertThat(api.orders(World.OLAYA.id(), null).items()).hasSize(10);
    var found =
        api.conversations(ConversationQuery.of(World.OLAYA.id()).in(ConversationStatus.ESCALATED))
            .items();
    assertThat(found).extracting(one -> one.customer().name()).contains(World.NOURA.name());
    assertThat(api.messages(found.getFirst().id(), "4").items()).hasSize(3);
  }

  @Test
  void sendsTheSameCommandTwiceAsOneReply() {
    signIn();
    UUID conversation = World.id("conversation " + World.AHMED.name());
    var command = new ReplyRequest(UUID.randomUUID(), "أبشر");

    assertThat(api.reply(conversation, command)).isEqualTo(api.reply(conversation, command));
  }

  @Test
  void leavesMarksThatAreAnsweredWithoutWords() {
    signIn();
    UUID conversation = World.id("conversation " + World.AHMED.name());

    api.writing().read(conversation);
    api.writing().typing(conversation);

    assertThat(restaurant.channel().conversationsRead()).containsExactly(conversation);
    assertThat(restaurant.channel().signsOfTyping()).containsExactly(conversation);
  }

  @Test
  void decidesWhetherTwoCustomersAreOne() {
    signIn();
    var one = new MergeProposal(id("1"), World.REEM, World.OMAR, MergeReason.SAME_PHONE, World.NOW);
    var other =
        new MergeProposal(id("2"), World.FAHD, World.AHMED, MergeReason.PHONE_SHARED, World.NOW);
    restaurant.merges().has(one).has(other);
    assertThat(api.merges().proposals().items()).containsExactly(one, other);

    api.merges().dismiss(other.id());
    var merge =
        api.merges().merge(World.OMAR.id(), new MergeRequest(UUID.randomUUID(), World.REEM.id()));

    assertThat(merge.survivor()).isEqualTo(World.REEM);
    assertThat(api.merges().undo(merge.id()).undoneAt()).isEqualTo(World.NOW);
    assertThat(api.merges().proposals().items()).isEmpty();
  }

  private static UUID id(String proposal) {
    return World.id("proposal " + proposal);
  }

  @Test
  void passesOnTheServersWords() {
    var failure =
        catchThrowableOfType(ServerFailure.class, () -> api.signIn("sarah@noor.example", "wrong"));

    assertThat(failure.kind()).isEqualTo(ServerFailure.Kind.REFUSED);
    assertThat(failure.code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(failure.words()).isEqualTo("البريد أو كلمة المرور غير صحيحة");
  }

  @Test
  void saysThatNobodyAnswers() {
    signIn();
    server.pullOutCable();

    var failure = catchThrowableOfType(ServerFailure.class, api::branches);

    assertThat(failure.kind()).isEqualTo(ServerFailure.Kind.UNREACHABLE);
  }

  @Test
  void renewsItsKeysBeforeTheyExpire() {
    server.tokensLive(Duration.ofSeconds(10));
    signIn();
    server.tokensLive(Duration.ofMinutes(15));

    api.branches();
    api.branches();

    assertThat(server.refreshes()).isEqualTo(1);
  }

  @Test
  void renewsItsKeysOnceHoweverManyCallsAreRefused() throws Exception {
    signIn();
    server.forgetAccessToken();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls =
          Stream.<Callable<Integer>>generate(() -> () -> api.branches().items().size())
              .limit(20)
              .toList();
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(2);
      }
    }

    assertThat(server.refreshes()).isEqualTo(1);
  }

  @Test
  void saysThatTheSessionIsOver() {
    signIn();
    server.endSessions();

    var failure = catchThrowableOfType(ServerFailure.class, api::branches);

    assertThat(failure.kind()).isEqualTo(ServerFailure.Kind.SIGNED_OUT);
  }

  private UUID signIn() {
    return api.signIn("sarah@noor.example", FakeServer.PASSWORD).id();
  }
}
