package com.crmres.common.identity;

/// Trades a refresh token for a new session; each token works once.
public record RefreshRequest(String refreshToken) {

  @Override
  public String toString() {
    return "RefreshRequest[***]";
  }
}
