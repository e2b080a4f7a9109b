package com.crmres.server.assistant.mode;

/// What came of deciding about a suggestion.
sealed interface Outcome {

  /// It is as it was decided, now or by the same command before.
  record Done(Kept kept) implements Outcome {}

  /// The customer wrote on, people took over, or it would say or do something else by now.
  record Overtaken() implements Outcome {}

  /// Somebody else was faster, or it went out by itself.
  record DecidedAlready() implements Outcome {}

  /// The command was used for something else.
  record CommandReused() implements Outcome {}

  /// Only a template may be sent to the customer now; the suggestion waits on.
  record WindowClosed() implements Outcome {}
}
