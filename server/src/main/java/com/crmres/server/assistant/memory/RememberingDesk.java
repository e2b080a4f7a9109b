package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.restaurant.Personality;
import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Tap;
import com.crmres.server.assistant.Turn;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A desk that remembers: it keeps what the turn told of the customer, and reminds him of it.
public final class RememberingDesk implements Desk {

  private final Desk desk;
  private final Preferences preferences;
  private final Feedbacks feedbacks;
  private final Clock clock;
  private final RecallStore store = new RecallStore();

  public RememberingDesk(Desk desk, Preferences preferences, Feedbacks feedbacks, Clock clock) {
    this.desk = desk;
    this.preferences = preferences;
    this.feedbacks = feedbacks;
    this.clock = clock;
  }

  @Override
  public Served serve(Transaction transaction, UUID restaurantId, Turn turn, Reading reading) {
    Served served = desk.serve(transaction, restaurantId, turn, reading);
    summarise(transaction, restaurantId, turn, reading, served);
    return new Visit(transaction, restaurantId, turn, reading, served).remember();
  }

  private void summarise(
      Transaction transaction, UUID restaurantId, Turn turn, Reading reading, Served served) {
    List<Proposal> proposals = new ArrayList<>(reading.proposals());
    if (served.handOver() != null
        && proposals.stream().noneMatch(Proposal.HandOver.class::isInstance)) {
      proposals.add(new Proposal.HandOver(served.handOver()));
    }
    Instant now = clock.instant();
    Running running =
        store
            .thread(transaction, restaurantId, turn.conversationId())
            .map(thread -> Recall.fresh(thread, now.minus(Recall.KEPT)))
            .orElse(Running.EMPTY);
    store.summarise(
        transaction,
        restaurantId,
        turn.conversationId(),
        running.with(now, turn.past().address(), new Happened(turn).of(proposals)),
        now);
  }

  /// One turn, and what is to be remembered of it.
  private final class Visit {

    private final Transaction transaction;
    private final UUID restaurantId;
    private final Turn turn;
    private final Reading reading;
    private final Served served;
    private final Words words;
    private final Personality personality;
    private final List<String> statements = new ArrayList<>();

    Visit(Transaction transaction, UUID restaurantId, Turn turn, Reading reading, Served served) {
      this.transaction = transaction;
      this.restaurantId = restaurantId;
      this.turn = turn;
      this.reading = reading;
      this.served = served;
      this.words = Words.of(reading.language().isArabic());
      this.personality = turn.house().personality();
    }

    Served remember() {
      Consenting.in(turn).ifPresent(this::consent);
      reading.proposals().forEach(this::note);
      if (served.handOver() == null) {
        Dislikes.in(turn, reading.proposals())
            .map(found -> words.say(personality, "reminder", found.said(), words.in(found.item())))
            .ifPresent(statements::add);
      }
      List<MessageContent> answers = Statements.before(served.answers(), statements);
      return asking(answers)
          .orElseGet(
              () -> new Served(answers, served.pending(), served.misses(), served.handOver()));
    }

    private void consent(Consenting.Answer answer) {
      boolean kept =
          preferences.answered(
              transaction,
              restaurantId,
              turn.conversationId(),
              answer.messageId(),
              answer.agreed());
      statements.add(words.say(personality, kept ? "allergy.kept" : "allergy.not_kept"));
    }

    private void note(Proposal proposal) {
      switch (proposal) {
        case Proposal.Remember(PreferenceKind kind, String value, UUID messageId) ->
            keep(kind, value, messageId);
        case Proposal.RecordFeedback feedback ->
            feedbacks.note(
                transaction,
                restaurantId,
                turn.conversationId(),
                turn.said().getLast().messageId(),
                feedback);
        default -> {}
      }
    }

    /// Only what stands in one of the turn's own messages; of an allergy only where, so that it can
    /// be asked for once people have seen to it.
    private void keep(PreferenceKind kind, String value, UUID messageId) {
      if (value.isBlank()
          || turn.said().stream().noneMatch(said -> said.messageId().equals(messageId))) {
        return;
      }
      if (kind == PreferenceKind.ALLERGY) {
        preferences.mayAsk(transaction, restaurantId, turn.conversationId(), messageId);
        return;
      }
      preferences.said(
          transaction, restaurantId, turn.conversationId(), kind, value.strip(), messageId);
      String thanks = words.say(personality, "remembered");
      if (served.handOver() == null && !statements.contains(thanks)) {
        statements.add(thanks);
      }
    }

    /// The question whether we may remember an allergy: only once the customer is back from people,
    /// and nothing else is asked of him.
    private Optional<Served> asking(List<MessageContent> answers) {
      boolean busy = served.handOver() != null || served.pending() != null || asks(answers);
      return busy
          ? Optional.empty()
          : preferences
              .toAsk(transaction, restaurantId, turn.conversationId())
              .map(messageId -> {
                List<MessageContent> all = new ArrayList<>(answers);
                all.add(question(messageId));
                return new Served(
                    all, new PendingQuestion.MayRemember(messageId), served.misses(), null);
              });
    }

    private boolean asks(List<MessageContent> answers) {
      return answers.stream()
          .anyMatch(content ->
              content instanceof MessageContent.Buttons
                  || content instanceof MessageContent.Options);
    }

    private MessageContent question(UUID messageId) {
      return new MessageContent.Buttons(
          words.say(personality, "allergy.ask"),
          List.of(
              new MessageContent.Button(
                  new Tap.Allow(messageId, true).id(), words.say("allergy.yes")),
              new MessageContent.Button(
                  new Tap.Allow(messageId, false).id(), words.say("allergy.no"))));
    }
  }
}
