package com.crmres.server.assistant.desk;

import com.crmres.common.assistant.Intent;
import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Desk.Served;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Reading.Courtesy;
import com.crmres.server.assistant.Turn;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.VersionCode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// One turn at the desk, from the customer's words to our answer.
final class Visit {

  private static final int MISSES_UNTIL_STAFF = 2;
  private static final Set<Courtesy> PARTING =
      Set.of(Courtesy.THANKS, Courtesy.BLESSING, Courtesy.GOODBYE, Courtesy.STRENGTH);

  private final Counter counter;
  private final Turn turn;
  private final Reading reading;
  private final Voice voice;
  private final Phrasebook phrases;
  private final Answer answer = new Answer();
  private final NextStep next;

  Visit(Counter counter, Voice voice, Turn turn, Reading reading) {
    this.counter = counter;
    this.turn = turn;
    this.reading = reading;
    this.voice = voice;
    this.phrases = Phrasebook.of(turn.menu(), counter, voice);
    this.next = new NextStep(counter, phrases, answer, turn.pending());
  }

  Served serve() {
    Optional<EscalationReason> reason = handOver();
    if (reason.isPresent()) {
      if (reason.get() == EscalationReason.HEALTH_OR_SAFETY) {
        putIn();
      }
      return passedOn(reason.get());
    }
    List<Proposal> proposals = Beside.completed(reading.proposals(), turn, counter.cart());
    if (proposals.isEmpty()) {
      return withoutWish();
    }
    returnCourtesies(false);
    new Wishes(counter, phrases, answer, next, turn.past(), proposals, codesSaid()).serve();
    return served(0);
  }

  /// What he ordered before he asked what is in a dish waits in the cart for people to answer him.
  private void putIn() {
    for (Proposal proposal : reading.proposals()) {
      if (proposal instanceof Proposal.ChangeCart(CartCommand.Add add) && !Notes.isNoWish(add)) {
        counter.change(Notes.checked(add));
      }
    }
  }

  /// Codes of versions that the customer named.
  private List<String> codesSaid() {
    return turn.said().stream()
        .map(Turn.Said::content)
        .filter(MessageContent.Text.class::isInstance)
        .flatMap(text -> VersionCode.in(((MessageContent.Text) text).text()).stream())
        .toList();
  }

  private Served served(int misses) {
    Answer.Question question = answer.question();
    PendingQuestion pending =
        question != null ? question.pending() : next.leavesQuestionOpen() ? turn.pending() : null;
    return new Served(answer.messages(), pending, misses, answer.forPeople());
  }

  private Optional<EscalationReason> handOver() {
    return reading.proposals().stream()
        .filter(Proposal.HandOver.class::isInstance)
        .map(proposal -> ((Proposal.HandOver) proposal).reason())
        .findFirst()
        .or(() ->
            editsWhatWasOrdered()
                ? Optional.of(EscalationReason.EDITED_AFTER_ORDER)
                : Optional.empty());
  }

  /// An order that was placed does not follow the words it came from: people must look (trap 22).
  private boolean editsWhatWasOrdered() {
    return turn.said().stream()
        .map(Turn.Said::corrects)
        .filter(Objects::nonNull)
        .anyMatch(correction ->
            counter
                .lastOrder()
                .filter(order -> correction.saidAt().isBefore(order.placedAt()))
                .isPresent());
  }

  private Served passedOn(EscalationReason reason) {
    returnCourtesies(false);
    answer.say(voice.say("hand_over." + reason.name().toLowerCase(Locale.ROOT)));
    counter.isAbout(ConversationType.SUPPORT);
    return new Served(answer.messages(), turn.pending(), 0, reason);
  }

  /// A courtesy, praise, or something we did not understand.
  private Served withoutWish() {
    if (!reading.reply().isEmpty()) {
      return inMindsWords();
    }
    if (!reading.courtesies().isEmpty()) {
      return greeted();
    }
    if (reading.intent() == Intent.PRAISE) {
      answer.say(voice.say("praise"));
      return keeping(0);
    }
    if (turn.said().stream().allMatch(said -> isTakenNote(said.content()))) {
      answer.say(voice.say("noted"));
      return keeping(turn.misses());
    }
    if (turn.said().stream().allMatch(said -> isUnreadable(said.content()))) {
      answer.say(voice.say(isEdit() ? "unreadable.edit" : "unreadable"));
      return keeping(turn.misses());
    }
    return missed();
  }

  /// Talk that leads nowhere is not endless: after two such turns people are offered.
  private Served inMindsWords() {
    int misses = reading.intent() == Intent.UNKNOWN ? turn.misses() + 1 : 0;
    if (misses > MISSES_UNTIL_STAFF) {
      return passedOn(EscalationReason.LOST_TWICE);
    }
    returnCourtesies(false);
    answer.say(new MindWords(counter, voice).of(reading.reply()));
    return keeping(misses);
  }

  private Served greeted() {
    boolean parting = PARTING.containsAll(reading.courtesies());
    boolean resumes = next.canResume();
    returnCourtesies(parting || !resumes);
    if (parting) {
      return keeping(0);
    }
    next.sayIfClosed();
    if (resumes) {
      next.resume();
    } else {
      answer.ask(phrases.questions().start(voice.say("welcome")));
    }
    return served(0);
  }

  private void returnCourtesies(boolean alone) {
    String returned = new Courtesies(voice).returned(reading.courtesies(), alone);
    if (!returned.isBlank()) {
      answer.say(returned);
    }
  }

  private Served keeping(int misses) {
    return new Served(answer.messages(), turn.pending(), misses, null);
  }

  /// People see it; the customer hears that it arrived.
  private static boolean isTakenNote(MessageContent content) {
    return content instanceof MessageContent.FormAnswer
        || (content instanceof MessageContent.Contacts contacts && contacts.onRequest());
  }

  private static boolean isUnreadable(MessageContent content) {
    return switch (content) {
      case MessageContent.Unsupported _, MessageContent.Contacts _ -> true;
      case MessageContent.Media media -> media.caption() == null;
      case MessageContent.Other(String _, String caption) -> caption == null;
      default -> false;
    };
  }

  private boolean isEdit() {
    return turn.said().stream()
        .anyMatch(said ->
            said.content() instanceof MessageContent.Unsupported(int _, String kind)
                && "edit".equals(kind));
  }

  private Served missed() {
    int misses = turn.misses() + 1;
    if (misses >= MISSES_UNTIL_STAFF) {
      return passedOn(EscalationReason.LOST_TWICE);
    }
    if (next.canResume()) {
      answer.say(voice.say("miss"));
      next.resume();
    } else {
      answer.ask(phrases.questions().start(voice.say("miss")));
    }
    return served(misses);
  }
}
