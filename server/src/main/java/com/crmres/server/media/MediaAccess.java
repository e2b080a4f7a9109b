package com.crmres.server.media;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.identity.Principal;
import java.util.UUID;

/// Says which files somebody may see: those he uploaded, and those shown in a conversation that he
/// may see.
public final class MediaAccess {

  private final MediaFiles files;
  private final Onlookers onlookers;

  /// Makes the rule.
  ///
  /// @param onlookers says where a file is shown
  public MediaAccess(MediaFiles files, Onlookers onlookers) {
    this.files = files;
    this.onlookers = onlookers;
  }

  /// A file that he may see.
  ///
  /// @throws ApiException if there is none
  MediaFile visible(Transaction transaction, Principal principal, UUID id) {
    return files
        .find(transaction, principal.restaurantId(), id)
        .filter(file -> isFor(transaction, principal, file))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /// Lets pass what he may send: else he could show himself any file by sending it.
  ///
  /// @throws ApiException if a file in it is not his to see
  public void check(Transaction transaction, Principal principal, MessageContent content) {
    UUID id =
        switch (content) {
          case MessageContent.Media media -> media.id();
          case MessageContent.Template template when template.header() != null ->
              template.header().mediaId();
          default -> null;
        };
    if (id != null) {
      visible(transaction, principal, id);
    }
  }

  private boolean isFor(Transaction transaction, Principal principal, MediaFile file) {
    return principal.staffId().equals(file.uploadedBy())
        || onlookers.branchesShowing(transaction, principal.restaurantId(), file.id()).stream()
            .anyMatch(branch -> principal.sees(branch.orElse(null)));
  }
}
