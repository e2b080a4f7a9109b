package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.Priority;
import com.crmres.common.identity.Colleague;
import com.crmres.desktop.handling.Errand;
import com.crmres.desktop.handling.SnoozeTime;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.PickModel;
import com.crmres.desktop.ui.PickOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks what an errand needs: a colleague, a time, a priority, a label.
final class Choices {

  private static final int LONGEST_LABEL = 30;

  private final InboxModel model;
  private final Texts texts;
  private final Times times;
  private final Supplier<Instant> now;

  Choices(InboxModel model, Texts texts, Times times, Supplier<Instant> now) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.now = now;
  }

  private void run(Errand errand) {
    List<ConversationSummary> those = model.meant();
    model
        .handling()
        .run(
            those,
            errand,
            outcome -> {
              if (outcome.failed().isEmpty()) {
                model.picked().none();
              }
            });
  }

  private boolean nothingMeant() {
    return model.meant().isEmpty() || !model.handling().mayArrange();
  }

  private String about(String key) {
    List<ConversationSummary> those = model.meant();
    String whom =
        those.size() == 1
            ? DisplayText.line(those.getFirst().customer().name())
            : texts.of("pick.several", Integer.toString(those.size()));
    return texts.of(key, whom);
  }

  void takeOver() {
    run(new Errand.TakeOver());
  }

  void resolve() {
    run(new Errand.Resolve());
  }

  /// As unread; as read where all of them stand as unread already.
  void mark() {
    run(new Errand.Mark(model.meant().stream().anyMatch(one -> one.unread() == 0)));
  }

  void assign() {
    if (!nothingMeant()) {
      model
          .choice()
          .ask(
              new PickModel.Question(
                  about("assign.title"),
                  texts.of("assign.prompt"),
                  texts.of("assign.empty"),
                  () -> model.handling().colleagues().stream().map(this::colleague).toList(),
                  words -> List.of()));
    }
  }

  private PickOption colleague(Colleague one) {
    boolean me = one.id().equals(model.handling().me().id());
    return PickOption.of(
            "assign-" + one.id(),
            me ? texts.of("assign.me", one.name()) : one.name(),
            me ? Icon.TAKE_OVER : Icon.PERSON,
            () -> run(new Errand.Assign(one.id())))
        .withDetail(texts.of("role", one.role()))
        .marked(model.meant().stream().allMatch(it -> one.id().equals(it.assigneeId())));
  }

  void snooze() {
    if (nothingMeant()) {
      return;
    }
    Instant moment = now.get();
    List<PickOption> options = new ArrayList<>();
    if (model.meant().stream().anyMatch(one -> one.handling().isAsleep(moment))) {
      options.add(
          PickOption.of(
              "snooze-WAKE",
              texts.of("snooze.wake"),
              Icon.ALARM,
              () -> run(new Errand.Snooze(null))));
    }
    for (SnoozeTime time : SnoozeTime.values()) {
      int minutes = time.minutes(moment, times);
      PickOption option =
          PickOption.of(
              "snooze-" + time.name(),
              texts.of("snooze.time", time),
              time == SnoozeTime.UNTIL_WRITES ? Icon.CHATS : Icon.SNOOZE,
              () -> run(new Errand.Snooze(minutes)));
      options.add(
          time == SnoozeTime.UNTIL_WRITES
              ? option
              : option.withDetail(times.listedMoment(moment.plusSeconds(60L * minutes), moment)));
    }
    ask("snooze.title", "snooze.prompt", options);
  }

  private void ask(String title, String prompt, List<PickOption> options) {
    model
        .choice()
        .ask(
            PickModel.Question.of(about(title), texts.of(prompt), texts.of("pick.empty"), options));
  }

  void prioritise() {
    if (!nothingMeant()) {
      List<PickOption> options =
          Arrays.asList(Priority.values()).reversed().stream().map(this::priority).toList();
      ask("priority.title", "priority.prompt", options);
    }
  }

  private PickOption priority(Priority one) {
    return PickOption.of(
            "priority-" + one.name(),
            texts.of("priority.name", one),
            one == Priority.NORMAL ? Icon.NEUTRAL : Icon.PRIORITY,
            () -> prioritise(one))
        .marked(model.meant().stream().allMatch(it -> it.handling().priority() == one));
  }

  void prioritise(Priority priority) {
    run(new Errand.Prioritise(priority));
  }

  void label() {
    if (!nothingMeant()) {
      model
          .choice()
          .ask(
              new PickModel.Question(
                  about("label.title"),
                  texts.of("label.prompt"),
                  texts.of("label.empty"),
                  () -> model.handling().labels().stream().map(this::known).toList(),
                  this::fresh));
    }
  }

  private PickOption known(String label) {
    boolean holds = model.meant().stream().allMatch(it -> it.handling().labels().contains(label));
    return PickOption.of(
            "label-" + label,
            label,
            Icon.LABEL,
            () ->
                run(
                    holds
                        ? new Errand.Label(List.of(), List.of(label))
                        : new Errand.Label(List.of(label), List.of())))
        .marked(holds);
  }

  private List<PickOption> fresh(String words) {
    if (words.isEmpty() || words.length() > LONGEST_LABEL) {
      return List.of();
    }
    return List.of(
        PickOption.of(
            "label-new",
            texts.of("label.fresh", words),
            Icon.ADD,
            () -> run(new Errand.Label(List.of(words), List.of()))));
  }

  /// @param use hears which label the list shall show
  void narrowByLabel(Consumer<String> use) {
    model
        .choice()
        .ask(
            new PickModel.Question(
                texts.of("inbox.narrow.label"),
                texts.of("label.find"),
                texts.of("label.none"),
                () ->
                    model.handling().labels().stream()
                        .map(one ->
                            PickOption.of("label-" + one, one, Icon.LABEL, () -> use.accept(one)))
                        .toList(),
                words -> List.of()));
  }

  /// Notes that call the person; choosing one opens its conversation.
  void calls() {
    List<PickOption> options = model.callsForMe().notes().stream().map(this::call).toList();
    model
        .choice()
        .ask(
            PickModel.Question.of(
                texts.of("calls.title"),
                texts.of("calls.prompt"),
                texts.of("calls.empty"),
                options));
  }

  private PickOption call(Note note) {
    return PickOption.of(
            "call-" + note.id(),
            note.authorName(),
            Icon.MENTION,
            () -> model.open(note.conversationId()))
        .withDetail(note.text().replaceAll("\\s+", " "));
  }
}
