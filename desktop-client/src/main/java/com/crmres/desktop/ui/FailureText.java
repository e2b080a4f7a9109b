package com.crmres.desktop.ui;

import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.Texts;

/// Words a failure for people.
public final class FailureText {

  private FailureText() {}

  public static String of(ServerFailure failure, Texts texts) {
    return switch (failure.kind()) {
      case REFUSED -> failure.words().isEmpty() ? texts.of("failure.refused") : failure.words();
      case UNREACHABLE ->
          texts.of(
              failure.code().equals(ServerFailure.NOT_SENT)
                  ? "failure.notSent"
                  : "failure.unreachable");
      case SIGNED_OUT -> texts.of("failure.signedOut");
      case KEPT -> texts.of("failure.kept");
      case DISK -> texts.of("failure.disk");
    };
  }
}
