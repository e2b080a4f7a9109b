package com.crmres.server.database;

/// Where a PostgreSQL is, and as whom to go there.
///
/// @param url JDBC URL
public record DatabaseAddress(String url, String user, String password) {

  @Override
  public String toString() {
    return "DatabaseAddress[url=%s, user=%s, ***]".formatted(url, user);
  }
}
