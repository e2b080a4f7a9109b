package com.crmres.desktop.alert;

/// Makes sounds heard.
public interface Loudspeaker {

  /// Plays to the end, or says that this machine cannot; never fails.
  ///
  /// @param strength 0 to 1
  /// @return whether it was played
  boolean play(Sound sound, double strength);
}
