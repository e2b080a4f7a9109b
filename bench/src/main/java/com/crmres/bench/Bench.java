package com.crmres.bench;

import com.crmres.bench.desktop.DesktopBench;
import com.crmres.bench.intake.IntakeBench;
import com.crmres.bench.mind.MindBench;
import com.crmres.bench.orders.OrdersBench;
import com.crmres.bench.trial.Trial;
import com.crmres.bench.trial.TrialPlan;
import com.crmres.bench.trial.Verdict;
import com.crmres.bench.weather.WeatherPlan;
import com.crmres.bench.weather.WeatherVerdict;
import com.crmres.bench.weather.WorstWeather;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The way in from the launcher: `trial`, `weather`, `intake`, `mind`, `orders` or `desktop`, and
/// what is to be done.
public final class Bench {

  private static final int BROKEN = 1;
  private static final int BAD_ARGUMENTS = 2;

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    try {
      Flags flags = Flags.parse(arguments.stream().skip(1).toList());
      return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
        case "trial" -> trial(flags);
        case "weather" -> weather(flags);
        case "intake" -> intake(flags);
        case "mind" -> mind(flags);
        case "orders" -> orders(flags);
        case "desktop" -> desktop(flags);
        default ->
            throw new IllegalArgumentException(
                "which? trial, weather, intake, mind, orders, desktop");
      };
    } catch (IllegalArgumentException e) {
      IO.println(String.valueOf(e.getMessage()));
      return BAD_ARGUMENTS;
    }
  }

  private static int trial(Flags flags) throws Exception {
    TrialPlan plan =
        new TrialPlan(
            flags.number("--seed", System.currentTimeMillis()),
            (int) flags.number("--customers", 60),
            (int) flags.number("--kills", 50),
            (int) flags.number("--nodes", 1));
    Verdict verdict = new Trial(plan, IO::println).run();
    verdict.faults().forEach(fault -> IO.println("  " + fault));
    IO.println(verdict.line());
    return verdict.isClean() ? 0 : BROKEN;
  }

  private static int weather(Flags flags) throws Exception {
    WeatherPlan promised = WeatherPlan.promised(flags.number("--seed", System.currentTimeMillis()));
    WeatherPlan plan = promised.of((int) flags.number("--messages", promised.messages()));
    WeatherVerdict verdict = new WorstWeather(plan, IO::println).run();
    verdict.faults().forEach(fault -> IO.println("  " + fault));
    IO.println(verdict.line());
    return verdict.isClean() ? 0 : BROKEN;
  }

  private static int intake(Flags flags) throws Exception {
    int seconds = (int) flags.number("--seconds", 5);
    return new IntakeBench(seconds, flags.has("--json")).run() ? 0 : BROKEN;
  }

  private static int orders(Flags flags) throws Exception {
    long past = flags.number("--past", 1_000_000);
    return new OrdersBench(past, flags.has("--json")).run() ? 0 : BROKEN;
  }

  private static int desktop(Flags flags) throws Exception {
    var plan =
        new DesktopBench.Plan(
            (int) flags.number("--conversations", 100_000),
            (int) flags.number("--messages", 10_000),
            (int) flags.number("--frames", 300),
            (int) flags.number("--seconds", 60),
            (int) flags.number("--shift", 240));
    List<DesktopBench.Part> parts = flags.anyOf("--part", DesktopBench.Part.class);
    return new DesktopBench(plan, flags.has("--json")).run(parts) ? 0 : BROKEN;
  }

  private static int mind(Flags flags) {
    new MindBench(flags.has("--json")).run();
    return 0;
  }
}
