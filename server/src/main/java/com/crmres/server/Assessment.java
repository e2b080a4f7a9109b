package com.crmres.server;

import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.assistant.evaluation.Evaluation;
import com.crmres.server.language.Lexicon;
import java.util.List;

/// The way in for the bench of the assistant.
public final class Assessment {

  private Assessment() {}

  /// Takes what `./crm eval` takes.
  public static void main(String[] arguments) {
    System.exit(
        new Evaluation(new EmbeddedMind(Lexicon.load()), IO::println).run(List.of(arguments)));
  }
}
