package com.crmres.desktop.advice;

import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;

/// How grave, sure and friendly things look.
public final class AdviceWords {

  private static final double SURE = 0.85;
  private static final double UNSURE = 0.6;

  private AdviceWords() {}

  /// `83%`, whole, kept in its order.
  public static String percent(double part) {
    return DisplayText.leftToRight(Math.round(part * 100) + "%");
  }

  public static Chip.Tone tone(double confidence) {
    if (confidence >= SURE) {
      return Chip.Tone.GOOD;
    }
    return confidence >= UNSURE ? Chip.Tone.DUE : Chip.Tone.LATE;
  }

  public static Chip.Tone tone(Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE -> Chip.Tone.GOOD;
      case NEUTRAL -> Chip.Tone.NEUTRAL;
      case NEGATIVE -> Chip.Tone.LATE;
    };
  }

  /// What can harm somebody stands out most; reasons of a newer server are due like most.
  public static Chip.Tone tone(EscalationReason reason) {
    return switch (reason) {
      case HEALTH_OR_SAFETY, LEGAL, ANGER, PAYMENT -> Chip.Tone.LATE;
      case COMPLAINT, ASKED_FOR_PERSON -> Chip.Tone.DUE;
      default -> Chip.Tone.ASSISTANT;
    };
  }

  public static Icon icon(Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE -> Icon.GLAD;
      case NEUTRAL -> Icon.NEUTRAL;
      case NEGATIVE -> Icon.SAD;
    };
  }

  public static Icon icon(EscalationReason reason) {
    return switch (reason) {
      case HEALTH_OR_SAFETY -> Icon.HEALTH;
      case ASKED_FOR_PERSON -> Icon.PERSON;
      case PAYMENT -> Icon.PRICE;
      case LEGAL, ANGER, COMPLAINT -> Icon.WARNING;
      default -> Icon.ASSISTANT;
    };
  }
}
