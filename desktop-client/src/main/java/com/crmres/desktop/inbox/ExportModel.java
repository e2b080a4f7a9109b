package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ExportRequest;
import com.crmres.common.conversation.ExportedMessage;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.HandlingApi;
import com.crmres.desktop.connection.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Takes what was said in several conversations away to a file.
public final class ExportModel {

  private final HandlingApi api;
  private final Calls calls;
  private final StaffMember me;
  private final ReadOnlyObjectWrapper<@Nullable Ending> ending = new ReadOnlyObjectWrapper<>();

  /// How the last one ended.
  ///
  /// @param why absent if the file is there
  public record Ending(String file, @Nullable ServerFailure why) {}

  /// Words what was said, as the kind of file wants it.
  interface Wording {
    String of(Path place, List<ExportedMessage> said);
  }

  ExportModel(HandlingApi api, Calls calls, StaffMember me) {
    this.api = api;
    this.calls = calls;
    this.me = me;
  }

  /// Those who answer for a branch, and those who look after them.
  public boolean mayExport() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AUDITOR;
  }

  public ReadOnlyObjectProperty<@Nullable Ending> ending() {
    return ending.getReadOnlyProperty();
  }

  void to(Path place, List<ConversationSummary> those, Wording wording) {
    if (those.isEmpty() || !mayExport()) {
      return;
    }
    ending.set(null);
    var request = new ExportRequest(those.stream().map(ConversationSummary::id).toList());
    calls.ask(
        () -> written(place, wording.of(place, api.export(request).items())),
        file -> ending.set(new Ending(file, null)),
        why -> ending.set(new Ending(place.toString(), why)));
  }

  private static String written(Path place, String text) {
    try {
      Files.writeString(place, text);
      return place.toString();
    } catch (IOException e) {
      throw ServerFailure.disk(e);
    }
  }
}
