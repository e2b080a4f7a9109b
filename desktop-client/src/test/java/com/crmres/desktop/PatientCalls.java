package com.crmres.desktop;

import com.crmres.desktop.connection.Calls;
import java.util.ArrayDeque;
import java.util.Queue;

/// Calls whose answers arrive when the test says so.
public final class PatientCalls {

  private final Queue<Runnable> asked = new ArrayDeque<>();
  private final Calls calls = new Calls(asked::add, Runnable::run);

  public Calls calls() {
    return calls;
  }

  /// Calls that are answered before they return.
  public static Calls immediate() {
    return new Calls(Runnable::run, Runnable::run);
  }

  public void answerAll() {
    while (!asked.isEmpty()) {
      asked.remove().run();
    }
  }

  /// Lets the answer to the last question arrive first.
  public void answerLast() {
    Runnable last = asked.stream().reduce((one, next) -> next).orElseThrow();
    asked.remove(last);
    last.run();
  }
}
