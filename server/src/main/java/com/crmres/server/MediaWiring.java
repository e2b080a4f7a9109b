package com.crmres.server;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.identity.Access;
import com.crmres.server.media.Arrivals;
import com.crmres.server.media.FolderStore;
import com.crmres.server.media.MediaAccess;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.media.MediaRoutes;
import com.crmres.server.media.Onlookers;
import com.crmres.server.media.Pieces;
import com.crmres.server.media.UploadRoutes;
import com.crmres.server.media.Uploads;
import com.crmres.server.menu.Menus;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes what keeps the files of messages.
final class MediaWiring {

  private static final Duration ABANDONED = Duration.ofHours(24);
  private static final Duration TIDY = Duration.ofMinutes(10);

  final MediaFiles files;
  final FolderStore store;
  final Arrivals arrivals;

  private final Ground ground;
  private final Uploads uploads;
  private final Pieces pieces;

  MediaWiring(Ground ground) {
    this.ground = ground;
    files = new MediaFiles(ground.clock());
    store = new FolderStore(ground.settings().dataFolder().resolve("media"));
    arrivals = new Arrivals(store, ground.ids());
    uploads = new Uploads(ground.database(), files, store, arrivals, ground.ids());
    pieces = new Pieces(ground.database(), store, uploads, ground.clock(), ground.ids());
  }

  /// Who may see which file: whoever may see a conversation that shows it, and everybody what the
  /// menu shows.
  MediaAccess rights(Conversations conversations, Menus menus) {
    Onlookers menu =
        (transaction, restaurantId, id) ->
            menus.shows(transaction, restaurantId, id) ? List.of(Optional.empty()) : List.of();
    Onlookers talk = conversations.transcript()::branchesShowing;
    return new MediaAccess(
        files,
        (transaction, restaurantId, id) ->
            Stream.concat(
                    menu.branchesShowing(transaction, restaurantId, id).stream(),
                    talk.branchesShowing(transaction, restaurantId, id).stream())
                .toList());
  }

  List<HttpService> routes(MediaAccess rights, Access access) {
    return List.of(
        new MediaRoutes(ground.database(), store, uploads, rights, access),
        new UploadRoutes(pieces, access));
  }

  void goOn(Loops loops) {
    loops.add("abandoned uploads", TIDY, () -> tidy(ground.clock()));
  }

  private boolean tidy(Clock clock) {
    store.forgetBegun(clock.instant().minus(ABANDONED));
    return pieces.forgetAbandoned();
  }
}
