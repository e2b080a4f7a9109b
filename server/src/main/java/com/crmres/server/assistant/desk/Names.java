package com.crmres.server.assistant.desk;

import com.crmres.server.menu.Menu;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What things are called in the customer's language; nothing for what is not there any more.
final class Names {

  private final Menu menu;
  private final Facts facts;
  private final Voice voice;

  Names(Menu menu, Facts facts, Voice voice) {
    this.menu = menu;
    this.facts = facts;
    this.voice = voice;
  }

  String item(UUID id) {
    return menu.item(id).map(item -> voice.in(item.name())).orElse("");
  }

  String items(List<UUID> ids) {
    return ids.stream().map(this::item).collect(Collectors.joining(voice.say("comma")));
  }

  String group(UUID itemId, UUID groupId) {
    return menu.item(itemId).stream()
        .flatMap(item -> item.groups().stream())
        .filter(group -> group.id().equals(groupId))
        .map(group -> voice.in(group.name()))
        .findFirst()
        .orElse("");
  }

  String branch(@Nullable UUID id) {
    return facts.branch(id).map(branch -> voice.in(branch.name())).orElse("");
  }
}
