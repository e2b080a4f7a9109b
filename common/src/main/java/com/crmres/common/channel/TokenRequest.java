package com.crmres.common.channel;

/// Another token for a number.
public record TokenRequest(String accessToken) {

  @Override
  public String toString() {
    return "TokenRequest[***]";
  }
}
