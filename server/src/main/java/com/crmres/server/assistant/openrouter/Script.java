package com.crmres.server.assistant.openrouter;

import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.Sender;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes what a model reads of one turn, from what never changes to what is new: rules, menu,
/// voice, conversation, cart, message. The menu stands before the voice, since all languages share
/// it.
final class Script {

  private static final int MOST_EARLIER = 8;
  private static final int LONGEST_EARLIER = 300;
  private static final int LONGEST_SUMMARY = 500;
  private static final int MOST_FACTS = 12;
  private static final int MOST_PREFERENCES = 8;
  private static final int MOST_DISHES = 12;

  /// What a customer may not eat is for the house's own rules and for people, never for a model.
  private static final Set<PreferenceKind> SHOWN =
      Set.of(
          PreferenceKind.LIKES,
          PreferenceKind.DISLIKES,
          PreferenceKind.BRANCH,
          PreferenceKind.FULFILMENT);

  private static final Pattern AMOUNT =
      Pattern.compile("ريال|هلل|\\bSAR\\b|\\p{Sc}", Pattern.CASE_INSENSITIVE);

  private final Turn turn;
  private final Prompts prompts;
  private final Handles handles;
  private final List<String> shown;
  private final Masking masking;
  private final Language language;
  private final RequestWriter writer;

  Script(
      Turn turn,
      Prompts prompts,
      Handles handles,
      List<String> shown,
      Masking masking,
      Language language,
      RequestWriter writer) {
    this.turn = turn;
    this.prompts = prompts;
    this.handles = handles;
    this.shown = shown;
    this.masking = masking;
    this.language = language;
    this.writer = writer;
  }

  /// All messages.
  ///
  /// @param earlier how many of the conversation's latest messages to show at most
  List<String> messages(int earlier) {
    List<String> messages = new ArrayList<>();
    messages.add(writer.system(stable(), rest()));
    messages.addAll(conversation(earlier));
    messages.add(RequestWriter.message("user", state() + "\n" + said()));
    return messages;
  }

  List<String> messages() {
    return messages(MOST_EARLIER);
  }

  /// The same in all turns of a restaurant, byte for byte.
  String stable() {
    return isWhole() ? prompts.rules() + "\n\n" + menu() : prompts.rules();
  }

  private String rest() {
    String voice = prompts.voice(turn.house(), language);
    return isWhole() ? voice : voice + "\n\n" + menu();
  }

  private boolean isWhole() {
    return shown.size() == handles.items().size();
  }

  private String menu() {
    return new MenuText(handles).menu(shown);
  }

  private List<String> conversation(int most) {
    List<Past.Earlier> earlier = new ArrayList<>(turn.past().conversation());
    List<String> now =
        turn.said().stream()
            .map(said -> Quotes.text(said.content()))
            .filter(Objects::nonNull)
            .toList();
    while (!earlier.isEmpty()
        && earlier.getLast().sender() == Sender.CUSTOMER
        && now.contains(earlier.getLast().text())) {
      earlier.removeLast();
    }
    return earlier.subList(Math.max(0, earlier.size() - most), earlier.size()).stream()
        .map(this::earlier)
        .toList();
  }

  private String earlier(Past.Earlier message) {
    String words = cut(masked(message.text()), LONGEST_EARLIER);
    return message.sender() == Sender.CUSTOMER
        ? RequestWriter.message("user", words)
        : RequestWriter.message("assistant", words);
  }

  private String state() {
    String summary = turn.past().summary();
    return """
    <state>
    <facts>
    %s
    </facts>
    sold out: %s
    before that: %s
    known of the customer: %s
    earlier orders: last %s, usual %s
    the house asked: %s
    <cart>
    %s
    </cart>
    </state>\
    """
        .formatted(
            facts(),
            new MenuText(handles).soldOut(shown),
            summary == null ? "nothing" : cut(masked(summary), LONGEST_SUMMARY),
            preferences(),
            turn.past().orders().stream().findFirst().map(this::dishes).orElse("no"),
            Optional.ofNullable(turn.past().usual()).map(this::dishes).orElse("no"),
            asked(),
            new MenuText(handles).cart());
  }

  /// What can be repeated, as far as the menu still has it.
  private String dishes(Past.PastOrder order) {
    String dishes =
        order.lines().stream()
            .limit(MOST_DISHES)
            .filter(line -> shown.contains(handles.ofItem(line.itemId())))
            .map(line -> handles.ofItem(line.itemId()) + " x" + line.quantity())
            .collect(Collectors.joining(", "));
    return dishes.isEmpty() ? "yes" : dishes;
  }

  /// Amounts are not for a model, whatever they are for.
  private String facts() {
    return turn.house().facts().stream()
        .filter(fact -> !AMOUNT.matcher(fact).find())
        .limit(MOST_FACTS)
        .map(this::masked)
        .map(Cleaned::line)
        .collect(Collectors.joining("\n"));
  }

  private String preferences() {
    String known =
        turn.past().preferences().stream()
            .filter(preference -> SHOWN.contains(preference.kind()))
            .limit(MOST_PREFERENCES)
            .map(this::preference)
            .collect(Collectors.joining("; "));
    return known.isEmpty() ? "nothing" : known;
  }

  private String preference(Preference preference) {
    return preference.kind().wireName() + " " + Cleaned.line(masked(preference.value()));
  }

  private String asked() {
    return switch (turn.pending()) {
      case PendingQuestion.ChooseOption choose ->
          "which option of a group for " + handles.ofItem(choose.itemId());
      case PendingQuestion.WhichItem which ->
          "which of "
              + which.itemIds().stream().map(handles::ofItem).collect(Collectors.joining(", "));
      case PendingQuestion.HowMany many -> "how many of " + handles.ofItem(many.itemId());
      case PendingQuestion.ConfirmCart _ -> "is this order right";
      case PendingQuestion.AnythingElse _ -> "anything else";
      case PendingQuestion.HowToGet _ -> "pickup or delivery";
      case PendingQuestion.WhichBranch _ -> "which branch";
      case PendingQuestion.WhichTime _ -> "at what time";
      case null, default -> "nothing";
    };
  }

  private String said() {
    StringBuilder text = new StringBuilder();
    int place = 1;
    for (Turn.Said said : turn.said()) {
      String words = Quotes.text(said.content());
      if (words != null) {
        text.append("<customer id=\"m%d\">%s</customer>\n".formatted(place++, masked(words)));
      }
    }
    return text.toString().strip();
  }

  private String masked(String words) {
    return Cleaned.cut(masking.mask(Cleaned.visible(words)));
  }

  private static String cut(String words, int longest) {
    return words.length() <= longest
        ? words
        : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, longest) - 1));
  }
}
