package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerApi;
import java.time.InstantSource;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The screen of the assistant: four pages, each asked for when somebody looks at it.
public final class AssistantModel {

  /// The pages, in their order.
  public enum Page {
    MANNER,
    MODES,
    USAGE,
    CORRECTIONS
  }

  private final StaffMember me;
  private final SettingsModel settings;
  private final PreviewModel preview;
  private final UsageModel usage;
  private final CorrectionsModel corrections;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.MANNER);

  /// Begins empty; [#look] asks for what is needed.
  ///
  /// @param branchId whose menu a preview uses
  public AssistantModel(
      ServerApi api, Calls calls, StaffMember me, UUID branchId, InstantSource clock) {
    this.me = me;
    this.settings = new SettingsModel(api, calls, me);
    this.preview = new PreviewModel(api.assistant(), calls, branchId);
    this.usage = new UsageModel(api.assistant(), calls, clock);
    this.corrections = new CorrectionsModel(api.assistant(), calls);
    settings.saved().subscribe(now -> compare());
    settings.draft().subscribe(now -> compare());
  }

  private void compare() {
    AssistantSettings saved = settings.saved().get();
    AssistantSettings draft = settings.draft().get();
    if (saved != null && draft != null) {
      preview.compare(saved.personality(), draft.personality());
    }
  }

  /// Staff of a branch neither set up the assistant nor pay for it.
  public boolean mayLook() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AUDITOR;
  }

  public SettingsModel settings() {
    return settings;
  }

  public PreviewModel preview() {
    return preview;
  }

  public UsageModel usage() {
    return usage;
  }

  public CorrectionsModel corrections() {
    return corrections;
  }

  public ObjectProperty<Page> page() {
    return page;
  }

  /// Asks for what the page shows.
  ///
  /// @param language of the screen, `ar` or `en`
  public void look(String language) {
    switch (page.get()) {
      case MANNER -> {
        settings.reload();
        preview.load(language);
      }
      case MODES -> settings.reload();
      case USAGE -> usage.reload();
      case CORRECTIONS -> corrections.reload();
    }
  }
}
