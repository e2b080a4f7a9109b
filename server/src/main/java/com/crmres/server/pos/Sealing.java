package com.crmres.server.pos;

/// Seals what must not be read in the database.
public interface Sealing {

  byte[] seal(String secret, String owner);

  String open(byte[] sealed, String owner);
}
