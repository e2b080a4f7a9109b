package com.crmres.bench.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL's own measuring tool: how many single-row transactions it commits in a second.
final class Pgbench {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private final Path program;
  private final int port;

  private Pgbench(Path program, int port) {
    this.program = program;
    this.port = port;
  }

  /// The tool, if this machine has it.
  static Optional<Pgbench> find(int port) throws IOException {
    List<Path> places =
        new ArrayList<>(
            Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(Path::of)
                .toList());
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> versions = Files.list(INSTALLED)) {
        versions.map(version -> version.resolve("bin")).forEach(places::add);
      }
    }
    return places.stream()
        .map(place -> place.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Pgbench(program, port));
  }

  /// Commits in a second of rows that hold `body`, which is in the statement already: pgbench need
  /// not even carry it over.
  double commitsPerSecond(byte[] body, int clients, int seconds)
      throws IOException, InterruptedException {
    Path script = Files.createTempFile("insert", ".sql");
    try {
      Files.writeString(
          script,
          "insert into bench_row (body) values ('\\x" + HexFormat.of().formatHex(body) + "');\n");
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "-h",
                  "127.0.0.1",
                  "-p",
                  Integer.toString(port),
                  "-U",
                  "postgres",
                  "-n",
                  "-M",
                  "prepared",
                  "-f",
                  script.toString(),
                  "-c",
                  Integer.toString(clients),
                  "-j",
                  Integer.toString(Math.min(2, clients)),
                  "-T",
                  Integer.toString(seconds),
                  "crm")
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher rate = RATE.matcher(said);
      if (process.waitFor() != 0 || !rate.find()) {
        throw new IOException("pgbench: " + said);
      }
      return Double.parseDouble(rate.group(1));
    } finally {
      Files.delete(script);
    }
  }
}
