package com.crmres.common.conversation;

import java.util.List;

/// Labels come onto a conversation and leave it; what is in both lists leaves it.
///
/// @param add 1 to 30 characters each; with those that are there at most 10
public record LabelRequest(List<String> add, List<String> remove) {
  public LabelRequest {
    add = List.copyOf(add);
    remove = List.copyOf(remove);
  }
}
