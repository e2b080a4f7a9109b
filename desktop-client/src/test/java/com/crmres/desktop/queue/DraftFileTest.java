package com.crmres.desktop.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.World;
import com.crmres.desktop.connection.DraftKeeper;
import com.crmres.desktop.connection.KeptDraft;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFileTest {

  private static final KeptDraft ONE =
      new KeptDraft(
          World.id("conversation"), "أبشر 🌟", null, "/tmp/x.png", null, false, false, World.NOW);
  private static final KeptDraft SENT =
      new KeptDraft(
          World.id("other"), "two", null, null, World.id("command"), true, true, World.NOW);

  @TempDir private Path folder;

  private DraftKeeper of(String server) {
    return new QueueFolder(folder.resolve("queue"), UUID::randomUUID)
        .drafts(World.SARAH.id(), URI.create(server));
  }

  private Path file() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("queue"))) {
      return files.filter(one -> one.toString().endsWith(".drafts")).findFirst().orElseThrow();
    }
  }

  @Test
  void whatWasWrittenComesBackAsItWasAndForItsServerOnly() {
    of("http://here").write(List.of(ONE, SENT));

    assertThat(of("http://here").read()).containsExactly(ONE, SENT);
    assertThat(of("http://there").read()).isEmpty();
  }

  @Test
  void nobodyElseOfTheMachineReadsIt() throws Exception {
    of("http://here").write(List.of(ONE));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aBrokenFileIsSetAsideAndTheNextOneIsWhole() throws Exception {
    of("http://here").write(List.of(ONE));
    Files.writeString(file(), "{\"drafts\":[{\"conv");

    assertThat(of("http://here").read()).isEmpty();
    of("http://here").write(List.of(SENT));

    assertThat(of("http://here").read()).containsExactly(SENT);
    assertThat(folder.resolve("queue").toFile().list())
        .anyMatch(name -> name.endsWith(".drafts.broken"));
  }

  @Test
  void aHalfWrittenNewFileLeavesTheOldOne() throws Exception {
    of("http://here").write(List.of(ONE));
    Files.writeString(file().resolveSibling(file().getFileName() + ".new"), "{\"dra");

    assertThat(of("http://here").read()).containsExactly(ONE);
  }
}
