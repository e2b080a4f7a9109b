package com.crmres.server.identity;

import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.JwtValidator;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkKeys;
import io.helidon.security.jwt.jwk.JwkOctet;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Short-lived signed tokens that say who asks, and nothing about what he may.
public final class AccessTokens {

  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final String ISSUER = "crm-res";
  private static final String AUDIENCE = "crm-res-api";
  private static final String KEY_ID = "1";
  private static final String RESTAURANT = "restaurant";

  private static final JwtValidator VALIDATOR =
      JwtValidator.builder().addIssuerValidator(ISSUER).addAudienceValidator(AUDIENCE).build();

  private final Clock clock;
  private final JwkKeys keys;

  public AccessTokens(Clock clock, TokenKey key) {
    this.clock = clock;
    this.keys = JwkKeys.builder().addKey(signingKey(key)).build();
  }

  /// What a token says.
  record Content(UUID staffId, UUID restaurantId, Instant expiresAt) {}

  /// A token and its end.
  record Issued(String token, Instant expiresAt) {}

  Issued issue(UUID staffId, UUID restaurantId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(LIFE);
    Jwt jwt =
        Jwt.builder()
            .keyId(KEY_ID)
            .type("JWT")
            .algorithm(JwkOctet.ALG_HS256)
            .issuer(ISSUER)
            .addAudience(AUDIENCE)
            .subject(staffId.toString())
            .addPayloadClaim(RESTAURANT, restaurantId.toString())
            .issueTime(now)
            .expirationTime(end)
            .build();
    return new Issued(SignedJwt.sign(jwt, keys).tokenContent(), end);
  }

  /// What a valid token says; empty for one that is expired, forged, or without an end.
  Optional<Content> read(String token) {
    try {
      SignedJwt signed = SignedJwt.parseToken(token);
      Jwt jwt = signed.getJwt();
      boolean ours =
          jwt.algorithm().filter(JwkOctet.ALG_HS256::equals).isPresent()
              && signed.verifySignature(keys).isValid()
              && VALIDATOR.validate(jwt).isValid();
      return ours ? content(jwt) : Optional.empty();
    } catch (RuntimeException _) {
      // The library meets foreign bytes with exceptions of many kinds; each means: not ours.
      return Optional.empty();
    }
  }

  private Optional<Content> content(Jwt jwt) {
    return jwt.expirationTime()
        .filter(end -> clock.instant().isBefore(end))
        .flatMap(end ->
            jwt.subject().flatMap(staff -> restaurant(jwt).map(id -> content(staff, id, end))));
  }

  private static Content content(String staffId, String restaurantId, Instant end) {
    return new Content(UUID.fromString(staffId), UUID.fromString(restaurantId), end);
  }

  private static Optional<String> restaurant(Jwt jwt) {
    return jwt.payloadClaim(RESTAURANT)
        .filter(JsonString.class::isInstance)
        .map(claim -> ((JsonString) claim).getString());
  }

  private static JwkOctet signingKey(TokenKey key) {
    return JwkOctet.create(
        Json.createObjectBuilder()
            .add("kty", "oct")
            .add("kid", KEY_ID)
            .add("alg", JwkOctet.ALG_HS256)
            .add("k", Secrets.text(key.derived("access tokens")))
            .build());
  }
}
