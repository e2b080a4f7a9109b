package com.crmres.simulator.demo;

import com.crmres.common.menu.MenuDetails;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Crowd;
import com.crmres.simulator.customers.Dish;
import com.crmres.simulator.customers.Visit;
import com.crmres.simulator.openrouter.Behaviour;
import com.crmres.simulator.openrouter.ObedientModel;
import com.crmres.simulator.payload.BusinessNumber;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/// Runs everything together and shows it: `./crm demo`.
public final class Demo implements AutoCloseable {

  private static final int OK = 0;
  private static final int SOMETHING_MISSING = 1;
  private static final int BAD_ARGUMENTS = 2;
  private static final Duration QUIET_LIMIT = Duration.ofSeconds(60);

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private static final BusinessNumber NUMBER =
      new BusinessNumber("104857600123456", "109876543210987", "966115550199", "Demo");

  private final DemoSettings settings;
  private final Transcript transcript;
  private final Clock clock;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private volatile boolean stopped;

  private Demo(DemoSettings settings, Transcript transcript, Clock clock) {
    this.settings = settings;
    this.transcript = transcript;
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    QuietLog.install();
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), System.getProperties(), out));
  }

  static int run(List<String> arguments, Properties launcher, PrintStream out) {
    try {
      var settings = DemoSettings.read(arguments, launcher, System.getenv());
      Clock clock = Clock.systemUTC();
      Transcript transcript = new Transcript(out, clock, new Texts(settings.language()));
      try (Demo demo = new Demo(settings, transcript, clock)) {
        Runtime.getRuntime().addShutdownHook(new Thread(demo::stopByHand, "demo-stop"));
        return demo.playWell();
      }
    } catch (BadArguments wrong) {
      Texts texts = new Texts(Locale.getDefault());
      out.println(texts.get("bad.arguments", String.valueOf(wrong.getMessage())));
      return BAD_ARGUMENTS;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return OK;
    }
  }

  private int playWell() throws InterruptedException {
    try {
      return play();
    } catch (IOException failed) {
      if (!stopped) {
        transcript.note("failed", String.valueOf(failed.getMessage()));
      }
      return SOMETHING_MISSING;
    }
  }

  /// Ctrl-C. At the ordinary end everything is closed already and this does nothing.
  private void stopByHand() {
    stopped = true;
    if (isOpen()) {
      transcript.note("stopping");
      close();
    }
  }

  private synchronized boolean isOpen() {
    return !open.isEmpty();
  }

  private int play() throws IOException, InterruptedException {
    prepareData();
    Secrets secrets = Secrets.with(StaffPassword.of(settings.passwordFile()));
    Simulator simulator = keep(startSimulator(secrets));
    transcript.note("simulator.started", simulator.url(), settings.seed());
    if (settings.model()) {
      transcript.note("model.started", simulator.openRouterUrl());
    }
    ServerProcess server =
        keep(new ServerProcess(settings, secrets, NUMBER, simulator, transcript));
    transcript.note("server.starting", server.log());
    long begin = System.nanoTime();
    server.start();
    transcript.note("server.ready", server.url(), (System.nanoTime() - begin) / 1_000_000);
    checkWebhook(simulator);

    StaffDesk desk = new StaffDesk(server.url(), ServerProcess.OWNER, secrets.staffPassword());
    desk.signIn();
    transcript.note("staff.signed.in", ServerProcess.OWNER, settings.passwordFile());
    Crowd crowd = simulator.crowd(menu(desk), settings.load()).withPatience(PATIENCE);
    listen(simulator);
    Evening evening = new Evening(crowd);
    return settings.desktop().isPresent()
        ? withDesktop(settings.desktop().get(), evening, server, secrets)
        : withoutDesktop(evening, desk, simulator);
  }

  private int withDesktop(String classPath, Evening evening, ServerProcess server, Secrets secrets)
      throws IOException, InterruptedException {
    DesktopProcess desktop =
        keep(
            DesktopProcess.open(
                settings, classPath, server.url(), ServerProcess.OWNER, secrets.staffPassword()));
    transcript.note("desktop.opened");
    Thread customers = inBackground(evening, 0);
    int code = desktop.awaitClosed();
    customers.interrupt();
    transcript.note("desktop.closed", code);
    return code == 0 ? OK : SOMETHING_MISSING;
  }

  private int withoutDesktop(Evening evening, StaffDesk desk, Simulator simulator)
      throws IOException, InterruptedException {
    StaffShift shift = keep(new StaffShift(desk, transcript, clock));
    shift.begin();
    transcript.note("evening.begins");
    List<Visit> visits = evening.play();
    transcript.note("evening.ends");
    awaitEnd(simulator, shift);
    Account account =
        new Audit(desk, transcript).balance(simulator.ledger(), shift.orders(), shift.accepted());
    new Summary(transcript).print(account, visits, shift.boardTimes(), simulator.deliveries());
    if (settings.keep()) {
      transcript.note("keep");
      evening.trickle(Evening.castSize());
    }
    return account.isBalanced() ? OK : SOMETHING_MISSING;
  }

  /// Webhooks answered, staff done, nobody about to speak.
  private static void awaitEnd(Simulator simulator, StaffShift shift) throws InterruptedException {
    long end = System.nanoTime() + QUIET_LIMIT.toNanos();
    while (!shift.isDone() && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    simulator.awaitQuiet(QUIET_LIMIT, Duration.ofSeconds(8));
  }

  private Thread inBackground(Evening evening, int from) {
    return Thread.ofVirtual()
        .name("customers")
        .start(() -> {
          try {
            evening.trickle(from);
          } catch (InterruptedException windowClosed) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private Simulator startSimulator(Secrets secrets) {
    URI webhook = URI.create("http://127.0.0.1:" + settings.port() + "/v1/webhooks/whatsapp");
    return Simulator.builder()
        .seed(settings.seed())
        .appSecret(secrets.appSecret())
        .verifyToken(secrets.verifyToken())
        .accessToken(secrets.accessToken())
        .openRouterKey(secrets.modelKey())
        .model(new ObedientModel())
        .openRouter(Behaviour.anyModel())
        .numbers(NUMBER)
        .webhook(webhook)
        .clock(clock)
        .build()
        .start();
  }

  private void checkWebhook(Simulator simulator) throws IOException, InterruptedException {
    if (!simulator.verifyWebhook()) {
      throw new IOException(transcript.text("webhook.unverified"));
    }
    transcript.note("webhook.verified");
  }

  private void listen(Simulator simulator) {
    simulator
        .spoken()
        .onSaid(said ->
            transcript.said(
                String.valueOf(said.customer().name()),
                "›",
                said.text().isEmpty() ? transcript.text("kind." + said.kind()) : said.text()));
    simulator
        .sends()
        .onSend(
            send -> transcript.said(String.valueOf(send.customer().name()), "‹", written(send)));
  }

  private static String written(Send send) {
    String options =
        String.join(" ", send.options().stream().map(o -> "[" + o.title() + "]").toList());
    return options.isEmpty() ? send.text() : send.text() + "  " + options;
  }

  /// What the first branch sells now.
  private static List<Dish> menu(StaffDesk desk) throws IOException, InterruptedException {
    BranchSummary branch = desk.all("/v1/branches", "after", BranchSummary.class).getFirst();
    return desk.get("/v1/menu?branch=" + branch.id(), MenuDetails.class).categories().stream()
        .flatMap(category -> category.items().stream())
        .filter(MenuDetails.Item::available)
        .map(item -> new Dish(item.name().ar(), item.name().en()))
        .toList();
  }

  private void prepareData() throws IOException {
    if (settings.fresh() && Files.exists(settings.data())) {
      // The data of a real restaurant may lie in the same place; only a demo's own is ever deleted.
      if (!Files.exists(settings.passwordFile())) {
        throw new IOException(transcript.text("data.foreign", settings.data()));
      }
      transcript.note("data.fresh", settings.data());
      deleteAll(settings.data());
    }
    Files.createDirectories(settings.data());
  }

  private static void deleteAll(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private synchronized <T extends AutoCloseable> T keep(T part) {
    open.push(part);
    return part;
  }

  /// Stops what was started, the last first. Called at the end and by Ctrl-C, whichever comes
  /// first.
  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception failed) {
        transcript.note("failed", String.valueOf(failed.getMessage()));
      }
    }
  }
}
