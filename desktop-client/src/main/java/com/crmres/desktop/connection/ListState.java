package com.crmres.desktop.connection;

/// The faces of every list that comes from the server.
public enum ListState {
  LOADING,
  READY,
  EMPTY,
  FAILED
}
