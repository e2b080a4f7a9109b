package com.crmres.server.whatsapp.media;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.server.media.Arrival;
import com.crmres.server.media.Arrivals;
import com.crmres.server.media.MediaFile;
import com.crmres.server.media.MediaRules;
import com.crmres.server.media.MimeType;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One attempt to fetch a file from WhatsApp (whatsapp-cloud-api.md 5); knows no database.
public final class Fetching {

  /// WhatsApp says that it has no such file, or cannot give it.
  private static final Set<Integer> MISSING = Set.of(100, 131009, 131052);

  private static final Set<String> PAGES = Set.of("text/html", "application/json");

  private final GraphApi graph;
  private final Downloads downloads;
  private final Arrivals arrivals;
  private final UnaryOperator<String> tokens;

  public Fetching(
      GraphApi graph, Downloads downloads, Arrivals arrivals, UnaryOperator<String> tokens) {
    this.graph = graph;
    this.downloads = downloads;
    this.arrivals = arrivals;
    this.tokens = tokens;
  }

  /// Where a file lies at WhatsApp.
  private record Place(URI url, @Nullable String sha256, @Nullable Long bytes) {}

  /// Tries the address of the webhook once, then asks for a new one, as often as need be.
  Fetched attempt(FetchStore.Held held, MediaFile file) throws InterruptedException {
    URI direct = held.attempt() == 1 ? address(held.url()) : null;
    if (direct != null) {
      Fetched fetched = load(held, file, new Place(direct, held.sha256(), null));
      if (!(fetched instanceof Fetched.Later)) {
        return fetched;
      }
    }
    String token = tokens.apply(held.phoneNumberId());
    Map<String, String> query = Map.of("phone_number_id", held.phoneNumberId());
    return switch (graph.get(held.whatsAppId(), query, token)) {
      case GraphAnswer.Done(JsonNode answer) -> found(held, file, answer);
      case GraphAnswer.Refused refused ->
          new Fetched.Later(
              "WhatsApp's code " + refused.code(),
              MISSING.contains(refused.code()) ? MediaFailure.GONE : null);
      case GraphAnswer.NotSent(String reason) -> new Fetched.Later(reason, null);
      case GraphAnswer.InDoubt(String reason) -> new Fetched.Later(reason, null);
    };
  }

  private Fetched found(FetchStore.Held held, MediaFile file, JsonNode answer)
      throws InterruptedException {
    URI url = address(answer.path("url").asText(null));
    if (url == null) {
      return new Fetched.Later("an answer without address", null);
    }
    String hash = answer.path("sha256").asText("");
    // A number, or its digits as a text.
    long size = answer.path("file_size").asLong(-1);
    return load(
        held, file, new Place(url, hash.isEmpty() ? held.sha256() : hash, size < 0 ? null : size));
  }

  private Fetched load(FetchStore.Held held, MediaFile file, Place place)
      throws InterruptedException {
    if (isTooLarge(file, place.bytes())) {
      return new Fetched.Never(MediaFailure.TOO_LARGE);
    }
    return switch (downloads.open(place.url(), tokens.apply(held.phoneNumberId()))) {
      case Downloads.Body body -> receive(file, place, body);
      case Downloads.Missing(int status) -> new Fetched.Later("HTTP " + status, MediaFailure.GONE);
      case Downloads.Forbidden(String host) ->
          new Fetched.Later("host " + host + " is not in WHATSAPP_MEDIA_HOSTS", null);
      case Downloads.Failed(String reason) -> new Fetched.Later(reason, null);
    };
  }

  private Fetched receive(MediaFile file, Place place, Downloads.Body download) {
    try (Downloads.Body body = download) {
      String type = MimeType.bare(body.type());
      if (PAGES.contains(type) && !type.equals(file.declaredMime())) {
        return new Fetched.Later("a page instead of a file", MediaFailure.DAMAGED);
      }
      if (isTooLarge(file, body.length()) && !isShorterThan(place, body)) {
        return new Fetched.Never(MediaFailure.TOO_LARGE);
      }
      Arrivals.Announced announced =
          new Arrivals.Announced(file.declaredMime(), place.sha256(), place.bytes());
      return judged(arrivals.receive(file.id(), file.kind(), announced, body.bytes()), place);
    } catch (IOException e) {
      return new Fetched.Later(e.getClass().getSimpleName(), null);
    }
  }

  /// Bytes that are proven to be the sender's will not change; others may be an error's.
  private static Fetched judged(Arrival arrival, Place place) {
    return switch (arrival) {
      case Arrival.Landed landed -> new Fetched.Here(landed);
      case Arrival.Refused(MediaFailure reason)
          when (reason == MediaFailure.TOO_LARGE && place.bytes() == null)
              || (reason == MediaFailure.WRONG_TYPE && place.sha256() != null) ->
          new Fetched.Never(reason);
      case Arrival.Refused(MediaFailure reason) ->
          new Fetched.Later("bytes refused: " + reason, reason);
    };
  }

  /// WhatsApp named a lesser size, so what comes is not the file.
  private static boolean isShorterThan(Place place, Downloads.Body body) {
    return place.bytes() != null && body.length() != null && place.bytes() < body.length();
  }

  private static boolean isTooLarge(MediaFile file, @Nullable Long bytes) {
    return bytes != null && bytes > MediaRules.mostBytes(file.kind());
  }

  private static @Nullable URI address(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : URI.create(text.strip());
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
