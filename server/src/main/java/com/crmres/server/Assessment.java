package com.crmres.server;

import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.assistant.evaluation.Evaluation;
import com.crmres.server.language.Lexicon;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The way in for the bench of the assistant.
public final class Assessment {

  private Assessment() {}

  /// Takes what `./crm eval` takes.
  public static void main(String[] arguments) throws IOException, URISyntaxException {
    Evaluation evaluation =
        new Evaluation(
            Map.of(
                "embedded",
                () -> new EmbeddedMind(Lexicon.load()),
                "openrouter",
                MindWiring::forMeasuring),
            Map.of("openrouter", MindWiring.registrar()),
            shipped());
    System.exit(evaluation.run(List.of(arguments), System.in, IO::println, System.err::println));
  }

  /// The suites that come with the program, in its jar or beside its classes.
  private static Path shipped() throws IOException, URISyntaxException {
    URI suites =
        Objects.requireNonNull(Assessment.class.getResource("/suites"), "no suites").toURI();
    return suites.getScheme().equals("jar")
        ? FileSystems.newFileSystem(suites, Map.of()).getPath("/suites")
        : Path.of(suites);
  }
}
