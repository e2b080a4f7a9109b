package com.crmres.server.assistant.desk;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.Proposal.Fact;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells what is true of the restaurant: hours, places, delivery, payment.
final class Facts {

  private static final Duration A_DAY = Duration.ofDays(1);

  private final List<Branch> branches;
  private final Instant now;
  private final Voice voice;

  Facts(List<Branch> branches, Instant now, Voice voice) {
    this.branches = branches;
    this.now = now;
    this.voice = voice;
  }

  String tell(Fact fact) {
    return switch (fact) {
      case HOURS -> lines("hours.title", this::hours);
      case LOCATION -> lines("location.title", this::location);
      case DELIVERY -> delivery();
      case PAYMENT -> voice.say("payment");
      case OFFERS -> voice.say("offers");
    };
  }

  private String lines(String title, Function<Branch, String> line) {
    return branches.stream()
        .map(line)
        .collect(Collectors.joining("\n", voice.say(title) + "\n", ""));
  }

  private String hours(Branch branch) {
    String name = voice.in(branch.name());
    return switch (branch.standing(now)) {
      case Standing.Open(Instant until) -> open(name, until, branch);
      case Standing.Busy(int _, boolean asap, Instant _) when asap -> voice.say("hours.busy", name);
      case Standing.Busy _, Standing.Paused _, Standing.Closed _ -> closed(branch);
    };
  }

  /// What has not closed in a day from now does not close.
  private String open(String name, Instant until, Branch branch) {
    return until.isAfter(now.plus(A_DAY))
        ? voice.say("hours.always", name)
        : voice.say("hours.open", name, time(until, branch));
  }

  /// That a branch takes no orders now, why, and until when.
  String closed(Branch branch) {
    String name = voice.in(branch.name());
    return switch (branch.standing(now)) {
      case Standing.Open(Instant until) -> open(name, until, branch);
      case Standing.Busy(int _, boolean _, Instant until) ->
          voice.say("hours.later_only", name, time(until, branch));
      case Standing.Paused(Instant until) -> voice.say("hours.paused", name, time(until, branch));
      case Standing.Closed(Instant until, LocalizedText note) ->
          closed(name, until == null ? null : time(until, branch), note);
    };
  }

  private String closed(String name, @Nullable String until, @Nullable LocalizedText note) {
    String line =
        until == null ? voice.say("hours.never", name) : voice.say("hours.closed", name, until);
    return note == null ? line : voice.say("hours.note", line, voice.in(note));
  }

  private String time(Instant moment, Branch branch) {
    return voice.time(moment, now, branch.zone());
  }

  /// Says of a cart's moment when it will be ready: for later the time, for now about how many
  /// minutes.
  Function<Instant, String> ready(Cart cart) {
    return moment ->
        !moment.equals(cart.wantedAt())
            ? voice.say("readback.ready", Duration.between(now, moment).toMinutes())
            : voice.say(
                "readback.wanted",
                branch(cart.branchId()).map(branch -> time(moment, branch)).orElse(""));
  }

  /// A time by the clock of a branch.
  String time(UUID branchId, Instant moment) {
    return branch(branchId).map(branch -> time(moment, branch)).orElse("");
  }

  private String location(Branch branch) {
    String map =
        String.format(
            Locale.ROOT,
            "https://maps.google.com/?q=%.5f,%.5f",
            branch.latitude(),
            branch.longitude());
    return voice.say("location.line", voice.in(branch.name()), voice.in(branch.address()), map);
  }

  private String delivery() {
    String delivering =
        branches.stream()
            .filter(Branch::delivers)
            .map(branch -> voice.in(branch.name()))
            .collect(Collectors.joining(voice.say("comma")));
    return delivering.isEmpty() ? voice.say("delivery.none") : voice.say("delivery", delivering);
  }

  Optional<Branch> branch(@Nullable UUID id) {
    return branches.stream().filter(branch -> branch.id().equals(id)).findFirst();
  }

  /// The branch whose being closed matters to this customer: the chosen one, or the first if none
  /// is open.
  Optional<Branch> closedOne(@Nullable UUID chosen) {
    if (chosen != null) {
      return branch(chosen).filter(branch -> !branch.isOpen(now));
    }
    return branches.stream().anyMatch(branch -> branch.isOpen(now))
        ? Optional.empty()
        : branches.stream().findFirst();
  }
}
