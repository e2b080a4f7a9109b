package com.crmres.simulator.customers;

import com.crmres.simulator.cloudapi.Option;
import com.crmres.simulator.cloudapi.Send;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// Recognises what a message from the restaurant wants of a hungry person.
final class Instinct {

  private final Pattern question;
  private final Pattern placed;
  private final Pattern confirm;
  private final Pattern pickup;
  private final Pattern fulfilment;
  private final Pattern branch;
  private final Pattern name;
  private final Pattern avoid;
  private final Pattern onions;

  Instinct() {
    Properties words = read();
    question = pattern(words, "question");
    placed = pattern(words, "placed");
    confirm = pattern(words, "confirm");
    pickup = pattern(words, "pickup");
    fulfilment = pattern(words, "fulfilment");
    branch = pattern(words, "branch");
    name = pattern(words, "name");
    avoid = pattern(words, "avoid");
    onions = pattern(words, "onions");
  }

  /// What a message asks for, the most definite first.
  Wish wishOf(Send send) {
    if (send.asksForLocation()) {
      return new Wish.Location();
    }
    Optional<Option> sure =
        option(send, confirm).or(() -> option(send, pickup)).or(() -> anyRow(send));
    if (sure.isPresent()) {
      return new Wish.Tap(sure.get());
    }
    Wish worded = wordedWishOf(send.text());
    return worded instanceof Wish.Nothing && question.matcher(send.text()).find()
        ? firstOption(send).<Wish>map(Wish.Tap::new).orElse(worded)
        : worded;
  }

  boolean hasOnions(Dish dish) {
    return onions.matcher(dish.arabic() + " " + dish.english()).find();
  }

  boolean tellsPlaced(Send send) {
    return placed.matcher(send.text()).find() && option(send, confirm).isEmpty();
  }

  boolean wantsConfirmation(Wish wish) {
    return switch (wish) {
      case Wish.Tap tap -> isConfirmation(tap.option());
      case Wish.Yes _ -> true;
      case Wish.Location _, Wish.Fulfilment _, Wish.Branch _, Wish.Name _, Wish.Nothing _ -> false;
    };
  }

  boolean isConfirmation(Option option) {
    return confirm.matcher(option.id() + " " + option.title()).find();
  }

  private Wish wordedWishOf(String text) {
    if (placed.matcher(text).find()) {
      return new Wish.Nothing();
    }
    if (fulfilment.matcher(text).find()) {
      return new Wish.Fulfilment();
    }
    if (branch.matcher(text).find()) {
      return new Wish.Branch();
    }
    if (name.matcher(text).find()) {
      return new Wish.Name();
    }
    return confirm.matcher(text).find() ? new Wish.Yes() : new Wish.Nothing();
  }

  private static Optional<Option> option(Send send, Pattern pattern) {
    return send.options().stream()
        .filter(option -> pattern.matcher(option.id() + " " + option.title()).find())
        .findFirst();
  }

  private Optional<Option> firstOption(Send send) {
    return send.options().stream()
        .filter(option -> !avoid.matcher(option.id() + " " + option.title()).find())
        .findFirst();
  }

  private static Optional<Option> anyRow(Send send) {
    return send.options().stream().filter(option -> option.kind() == Option.Kind.ROW).findFirst();
  }

  private static Pattern pattern(Properties words, String key) {
    return Pattern.compile(
        Objects.requireNonNull(words.getProperty(key), key),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Properties read() {
    Properties words = new Properties();
    InputStream file = Instinct.class.getResourceAsStream("instinct.properties");
    try (var reader = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("instinct.properties could not be read", unreadable);
    }
    return words;
  }

  /// What the restaurant wants to hear next.
  sealed interface Wish {
    record Tap(Option option) implements Wish {}

    record Location() implements Wish {}

    record Fulfilment() implements Wish {}

    record Branch() implements Wish {}

    record Name() implements Wish {}

    record Yes() implements Wish {}

    record Nothing() implements Wish {}
  }
}
