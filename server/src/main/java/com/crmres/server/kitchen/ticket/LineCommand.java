package com.crmres.server.kitchen.ticket;

/// What is asked of a line; [LineMove] says when it is allowed.
public enum LineCommand {
  /// The kitchen shall make it now.
  FIRE,
  START,
  FINISH,
  /// One step back.
  UNDO,
  REMAKE,
  /// Nobody goes on before something is decided.
  HOLD,
  RELEASE,
  /// It is not wanted any more.
  VOID,
  /// It is wanted after all.
  RESTORE
}
