package com.crmres.desktop.queue;

import java.util.UUID;

/// What the list of kept commands needs of the desk around it.
public interface KeptHands {

  /// How people call what a deed is about; empty if it is not known here.
  String name(Deed deed);

  /// Leads to a conversation, with words in its box.
  void write(UUID conversationId, String words);

  /// What was shown as done is not.
  void dropped(KeptCommand command);
}
