package com.crmres.bench.desktop;

import com.crmres.common.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Measures the desktop program as staff have it before them: scrolling, a rush, its start, a long
/// shift.
public final class DesktopBench {

  /// What can be measured by itself.
  public enum Part {
    SCROLL,
    LIVE,
    START,
    SHIFT
  }

  /// How much of it.
  ///
  /// @param conversations in the list that is scrolled
  /// @param messages in the thread that is scrolled
  /// @param frames of each kind of scrolling
  /// @param rushSeconds with 200 events in each
  /// @param shiftSeconds into which eight hours are pressed
  public record Plan(
      int conversations, int messages, int frames, int rushSeconds, int shiftSeconds) {}

  private static final String DRIVE = "com.crmres.bench.desktop.Drive";
  private static final int RUSH = 200;
  private static final int SHIFT_EVENTS = 100;
  private static final int BUSY_BRANCH = 2_000;
  private static final int LIST_PAGE = 5_000;
  private static final long SAMPLE_MILLIS = 500;

  private final Plan plan;
  private final boolean json;
  private final Map<String, Double> measured = new LinkedHashMap<>();

  public DesktopBench(Plan plan, boolean json) {
    this.plan = plan;
    this.json = json;
  }

  /// Measures and prints.
  ///
  /// @return whether everything holds that must
  public boolean run(List<Part> parts) throws Exception {
    for (Part part : parts) {
      progress(part);
      switch (part) {
        case SCROLL -> scroll();
        case LIVE -> live();
        case START -> measured.putAll(new Start().measure());
        case SHIFT -> shift();
      }
    }
    var figures = new DeskFigures(measured);
    IO.println(json ? Json.write(figures) : figures.table());
    return figures.claims().stream().allMatch(DeskFigures.Claim::holds);
  }

  private void scroll() throws IOException, InterruptedException {
    try (Loopback server = new Loopback(plan.conversations(), LIST_PAGE, plan.messages(), 0);
        ProgramProcess program =
            drive(server, "scroll", plan.conversations(), plan.messages(), plan.frames())) {
      measured.putAll(program.figures());
    }
  }

  private void live() throws IOException, InterruptedException {
    try (Loopback server = new Loopback(BUSY_BRANCH, 500, 1_000, RUSH);
        ProgramProcess program = drive(server, "live", plan.rushSeconds())) {
      measured.putAll(program.figures());
      measured.put("live.events", (double) server.told());
    }
  }

  private void shift() throws IOException, InterruptedException {
    try (Loopback server = new Loopback(BUSY_BRANCH, 500, 1_000, SHIFT_EVENTS);
        ProgramProcess program = drive(server, "shift", plan.shiftSeconds())) {
      List<Double> resident = Collections.synchronizedList(new ArrayList<>());
      Thread sampler = Thread.ofPlatform().daemon().start(() -> sample(program, resident));
      measured.putAll(program.figures());
      sampler.join();
      measured.put("shift.events", (double) server.told());
      measured.put("shift.resident.median", Spread.of(resident).median());
      measured.put("shift.resident.last", resident.getLast());
      measured.put("shift.resident.most", Spread.of(resident).worst());
    }
  }

  private static void sample(ProgramProcess program, List<Double> resident) {
    try {
      while (program.isAlive()) {
        double now = program.residentMegabytes();
        // A process that is ending has none left to tell of.
        if (!Double.isNaN(now)) {
          resident.add(now);
        }
        Thread.sleep(SAMPLE_MILLIS);
      }
    } catch (IOException ended) {
      // It ended between two looks.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProgramProcess drive(Loopback server, String part, int... amounts)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(DRIVE, server.uri().toString(), part));
    IntStream.of(amounts).mapToObj(Integer::toString).forEach(command::add);
    return new ProgramProcess(List.of(), command);
  }

  private void progress(Part part) {
    if (!json) {
      IO.println("measuring: " + part.name().toLowerCase(Locale.ROOT));
    }
  }
}
