package com.crmres.desktop.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.desktop.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("one.queue");
  }

  private static KeptCommand said(String words) {
    UUID id = UUID.randomUUID();
    return new KeptCommand(
        id,
        World.NOW,
        false,
        new Deed.Reply(World.id("conversation"), new ReplyRequest(id, words)),
        null);
  }

  private List<KeptCommand> afterAStart() throws IOException {
    try (Journal journal = Journal.open(file())) {
      return journal.read();
    }
  }

  @Test
  void whatWasKeptIsThereAfterAStartInItsOrderAndWhatSettledIsNot() throws Exception {
    KeptCommand first = said("أبشر");
    KeptCommand second = said("two");
    KeptCommand third = said("ثلاثة");
    try (Journal journal = Journal.open(file())) {
      journal.keep(first);
      journal.keep(second);
      journal.keep(third);
      journal.settle(second.id());
      journal.keep(third.held(Hold.WINDOW_CLOSED));
    }

    assertThat(afterAStart()).containsExactly(first, third.held(Hold.WINDOW_CLOSED));
  }

  @Test
  void everyKindOfDeedComesBackAsItWas() throws Exception {
    UUID id = UUID.randomUUID();
    KeptCommand soldOut =
        new KeptCommand(
            id,
            World.NOW,
            true,
            new Deed.SoldOut(id, new AvailabilityRequest(World.OLAYA.id(), false)),
            null);
    List<KeptCommand> all = new ArrayList<>(Deeds.oneOfEach());
    all.add(soldOut);
    try (Journal journal = Journal.open(file())) {
      all.forEach(journal::keep);
    }

    assertThat(afterAStart()).isEqualTo(all);
  }

  @Test
  void aTailTornAtAnyByteCostsOnlyWhatNobodyWasPromised() throws Exception {
    KeptCommand first = said("first");
    KeptCommand second = said("second");
    try (Journal journal = Journal.open(file())) {
      journal.keep(first);
    }
    int whole = (int) Files.size(file());
    try (Journal journal = Journal.open(file())) {
      journal.keep(second);
    }
    byte[] bytes = Files.readAllBytes(file());

    for (int length = whole; length < bytes.length; length++) {
      Files.write(file(), Arrays.copyOf(bytes, length));
      assertThat(afterAStart()).containsExactly(first);
      assertThat(Files.size(file())).isEqualTo(whole);
    }
  }

  @Test
  void aNewLineAfterATornTailIsWhole() throws Exception {
    KeptCommand first = said("first");
    KeptCommand after = said("after");
    try (Journal journal = Journal.open(file())) {
      journal.keep(first);
      journal.keep(said("torn"));
    }
    byte[] bytes = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(bytes, bytes.length - 3));
    try (Journal journal = Journal.open(file())) {
      journal.keep(after);
    }

    assertThat(afterAStart()).containsExactly(first, after);
  }

  @Test
  void aWrongByteIsNoticedAndTheFileSetAside() throws Exception {
    KeptCommand first = said("first");
    try (Journal journal = Journal.open(file())) {
      journal.keep(first);
    }
    int whole = (int) Files.size(file());
    try (Journal journal = Journal.open(file())) {
      journal.keep(said("second"));
      journal.keep(said("third"));
    }
    byte[] bytes = Files.readAllBytes(file());
    bytes[whole + 20] ^= 1;
    Files.write(file(), bytes);

    assertThat(afterAStart()).containsExactly(first);
    assertThat(Files.readAllBytes(folder.resolve("one.queue.broken"))).isEqualTo(bytes);
  }

  @Test
  void aFileThatIsNoQueueIsSetAside() throws Exception {
    Files.writeString(file(), "something else altogether");

    assertThat(afterAStart()).isEmpty();
    assertThat(folder.resolve("one.queue.broken")).hasContent("something else altogether");
  }

  @Test
  void nobodyElseOnTheMachineCanReadIt() throws Exception {
    Path place = folder.resolve("queues");
    var stores = new QueueFolder(place, UUID::randomUUID);
    try (CommandStore store = stores.of(World.SARAH.id(), URI.create("http://here"))) {
      store.keep(said("private"));
      stores.position(World.SARAH.id(), URI.create("http://here"), World.OLAYA.id()).write("7");
      assertThat(stores.device()).isEqualTo(stores.device()).hasSize(36);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
          .isEqualTo("rwx------");
      try (var files = Files.list(place)) {
        assertThat(files)
            .hasSize(3)
            .allSatisfy(one ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                    .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void rightsOfAnOldFileAreTightened() throws Exception {
    Files.createFile(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(afterAStart()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void oneProgramAtATimeHasAQueueAndTheOtherPromisesNothing() throws Exception {
    var stores = new QueueFolder(folder, UUID::randomUUID);
    URI here = URI.create("http://here");
    try (CommandStore first = stores.of(World.SARAH.id(), here);
        CommandStore second = stores.of(World.SARAH.id(), here)) {
      first.keep(said("one"));
      assertThatThrownBy(() -> second.keep(said("two"))).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void personsAndServersHaveQueuesOfTheirOwn() {
    var stores = new QueueFolder(folder, UUID::randomUUID);
    URI here = URI.create("http://here");
    KeptCommand one = said("one");
    try (CommandStore store = stores.of(World.SARAH.id(), here)) {
      store.keep(one);
    }

    for (CommandStore other :
        List.of(
            stores.of(World.id("somebody"), here),
            stores.of(World.SARAH.id(), URI.create("http://there")))) {
      assertThat(other.read()).isEmpty();
      other.close();
    }
    try (CommandStore same = stores.of(World.SARAH.id(), here)) {
      assertThat(same.read()).containsExactly(one);
    }
  }

  @Test
  void aProgramKilledInTheMiddleLosesNothingThatItHadPromised() throws Exception {
    for (int killedAfter : new int[] {1, 7, 40}) {
      Files.deleteIfExists(file());
      List<String> promised = promisedUntilKilled(killedAfter);

      assertThat(promised).hasSizeGreaterThanOrEqualTo(killedAfter);
      assertThat(afterAStart())
          .extracting(command -> command.id().toString())
          .startsWith(promised.toArray(String[]::new));
    }
  }

  /// Another program keeps commands as fast as it can and says each that is kept.
  private List<String> promisedUntilKilled(int count) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KeepingProgram.class.getName(),
                file().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> promised = new ArrayList<>();
    try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
      String line = said.readLine();
      while (line != null) {
        promised.add(line);
        if (promised.size() == count) {
          // Through its handle: what it had said before is read to the end.
          var _ = program.toHandle().destroyForcibly();
        }
        line = said.readLine();
      }
    }
    assertThat(program.waitFor()).isNotZero();
    return promised;
  }
}
