package com.crmres.desktop;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.assistant.PreviewTurn;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.assistant.UsageLine;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.restaurant.Personality;
import java.util.ArrayList;
import java.util.List;

/// How a restaurant's assistant is set up, and what it would say.
public final class FakeAssistant {

  private AssistantSettings settings =
      new AssistantSettings(
          Personality.CASUAL,
          List.of(new ModeRule(null, null, AssistantMode.AUTOMATIC)),
          10,
          500,
          1);
  private final List<PreviewSample> samples = new ArrayList<>();
  private final List<UsageLine> usage = new ArrayList<>();
  private final List<AssistantCorrection> corrections = new ArrayList<>();
  private final List<PreviewRequest> previewsAsked = new ArrayList<>();

  public synchronized AssistantSettings settings() {
    return settings;
  }

  /// Somebody else changes them.
  public synchronized void settings(AssistantSettings other) {
    settings = other;
  }

  public synchronized AssistantSettings save(AssistantSettings wanted) {
    if (wanted.version() != settings.version()) {
      throw Restaurant.refusal("CHANGED_MEANWHILE", "غيّر شخص آخر الإعدادات قبلك.");
    }
    settings =
        new AssistantSettings(
            wanted.personality(),
            wanted.modes(),
            wanted.undoSeconds(),
            wanted.centsPerDay(),
            wanted.version() + 1);
    return settings;
  }

  public synchronized FakeAssistant has(PreviewSample sample) {
    samples.add(sample);
    return this;
  }

  public synchronized FakeAssistant has(UsageLine line) {
    usage.add(line);
    return this;
  }

  public synchronized FakeAssistant has(AssistantCorrection correction) {
    corrections.add(correction);
    return this;
  }

  public synchronized List<PreviewSample> samples(String language) {
    return samples.stream().filter(one -> one.language().wireName().startsWith(language)).toList();
  }

  public synchronized List<UsageLine> usage() {
    return List.copyOf(usage);
  }

  public synchronized List<AssistantCorrection> corrections() {
    return List.copyOf(corrections);
  }

  public synchronized List<PreviewRequest> previewsAsked() {
    return List.copyOf(previewsAsked);
  }

  public synchronized List<PreviewTurn> preview(PreviewRequest request) {
    previewsAsked.add(request);
    return request.said().stream().map(said -> turn(request.personality(), said)).toList();
  }

  private static PreviewTurn turn(Personality personality, String said) {
    boolean angry = said.contains("متأخر");
    String words =
        switch (personality) {
          case FORMAL -> "مرحبًا بكم. تم تسجيل طلبكم، فهل ترغبون في إضافة شيء آخر؟";
          case CASUAL -> "هلا والله! أبشر، سجلنا طلبك 👌 تبي شي ثاني؟";
          case TRADITIONAL -> "حياك الله وبياك، على الراس والعين. سجلنا طلبك، تأمر على شي؟";
          case MODERN -> "تم ✅ شي ثاني؟";
        };
    return new PreviewTurn(
        said,
        List.of(
            new MessageContent.Buttons(
                words,
                List.of(
                    new MessageContent.Button("done", "لا، هذا كل شيء"),
                    new MessageContent.Button("menu", "القائمة")))),
        angry ? Intent.COMPLAINT : Intent.ORDER,
        angry ? Sentiment.NEGATIVE : Sentiment.NEUTRAL,
        angry ? 0.71 : 0.94,
        angry ? EscalationReason.COMPLAINT : null);
  }
}
