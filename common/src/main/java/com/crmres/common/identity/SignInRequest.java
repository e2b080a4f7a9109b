package com.crmres.common.identity;

/// Asks for a session.
public record SignInRequest(String email, String password) {

  @Override
  public String toString() {
    return "SignInRequest[***]";
  }
}
