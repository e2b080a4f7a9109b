package com.crmres.desktop.connection;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.media.MediaDetails;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/// Files over HTTP: the server hands them out in parts, so a broken download goes on.
final class HttpMedia implements MediaApi {

  private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(5);
  private static final int PARTIAL = 206;
  private static final int CHUNK = 64 * 1024;

  private final HttpExchange exchange;
  private final SessionKeys keys;

  HttpMedia(HttpExchange exchange, SessionKeys keys) {
    this.exchange = exchange;
    this.keys = keys;
  }

  @Override
  public byte[] thumbnail(UUID mediaId) {
    return bytes("/v1/media/%s/thumbnail".formatted(mediaId));
  }

  @Override
  public byte[] whole(UUID mediaId) {
    return bytes("/v1/media/" + mediaId);
  }

  private byte[] bytes(String path) {
    return keys.with(token -> {
      HttpRequest request = exchange.request(path, token).build();
      try (InputStream body = exchange.open(request).body()) {
        return body.readAllBytes();
      } catch (IOException e) {
        throw ServerFailure.unreachable(e);
      }
    });
  }

  @Override
  public void download(UUID mediaId, Path part, Progress progress) {
    long have = size(part);
    HttpResponse<InputStream> answer =
        keys.with(token -> {
          HttpRequest.Builder request = exchange.request("/v1/media/" + mediaId, token);
          if (have > 0) {
            request.header("Range", "bytes=%d-".formatted(have));
          }
          return exchange.open(request.build());
        });
    long from = answer.statusCode() == PARTIAL ? have : 0;
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    try (InputStream body = answer.body();
        OutputStream file = writer(part, from)) {
      copy(body, file, from, length < 0 ? -1 : from + length, progress);
    } catch (IOException e) {
      throw ServerFailure.disk(e);
    }
  }

  /// A broken network and a full disk both throw; only the reader's side is the server's.
  private static void copy(
      InputStream body, OutputStream file, long from, long whole, Progress progress)
      throws IOException {
    var chunk = new byte[CHUNK];
    long come = from;
    for (int read = next(body, chunk); read >= 0; read = next(body, chunk)) {
      file.write(chunk, 0, read);
      come += read;
      progress.came(come, whole);
    }
  }

  private static int next(InputStream body, byte[] chunk) {
    try {
      return body.read(chunk);
    } catch (IOException e) {
      throw ServerFailure.unreachable(e);
    }
  }

  private static OutputStream writer(Path part, long from) throws IOException {
    return from > 0
        ? Files.newOutputStream(part, StandardOpenOption.APPEND)
        : Files.newOutputStream(part);
  }

  private static long size(Path part) {
    try {
      return Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      throw ServerFailure.disk(e);
    }
  }

  @Override
  public MessageContent.Media upload(Path file) {
    String name = Objects.toString(file.getFileName(), "");
    String answer =
        keys.with(token ->
            exchange.answer(
                exchange
                    .request("/v1/media", token)
                    .header("X-File-Name", percent(name))
                    .timeout(UPLOAD_TIMEOUT)
                    .header("Content-Type", MediaTypes.of(file))
                    .POST(content(file))
                    .build()));
    return content(Wire.read(answer, MediaDetails.class));
  }

  /// A file that the server took, ready to be sent.
  private static MessageContent.Media content(MediaDetails file) {
    return new MessageContent.Media(
        file.id(),
        file.kind(),
        file.mimeType(),
        file.bytes(),
        file.fileName(),
        null,
        false,
        file.state(),
        file.failure());
  }

  private static String percent(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpRequest.BodyPublisher content(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw ServerFailure.disk(e);
    }
  }
}
