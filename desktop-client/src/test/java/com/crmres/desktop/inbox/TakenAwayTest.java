package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ExportedMessage;
import com.crmres.common.conversation.Sender;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.handling.Errand;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What several conversations are marked as, narrowed to, and taken away from.
class TakenAwayTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final UUID REEM = World.id("conversation " + World.REEM.name());

  @TempDir private Path folder;

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final Texts texts = Texts.in(ScreenLanguage.ENGLISH);
  private final ThreadFile file = new ThreadFile(texts, new Times(texts, ZoneId.of("Asia/Riyadh")));

  private InboxModel inboxOf(Role role) {
    StaffMember sarah = World.SARAH;
    var inbox =
        new InboxModel(
            api,
            PatientCalls.immediate(),
            World.OLAYA.id(),
            new StaffMember(
                sarah.id(),
                sarah.restaurantId(),
                sarah.name(),
                sarah.email(),
                role,
                sarah.branchIds()),
            FXCollections.observableArrayList(),
            UUID::randomUUID,
            Clock.fixed(World.NOW, ZoneOffset.UTC));
    inbox.reload();
    return inbox;
  }

  private static ExportedMessage said(Sender sender, String text) {
    return new ExportedMessage(NOURA, "نورة", "966551230001", sender, null, text, World.NOW);
  }

  @Test
  void severalAreMarkedAsUnreadAndAsReadAgain() {
    InboxModel inbox = inboxOf(Role.AGENT);
    List<ConversationSummary> both =
        List.of(restaurant.conversation(NOURA), restaurant.conversation(REEM));

    inbox.handling().run(both, new Errand.Mark(false));
    assertThat(restaurant.conversation(NOURA).unread()).isZero();
    inbox.handling().run(both, new Errand.Mark(true));

    assertThat(inbox.conversations())
        .filteredOn(one -> both.stream().anyMatch(it -> it.id().equals(one.id())))
        .extracting(ConversationSummary::unread)
        .containsOnly(1);
  }

  @Test
  void theListIsNarrowedToAStatusUnderATabThatHasIt() {
    InboxModel inbox = inboxOf(Role.AGENT);

    inbox.narrowTo(ConversationStatus.ESCALATED);
    assertThat(inbox.filter().get()).isEqualTo(InboxFilter.ALL);
    assertThat(inbox.conversations())
        .isNotEmpty()
        .extracting(ConversationSummary::status)
        .containsOnly(ConversationStatus.ESCALATED);

    inbox.narrowTo(ConversationStatus.RESOLVED);
    assertThat(inbox.filter().get()).isEqualTo(InboxFilter.CLOSED);
    inbox.narrowTo(ConversationStatus.ACTIVE);
    assertThat(inbox.filter().get()).isEqualTo(InboxFilter.ALL);
    assertThat(inbox.narrowing().get().isNone()).isFalse();
  }

  @Test
  void whatWasSaidGoesIntoATableThatNobodyWritesFormulasInto() {
    String table =
        file.text(
            Path.of("x.csv"),
            List.of(said(Sender.CUSTOMER, "=HYPERLINK(\"x\")"), said(Sender.AI, "أبشر, \"حاضر\"")));

    assertThat(table.lines())
        .hasSize(3)
        .anyMatch(line -> line.endsWith(",\"Customer\",\"'=HYPERLINK(\"\"x\"\")\""))
        .anyMatch(line -> line.endsWith(",\"Assistant\",\"أبشر, \"\"حاضر\"\"\""));
  }

  @Test
  void orIntoATextToRead() {
    String text =
        file.text(
            Path.of("x.TXT"), List.of(said(Sender.CUSTOMER, "هلا"), said(Sender.AI, "حياك الله")));

    assertThat(text).startsWith("# نورة +966551230001\n").contains("Customer: هلا\n");
    assertThat(text.lines()).hasSize(3);
  }

  @Test
  void aManagerTakesThemAwayAndAnAgentDoesNot() throws Exception {
    Path place = folder.resolve("said.csv");
    List<ConversationSummary> those = List.of(restaurant.conversation(NOURA));

    ExportModel agents = inboxOf(Role.AGENT).exports();
    agents.to(place, those, file::text);
    assertThat(place).doesNotExist();

    ExportModel managers = inboxOf(Role.MANAGER).exports();
    managers.to(place, those, file::text);
    assertThat(Files.readString(place)).contains(NOURA.toString());
    assertThat(managers.ending().get()).isEqualTo(new ExportModel.Ending(place.toString(), null));
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() {
    ExportModel exports = inboxOf(Role.OWNER).exports();

    exports.to(
        folder.resolve("no/such/folder.csv"), List.of(restaurant.conversation(NOURA)), file::text);

    ExportModel.Ending ending = exports.ending().get();
    ServerFailure why = ending == null ? null : ending.why();
    assertThat(why == null ? null : why.kind()).isEqualTo(ServerFailure.Kind.DISK);
  }
}
