package com.crmres.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

  private static final UUID KEY = UUID.fromString("0199f000-0000-7000-8000-00000000abcd");

  @TempDir Path folder;

  @Test
  void givesBackAnyPartOfWhatItKeeps() throws IOException {
    FolderStore store = new FolderStore(folder.resolve("media"));

    store.put(KEY, bytes("a falafel"));

    assertThat(store.exists(KEY)).isTrue();
    assertThat(read(store, 0, 100)).isEqualTo("a falafel");
    assertThat(read(store, 2, 3)).isEqualTo("fal");
    assertThat(read(store, 9, 3)).isEmpty();
    assertThat(folder.resolve("media/cd/ab/" + KEY)).isRegularFile();
  }

  @Test
  void keepsNothingOfBytesThatBrokeOff() throws IOException {
    FolderStore store = new FolderStore(folder);
    store.put(KEY, bytes("first"));

    assertThatThrownBy(() -> store.put(KEY, new BreakingStream(bytes("second"))))
        .isInstanceOf(IOException.class);

    assertThat(read(store, 0, 100)).isEqualTo("first");
    assertThat(files("begun")).isZero();
  }

  @Test
  void removesAndForgets() throws IOException {
    FolderStore store = new FolderStore(folder);
    store.put(KEY, bytes("x"));

    store.delete(KEY);
    store.delete(KEY);

    assertThat(store.exists(KEY)).isFalse();
    assertThatThrownBy(() -> store.open(KEY, 0, 1)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void forgetsWhatItsDeadProcessBegan() throws IOException {
    FolderStore store = new FolderStore(folder);
    store.put(KEY, bytes("x"));
    Path left = Files.createFile(folder.resolve("begun").resolve("left"));
    Instant written = Files.getLastModifiedTime(left).toInstant();

    store.forgetBegun(written);
    assertThat(left).exists();

    store.forgetBegun(written.plus(Duration.ofSeconds(1)));
    assertThat(left).doesNotExist();
    assertThat(store.exists(KEY)).isTrue();
  }

  @Test
  void followsNoLinkOutOfItsFolder() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside/ab"));
    Files.writeString(outside.resolve(KEY.toString()), "secret");
    Path home = Files.createDirectories(folder.resolve("media"));
    Files.createSymbolicLink(home.resolve("cd"), folder.resolve("outside"));
    FolderStore store = new FolderStore(home);

    assertThatThrownBy(() -> store.open(KEY, 0, 100)).isInstanceOf(NotDirectoryException.class);
    assertThatThrownBy(() -> store.put(KEY, bytes("mine")))
        .isInstanceOf(NotDirectoryException.class);
    assertThatThrownBy(() -> store.delete(KEY)).isInstanceOf(NotDirectoryException.class);
    assertThat(outside.resolve(KEY.toString())).hasContent("secret");
  }

  @Test
  void readsNoFileThatIsALink() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Path home = Files.createDirectories(folder.resolve("media/cd/ab"));
    Files.createSymbolicLink(home.resolve(KEY.toString()), secret);
    FolderStore store = new FolderStore(folder.resolve("media"));

    assertThat(store.exists(KEY)).isFalse();
    assertThatThrownBy(() -> store.open(KEY, 0, 100)).isInstanceOf(IOException.class);

    store.put(KEY, bytes("mine"));
    assertThat(read(store, 0, 100)).isEqualTo("mine");
    assertThat(secret).hasContent("secret");
  }

  private long files(String name) throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve(name))) {
      return found.count();
    }
  }

  private static String read(FolderStore store, long from, long length) throws IOException {
    try (InputStream in = store.open(KEY, from, length)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
