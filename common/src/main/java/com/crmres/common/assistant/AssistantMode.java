package com.crmres.common.assistant;

import com.crmres.common.wire.WireName;

/// How far the assistant may go by itself.
public enum AssistantMode implements WireName {

  /// It reads and is silent; people answer.
  OFF,

  /// It suggests; nothing is said or changed before a person approves.
  SUGGEST,

  /// It answers after a short while in which a person can stop or change the answer.
  UNDO,

  /// It answers.
  AUTOMATIC
}
