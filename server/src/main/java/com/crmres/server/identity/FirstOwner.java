package com.crmres.server.identity;

import org.jspecify.annotations.Nullable;

/// The owner that an empty database was given.
///
/// @param generatedPassword to be printed once; null if the operator chose the password himself
public record FirstOwner(String email, @Nullable String generatedPassword) {

  @Override
  public String toString() {
    return "FirstOwner[***]";
  }
}
