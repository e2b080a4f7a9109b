package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Mind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Carries out what `./crm eval` is asked for: the bench's one door.
public final class Evaluation {

  private static final int DONE = 0;
  private static final int BAD_INPUT = 2;
  private static final String EMBEDDED = "embedded";
  private static final String HELP =
      """
      ./crm eval                       replays the suites that are shipped
           --suite DIR                 those of a folder, with menus/, instead
           --mind embedded|openrouter  who reads
           --split train|dev|test|all  which part of them
           --json FILE                 writes every figure and every failure, too
           --register FILE             notes what a prompt and its models came to there, and not
                                       in assistant/measured.json of the data folder
           --failures N                prints so many failures of each part (20)
      ./crm eval --intent FILE         text<TAB>label[<TAB>dialect], also --sentiment, --handover
           --labels MAPFILE            foreign<TAB>ours, for labels of one's own
           --menu FILE                 what the texts are about
      ./crm eval --parse --menu FILE   utterances on the standard input, carts out, a line each
           --context FILE              {"cart": …, "pending": …} before each of them
      ./crm eval --split-file FILE --into DIR   train, dev and test of a suite of one's own
      Formats: docs/evaluation.md
      """;

  private final Map<String, Supplier<Mind>> minds;
  private final Map<String, Registrar> registrars;
  private final Path shipped;

  /// @param minds those that can be measured, by name
  /// @param registrars of those minds whose prompt must be measured before it is used
  /// @param shipped the folder of suites that come with the program
  public Evaluation(
      Map<String, Supplier<Mind>> minds, Map<String, Registrar> registrars, Path shipped) {
    this.minds = Map.copyOf(minds);
    this.registrars = Map.copyOf(registrars);
    this.shipped = shipped;
  }

  /// Does it.
  ///
  /// @param err takes what is wrong with the request or with what it names
  /// @return the exit code: 0 if all was measured, 2 if something given cannot be
  public int run(
      List<String> arguments, InputStream in, Consumer<String> out, Consumer<String> err) {
    try {
      carryOut(Request.parse(arguments), in, out);
      return DONE;
    } catch (BadInput e) {
      e.faults().forEach(err);
    } catch (IOException e) {
      err.accept("standard input cannot be read: " + e.getMessage());
    }
    return BAD_INPUT;
  }

  private void carryOut(Request request, InputStream in, Consumer<String> out) throws IOException {
    if (request.has("--help")) {
      out.accept(HELP.stripTrailing());
    } else if (request.has("--split-file")) {
      split(request, out);
    } else if (request.has("--parse")) {
      SuiteMenu menu = MenuReader.read(needed(request, "--menu"));
      new CartWriter(mind(request), menu, request.path("--context")).write(in, out);
    } else {
      measure(request, out);
    }
  }

  private static void split(Request request, Consumer<String> out) {
    Path file = needed(request, "--split-file");
    Splitter.split(file, needed(request, "--into"))
        .forEach((split, lines) -> out.accept(split.folder() + " " + lines));
  }

  private void measure(Request request, Consumer<String> out) {
    Optional<Registrar> registrar = registrar(request);
    Trial trial = new Trial(mind(request), request, shipped);
    Optional<Path> json = request.path("--json");
    Report report = trial.run();
    report.lines(request.number("--failures", Report.FAILURES)).forEach(out);
    json.ifPresent(report::write);
    registrar.ifPresent(keeper -> register(keeper, request, report, out));
  }

  private Optional<Registrar> registrar(Request request) {
    String mind = request.text("--mind", EMBEDDED);
    if (request.has("--register") && !registrars.containsKey(mind)) {
      throw new BadInput("--register: the mind " + mind + " has no prompt to be registered");
    }
    return Optional.ofNullable(registrars.get(mind));
  }

  private static void register(
      Registrar registrar, Request request, Report report, Consumer<String> out) {
    List<String> lacking = Gates.lacking(report);
    out.accept("");
    if (lacking.isEmpty()) {
      enter(registrar, request, Gates.of(report), out);
    } else {
      out.accept("── Register: left as it is, for these were not measured: " + lacking);
    }
  }

  private static void enter(
      Registrar registrar, Request request, Registrar.Result result, Consumer<String> out) {
    try {
      Path file = registrar.enter(request.path("--register").orElse(null), result);
      out.accept("── Register: " + file);
      out.accept(result.passed() ? "passed" : "not passed: " + String.join("; ", result.missed()));
    } catch (UncheckedIOException e) {
      throw new BadInput("the register cannot be written: " + e.getMessage());
    }
  }

  private Mind mind(Request request) {
    String name = request.text("--mind", EMBEDDED);
    Supplier<Mind> mind = minds.get(name);
    if (mind == null) {
      throw new BadInput(
          "--mind " + name + ": there are " + minds.keySet().stream().sorted().toList());
    }
    try {
      return mind.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new BadInput("--mind " + name + ": " + e.getMessage());
    }
  }

  private static Path needed(Request request, String name) {
    return request.path(name).orElseThrow(() -> new BadInput(name + " is needed"));
  }
}
