package com.crmres.bench.house;

import com.crmres.common.identity.Session;
import com.crmres.common.identity.SignInRequest;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stubborn member of staff: repeats each call, with the same command id, until the server
/// answers it.
public final class Clerk {

  private static final int UNAUTHORISED = 401;
  private static final int CONFLICT = 409;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final int MINUTES = 20;

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private @Nullable Session session;

  public Clerk(URI server) {
    this.server = server;
  }

  /// Accepts every order that waits.
  ///
  /// @return those that this clerk accepted
  public List<OrderSummary> acceptAll() throws IOException, InterruptedException {
    List<OrderSummary> accepted = new ArrayList<>();
    for (OrderSummary order : page("/v1/orders?status=pending", OrderSummary.class).items()) {
      var change =
          new ChangeOrderRequest(
              UUID.randomUUID(), OrderAction.ACCEPT, order.version(), null, MINUTES);
      if (call("/v1/orders/" + order.id() + "/changes", Json.write(change)).statusCode()
          != CONFLICT) {
        accepted.add(order);
      }
    }
    return accepted;
  }

  /// What the server answers to a path.
  public String read(String path) throws IOException, InterruptedException {
    return call(path, null).body();
  }

  private <T> Page<T> page(String path, Class<T> type) throws IOException, InterruptedException {
    JavaType page = Json.MAPPER.getTypeFactory().constructParametricType(Page.class, type);
    return Json.MAPPER.readValue(call(path, null).body(), page);
  }

  private HttpResponse<String> call(String path, @Nullable String body)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        HttpResponse<String> answer = send(path, body);
        if (answer.statusCode() / 100 == 2 || answer.statusCode() == CONFLICT) {
          return answer;
        }
        if (answer.statusCode() == UNAUTHORISED) {
          session = null;
        } else if (answer.statusCode() < 500) {
          throw new IllegalStateException(path + ": " + answer.body());
        }
      } catch (IOException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  private HttpResponse<String> send(String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Authorization", "Bearer " + signedIn().accessToken());
    if (body != null) {
      request.POST(BodyPublishers.ofString(body));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private Session signedIn() throws IOException, InterruptedException {
    Session known = session;
    if (known != null) {
      return known;
    }
    String credentials = Json.write(new SignInRequest(House.OWNER, House.STAFF_PASSWORD));
    HttpRequest request =
        request("/v1/auth/sign-in").POST(BodyPublishers.ofString(credentials)).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("sign-in was answered " + answer.statusCode());
    }
    Session fresh = Json.read(answer.body(), Session.class);
    session = fresh;
    return fresh;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "application/json")
        .header("Accept-Language", "en");
  }
}
