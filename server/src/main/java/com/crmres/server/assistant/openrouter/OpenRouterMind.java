package com.crmres.server.assistant.openrouter;

import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.Work;
import com.crmres.server.language.Word;
import io.helidon.metrics.api.Metrics;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A mind that asks a language model, and falls back on the embedded one: the customer is answered
/// whether or not the model is. Both read every turn that a model reads.
public final class OpenRouterMind implements Mind {

  /// Recorded with each turn that a model read.
  public static final String NAME = "openrouter";

  private static final Logger LOG = System.getLogger(OpenRouterMind.class.getName());

  private final Mind embedded;
  private final Prompts prompts;
  private final KnownNames names;
  private final Waiting waiting;
  private final boolean measured;
  private final PhraseList injections = PhraseList.load("injection.txt");
  private final OutputGate gate;
  private final Exchange.Way way;
  private final Abilities abilities = new Abilities();
  private final AccountWatch watch;

  /// Told before a turn waits for a model, so that other turns need not wait with it.
  @FunctionalInterface
  public interface Waiting {
    void begins();
  }

  /// The surroundings of the mind.
  ///
  /// @param embedded reads every turn as well, and stands in
  /// @param secret of which the pseudonyms are made that leave the house
  public record House(
      Mind embedded,
      Ledger ledger,
      KnownNames names,
      Measured measured,
      Waiting waiting,
      RouterMetrics metrics,
      Clock clock,
      String secret) {}

  /// Makes the mind.
  public OpenRouterMind(RouterSettings settings, House house) {
    this.embedded = house.embedded();
    this.prompts = Prompts.load();
    this.names = house.names();
    this.waiting = house.waiting();
    this.gate = new OutputGate(PhraseList.load("forbidden.txt"), prompts.secret());
    Clock clock = house.clock();
    OpenRouterApi api =
        new OpenRouterApi(
            settings.baseUrl(), settings.key(), new AnswerReader(settings.prices()), clock);
    Breaker breaker = new Breaker();
    RequestWriter writer = new RequestWriter(settings, abilities, new Pseudonyms(house.secret()));
    this.way =
        new Exchange.Way(api, writer, settings, house.ledger(), breaker, house.metrics(), clock);
    this.watch = new AccountWatch(api, settings.models(), abilities, breaker);
    house.metrics().breaker(() -> breaker.state(clock.instant()).figure());
    house.metrics().credit(watch::credit);
    this.measured = isMeasured(settings, house.measured());
  }

  /// A mind that needs neither a server nor a database, for measurements.
  public static OpenRouterMind of(
      RouterSettings settings, Mind embedded, Ledger ledger, Clock clock) {
    return new OpenRouterMind(
        settings,
        new House(
            embedded,
            ledger,
            KnownNames.NONE,
            Measured.load(null),
            () -> {},
            new RouterMetrics(Metrics.globalRegistry()),
            clock,
            "measurements"));
  }

  private boolean isMeasured(RouterSettings settings, Measured register) {
    if (register.knows(prompts.version(), settings.models())) {
      return true;
    }
    boolean refuses = settings.unmeasured() == RouterSettings.Unmeasured.REFUSE;
    LOG.log(
        Level.WARNING,
        "prompt {0} with {1} was not measured; {2}",
        prompts.version(),
        settings.models(),
        refuses
            ? "the embedded mind keeps all turns until ./crm eval --mind openrouter has run"
            : "it is used all the same");
    return !refuses;
  }

  /// The prompt's version, as it is recorded with each turn.
  public String promptVersion() {
    return prompts.version();
  }

  /// Looks after key and models; to be run every few minutes.
  public AccountWatch watch() {
    return watch;
  }

  @Override
  public Reading read(Turn turn) {
    long began = System.nanoTime();
    Reading own = embedded.read(turn);
    Optional<String> plain = Plain.reason(turn, own);
    if (plain.isPresent()) {
      way.metrics().turn("embedded", plain.get());
      return own;
    }
    Optional<String> barred = barred(turn);
    if (barred.isPresent()) {
      return standIn(own, Work.byItself(NAME), barred.get(), began);
    }
    return asked(turn, own, began);
  }

  /// What is known beforehand to forbid a model.
  private Optional<String> barred(Turn turn) {
    if (!measured) {
      return Optional.of("unmeasured");
    }
    if (way.breaker().state(way.clock().instant()) == Breaker.State.OPEN) {
      return Optional.of("breaker");
    }
    return turn.said().stream()
        .map(said -> Quotes.text(said.content()))
        .filter(Objects::nonNull)
        .flatMap(text -> injections.in(text).stream())
        .findFirst()
        .map(label -> "injection_" + label);
  }

  private Reading asked(Turn turn, Reading own, long began) {
    Handles handles = new Handles(turn.menu(), turn.cart());
    List<String> shown = Excerpt.of(turn, own, handles);
    Toolbox toolbox = new Toolbox(shown);
    Masking masking = new Masking(known(turn), common(turn));
    Calls calls = new Calls(turn, toolbox, handles, masking);
    Script script =
        new Script(turn, prompts, handles, shown, masking, own.language(), way.writer());
    Exchange exchange =
        new Exchange(
            way,
            turn.menu().restaurantId(),
            turn.conversationId(),
            toolbox,
            script,
            Deadline.in(way.settings().turnLimit()));
    Exchange.End end = run(exchange, calls);
    return switch (end) {
      case Exchange.Nothing(String why) -> standIn(own, work(exchange, began), why, began);
      case Exchange.Said(Calls checked, String words) ->
          new Weighing(own, checked, gate, masking, way.metrics())
              .reading(words, work(exchange, began))
              .map(this::read)
              .orElseGet(() -> standIn(own, work(exchange, began), "nothing", began));
    };
  }

  private Reading read(Reading reading) {
    way.metrics().turn("model", "-");
    return reading;
  }

  /// Whatever goes wrong on the way to a model, the customer is answered.
  private Exchange.End run(Exchange exchange, Calls calls) {
    waiting.begins();
    try {
      return exchange.run(calls);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a model's answer could not be dealt with", e);
      return new Exchange.Nothing("fault");
    }
  }

  private Reading standIn(Reading own, Work work, String why, long began) {
    way.metrics().turn("fallback", why);
    return own.after(
        new Work(
            own.work().mind(),
            work.calls() == 0 ? null : prompts.version(),
            work.model(),
            work.calls(),
            work.promptTokens(),
            work.completionTokens(),
            work.cachedTokens(),
            work.microDollars(),
            work.estimated(),
            why,
            since(began)));
  }

  private Work work(Exchange exchange, long began) {
    Usage usage = exchange.usage();
    return new Work(
        NAME,
        prompts.version(),
        exchange.model(),
        exchange.made(),
        usage.promptTokens(),
        usage.completionTokens(),
        usage.cachedTokens(),
        usage.microDollars(),
        usage.estimated(),
        null,
        since(began));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private List<String> known(Turn turn) {
    List<String> known =
        new ArrayList<>(names.of(turn.menu().restaurantId(), turn.conversationId()));
    turn.cart().lines().stream()
        .map(line -> line.person())
        .filter(Objects::nonNull)
        .forEach(known::add);
    return known;
  }

  /// A customer called Rose may order rose water.
  private static Set<String> common(Turn turn) {
    Set<String> common = new HashSet<>();
    turn.menu()
        .items()
        .flatMap(item ->
            Stream.concat(Stream.of(item.name().ar(), item.name().en()), item.aliases().stream()))
        .forEach(name -> {
          Word.of(name).forEach(word -> common.add(word.text()));
          common.addAll(List.of(name.toLowerCase(Locale.ROOT).split("\\s+")));
        });
    return common;
  }

  /// The usual address.
  public static final URI REAL = URI.create("https://openrouter.ai/api/v1");
}
