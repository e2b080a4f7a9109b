package com.crmres.desktop;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.media.MediaDetails;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The files of docs/api.md: in parts where asked, and on a line that can break in the middle.
public final class FakeFiles {

  private final FakeChannel channel;
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final List<String> types = new CopyOnWriteArrayList<>();
  private volatile int breakAfter = -1;

  FakeFiles(FakeChannel channel) {
    this.channel = channel;
  }

  /// The next answer ends after so many bytes, without a word.
  public void breakOnceAfter(int bytes) {
    breakAfter = bytes;
  }

  /// What `Range` was in each question for a whole file; `-` for none.
  public List<String> ranges() {
    return List.copyOf(ranges);
  }

  /// What the files handed over were said to be.
  public List<String> typesUploaded() {
    return List.copyOf(types);
  }

  void answer(HttpExchange exchange) throws IOException {
    String[] parts = exchange.getRequestURI().getPath().split("/", -1);
    UUID id = UUID.fromString(parts[3]);
    byte[] bytes = parts.length == 4 ? channel.file(id) : channel.thumbnail(id);
    @Nullable String range = exchange.getRequestHeaders().getFirst("Range");
    if (parts.length == 4) {
      ranges.add(range == null ? "-" : range);
    }
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
    exchange.sendResponseHeaders(range == null ? 200 : 206, rest.length);
    int until = breakAfter;
    breakAfter = -1;
    exchange.getResponseBody().write(rest, 0, until < 0 ? rest.length : until);
    exchange.getResponseBody().flush();
  }

  Object upload(HttpExchange exchange) throws IOException {
    String name =
        URLDecoder.decode(
            String.valueOf(exchange.getRequestHeaders().getFirst("X-File-Name")),
            StandardCharsets.UTF_8);
    types.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
    MessageContent.Media media = channel.upload(exchange.getRequestBody().readAllBytes(), name);
    return new MediaDetails(
        media.id(),
        media.kind(),
        media.mimeType(),
        media.bytes(),
        name,
        media.state(),
        null,
        "ab".repeat(32),
        null,
        null,
        false,
        World.NOW);
  }
}
