package com.crmres.bench.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long it takes from the start of the process until the sign-in can be used, with and without
/// a cache of what Java otherwise does anew at each start.
final class Start {

  private static final String MAIN = "com.crmres.desktop.Main";
  private static final int TIMES = 7;

  Map<String, Double> measure() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("crm-start");
    Path cache = folder.resolve("desktop.aot");
    Map<String, Double> figures = new LinkedHashMap<>();
    long start = System.nanoTime();
    rehearse(cache, folder);
    figures.put("start.rehearsal", (System.nanoTime() - start) / 1e6);
    figures.put("start.cache.megabytes", Files.size(cache) / 1024.0 / 1024);
    put(figures, "start.plain", List.of("-XX:AOTMode=off"), folder);
    put(figures, "start.cached", List.of("-XX:AOTCache=" + cache), folder);
    return figures;
  }

  private static void rehearse(Path cache, Path folder) throws IOException, InterruptedException {
    try (ProgramProcess program =
        new ProgramProcess(List.of("-XX:AOTCacheOutput=" + cache), command(folder, "--rehearse"))) {
      Map<String, Double> none = program.figures();
      if (!none.isEmpty() || !Files.exists(cache)) {
        throw new IOException("the rehearsal made no cache");
      }
    }
  }

  private static void put(
      Map<String, Double> figures, String name, List<String> options, Path folder)
      throws IOException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      try (ProgramProcess program = new ProgramProcess(options, command(folder))) {
        millis.add(program.awaitLine(line -> line.contains("sign-in shown")));
      }
    }
    Spread spread = Spread.of(millis);
    figures.put(name + ".median", spread.median());
    figures.put(name + ".worst", spread.worst());
  }

  private static List<String> command(Path folder, String... more) {
    List<String> command = new ArrayList<>(List.of(MAIN, "--folder", folder.toString()));
    command.addAll(List.of(more));
    return command;
  }
}
