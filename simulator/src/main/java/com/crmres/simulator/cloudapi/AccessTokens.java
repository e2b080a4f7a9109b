package com.crmres.simulator.cloudapi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The tokens that the API takes at this moment.
public final class AccessTokens {

  private final Set<String> good = ConcurrentHashMap.newKeySet();

  AccessTokens(String first) {
    good.add(first);
  }

  public void grant(String token) {
    good.add(token);
  }

  /// From now on it is answered with error 190.
  public void revoke(String token) {
    good.remove(token);
  }

  boolean isGood(String token) {
    return good.contains(token);
  }

  @Override
  public String toString() {
    return "AccessTokens[***]";
  }
}
