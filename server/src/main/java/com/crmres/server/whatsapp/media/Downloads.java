package com.crmres.server.whatsapp.media;

import com.crmres.server.http.Hosts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Opens the address of a file at WhatsApp; calls nobody who is not on the list, wherever a
/// redirect may point.
public final class Downloads {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

  /// 100 MB at 8 Mbit/s; shorter than the fetcher's lease.
  private static final Duration LIMIT = Duration.ofSeconds(110);

  private static final int MOST_REDIRECTS = 3;

  /// WhatsApp answers callers without a name with an error page (whatsapp-cloud-api.md 5).
  private static final String AGENT = "CRM-RES/1";

  private final MediaHosts hosts;
  private final Duration limit;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_LIMIT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /// Makes the client.
  ///
  /// @param graph where the Graph API is
  /// @param hosts where WhatsApp keeps files
  public Downloads(URI graph, List<String> hosts) {
    this(new MediaHosts(graph, hosts, new Hosts(InetAddress::getAllByName)), LIMIT);
  }

  /// Makes a client of another patience.
  ///
  /// @param limit how long a download may take from its beginning to its end
  Downloads(MediaHosts hosts, Duration limit) {
    this.hosts = hosts;
    this.limit = limit;
  }

  /// What came of opening an address.
  sealed interface Opened {}

  /// Bytes come, whether or not they are the file's.
  ///
  /// @param length as announced; null if it was not
  /// @param type as announced
  record Body(InputStream bytes, @Nullable Long length, @Nullable String type, Thread watch)
      implements Opened, AutoCloseable {
    @Override
    public void close() throws IOException {
      watch.interrupt();
      bytes.close();
    }
  }

  /// WhatsApp has nothing there, or no longer.
  record Missing(int status) implements Opened {}

  /// It is no address that the server calls.
  ///
  /// @param host whose it is, for the operator
  record Forbidden(@Nullable String host) implements Opened {}

  /// Not now.
  record Failed(String reason) implements Opened {}

  /// Opens an address.
  Opened open(URI address, String token) throws InterruptedException {
    URI next = address;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      if (!hosts.isAllowed(next)) {
        return new Forbidden(next.getHost());
      }
      HttpResponse<InputStream> response;
      try {
        response = http.send(request(next, token), HttpResponse.BodyHandlers.ofInputStream());
      } catch (IOException e) {
        return new Failed(e.getClass().getSimpleName());
      }
      URI target = target(next, response);
      if (target == null) {
        return read(response);
      }
      close(response);
      next = target;
    }
    return new Failed("too many redirects");
  }

  private static HttpRequest request(URI address, String token) {
    return HttpRequest.newBuilder(address)
        .timeout(ANSWER_LIMIT)
        .header("Authorization", "Bearer " + token)
        .header("User-Agent", AGENT)
        .header("Accept", "*/*")
        .GET()
        .build();
  }

  /// Where a redirect points; null if the answer is none.
  private static @Nullable URI target(URI from, HttpResponse<InputStream> response) {
    if (!List.of(301, 302, 303, 307, 308).contains(response.statusCode())) {
      return null;
    }
    try {
      return response.headers().firstValue("Location").map(from::resolve).orElse(null);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private Opened read(HttpResponse<InputStream> response) {
    if (response.statusCode() == 200) {
      long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      return new Body(
          response.body(),
          length < 0 ? null : length,
          response.headers().firstValue("Content-Type").orElse(null),
          watch(response.body()));
    }
    close(response);
    return switch (response.statusCode()) {
      case 404, 410 -> new Missing(response.statusCode());
      default -> new Failed("HTTP " + response.statusCode());
    };
  }

  /// The client's own limits end with the headers; a body that trickles is cut off here.
  private Thread watch(InputStream body) {
    return Thread.ofVirtual()
        .name("download limit")
        .start(() -> {
          try {
            Thread.sleep(limit);
            body.close();
          } catch (InterruptedException | IOException _) {
            // It came to its end by itself, or is closed already.
          }
        });
  }

  private static void close(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException _) {
      // What is not read need not be closed well.
    }
  }
}
