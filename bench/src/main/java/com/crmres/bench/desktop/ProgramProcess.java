package com.crmres.bench.desktop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The program in a process of its own, started as the launcher starts it, only without a display.
final class ProgramProcess implements AutoCloseable {

  /// Drawn in software, in whichever window there is.
  private static final List<String> SOFTWARE = List.of("-Dprism.order=sw", "-Duser.language=ar");

  private static final String WITHOUT_WINDOW = "-Dglass.platform=Headless";
  private static final String FIGURE = "figure ";
  private static final double KILOBYTES = 1024;

  private final Process process;
  private final long started = System.nanoTime();
  private final BufferedReader said;
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();

  /// Starts it.
  ///
  /// @param options for Java beside the launcher's
  /// @param command class and arguments
  ProgramProcess(List<String> options, List<String> command) throws IOException {
    List<String> whole = new ArrayList<>();
    whole.add(System.getProperty("crm.java", ownJava()));
    whole.addAll(SOFTWARE);
    if (System.getenv("DISPLAY") == null) {
      whole.add(WITHOUT_WINDOW);
    }
    whole.addAll(launcherOptions());
    whole.addAll(options);
    whole.add("-cp");
    whole.add(classPath());
    whole.addAll(command);
    this.process = new ProcessBuilder(whole).redirectErrorStream(true).start();
    this.said = process.inputReader();
    // A measurement that is broken off leaves nobody behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  private static String ownJava() {
    return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
  }

  /// One a line: a path may have a space.
  private static List<String> launcherOptions() {
    String options =
        System.getProperty(
            "crm.desktop.options",
            """
            -XX:+UseSerialGC
            -XX:TieredStopAtLevel=1
            -Xmx512m
            --enable-native-access=ALL-UNNAMED\
            """);
    return List.of(options.split("\\R", -1));
  }

  /// The program's own first, as an AOT cache demands, then ours.
  private static String classPath() {
    String ours = System.getProperty("java.class.path", "");
    String theirs = System.getProperty("crm.desktop.classpath", "");
    return theirs.isEmpty() ? ours : theirs + File.pathSeparator + ours;
  }

  /// Reads what it says until a line fits.
  ///
  /// @return milliseconds from its start to that line
  double awaitLine(Predicate<String> fits) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      words.add(line);
      if (fits.test(line)) {
        return (System.nanoTime() - started) / 1e6;
      }
    }
    throw new IOException("the program ended: " + lastWords());
  }

  /// Reads what it says to its end.
  ///
  /// @return the figures among it
  Map<String, Double> figures() throws IOException, InterruptedException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      words.add(line);
      if (line.startsWith(FIGURE)) {
        String[] parts = line.split(" ", -1);
        figures.put(parts[1], Double.valueOf(parts[2]));
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("the program failed: " + lastWords());
    }
    return figures;
  }

  private String lastWords() {
    int from = Math.max(0, words.size() - 30);
    return String.join("\n", words.subList(from, words.size()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// What it has of the machine's memory, where the machine tells.
  double residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILOBYTES;
      }
    }
    return Double.NaN;
  }

  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the program does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
