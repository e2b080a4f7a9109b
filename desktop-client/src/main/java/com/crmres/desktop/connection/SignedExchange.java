package com.crmres.desktop.connection;

import com.fasterxml.jackson.core.type.TypeReference;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/// Questions in the name of whoever is signed in.
final class SignedExchange {

  private final HttpExchange exchange;
  private final SessionKeys keys;

  SignedExchange(HttpExchange exchange, SessionKeys keys) {
    this.exchange = exchange;
    this.keys = keys;
  }

  <T> T get(String path, TypeReference<T> type) {
    return keys.with(token -> exchange.ask("GET", path, null, token, type));
  }

  <T> T post(String path, @Nullable Object body, Class<T> type) {
    return post(path, body, type(type));
  }

  <T> T post(String path, @Nullable Object body, TypeReference<T> type) {
    return keys.with(token -> exchange.ask("POST", path, body, token, type));
  }

  <T> T put(String path, Object body, Class<T> type) {
    return keys.with(token -> exchange.ask("PUT", path, body, token, type(type)));
  }

  /// Puts what is answered with no words.
  void put(String path, Object body) {
    var _ = keys.with(token -> exchange.tell("PUT", path, body, token));
  }

  void delete(String path) {
    var _ = keys.with(token -> exchange.tell("DELETE", path, null, token));
  }

  /// Posts what needs no words and is answered with none.
  void tell(String path) {
    var _ = keys.with(token -> exchange.tell("POST", path, null, token));
  }

  static <T> TypeReference<T> type(Class<T> type) {
    return new TypeReference<>() {
      @Override
      public Type getType() {
        return type;
      }
    };
  }
}
