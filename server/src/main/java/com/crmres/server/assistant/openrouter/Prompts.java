package com.crmres.server.assistant.openrouter;

import com.crmres.common.conversation.Language;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.wire.WireName;
import com.crmres.server.assistant.House;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The prompt's files, and which version they are: a name, and a hash of all that a model is told,
/// so that no change goes unnoticed.
public final class Prompts {

  private static final String NAME = "desk-1";
  private static final int HASH_LENGTH = 12;
  private static final List<String> PARTS = List.of("rules", "examples", "personality");

  private final Map<String, String> files = new LinkedHashMap<>();
  private final String version;

  private Prompts() {
    Stream.concat(
            PARTS.stream(),
            Arrays.stream(Language.values()).map(language -> "voice/" + language.wireName()))
        .forEach(file -> files.put(file, read(file)));
    version = NAME + "-" + hash(String.join("\n", files.values()) + tools());
  }

  public static Prompts load() {
    return new Prompts();
  }

  /// For example `desk-1-3f9a0c12d4e5`.
  public String version() {
    return version;
  }

  private static String tools() {
    return new Toolbox(List.of("i1"))
        .tools().values().stream()
            .map(tool -> tool.definition().toString())
            .collect(Collectors.joining());
  }

  /// What every turn of every restaurant begins with.
  String rules() {
    return file("rules") + "\n" + file("examples");
  }

  /// What must never come out: the rules, not the ways of speaking, which are there to be used.
  String secret() {
    return file("rules");
  }

  /// How to speak, in this manner and language.
  String voice(House house, Language language) {
    Personality personality = house.personality();
    String voice = file("voice/" + language.wireName());
    return """
    VOICE
    The restaurant is {{RESTAURANT_NAME}}. %s
    %s
    It sounds like this:
    %s\
    """
        .formatted(
            section(file("personality"), personality),
            voice.substring(0, voice.indexOf('[')).strip(),
            section(voice, personality));
  }

  private String file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  /// The lines below `[name]`, up to the next name.
  private static String section(String text, WireName name) {
    String head = "[" + name.wireName() + "]\n";
    int start = text.indexOf(head);
    if (start < 0) {
      throw new IllegalStateException("the prompt has no " + name.wireName());
    }
    int end = text.indexOf("\n[", start);
    return text.substring(start + head.length(), end < 0 ? text.length() : end).strip();
  }

  private static String read(String file) {
    String path = "/assistant/prompts/" + file + ".txt";
    try (InputStream in = Objects.requireNonNull(Prompts.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
