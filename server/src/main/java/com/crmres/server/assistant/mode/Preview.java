package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.assistant.PreviewTurn;
import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Reading;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// Shows how the assistant would answer, with any personality, the real menu, the mind in service
/// and the rules of the desk; nothing of it is kept or sent.
public final class Preview {

  /// Each costs what a conversation costs, and there may be a model in it.
  private static final int MOST_AT_ONCE = 2;

  private final Database database;
  private final Stage.Building building;
  private final Restaurants restaurants;
  private final Mind mind;
  private final Clock clock;
  private final Ids ids;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);

  /// Makes the preview.
  public Preview(
      Database database,
      Stage.Building building,
      Restaurants restaurants,
      Mind mind,
      Clock clock,
      Ids ids) {
    this.database = database;
    this.building = building;
    this.restaurants = restaurants;
    this.mind = mind;
    this.clock = clock;
    this.ids = ids;
  }

  /// Plays a conversation.
  ///
  /// @return its turns; empty if too many are being played already
  Optional<List<PreviewTurn>> show(UUID restaurantId, PreviewRequest request) {
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(play(restaurantId, request));
    } finally {
      free.release();
    }
  }

  private List<PreviewTurn> play(UUID restaurantId, PreviewRequest request) {
    Play play = new Play(building, restaurants, restaurantId, request, clock.instant(), ids.next());
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < request.said().size(); i++) {
      readings.add(
          mind.read(
              database
                  .inRestaurant(restaurantId, transaction -> play.question(transaction, readings))
                  .turn()));
    }
    List<Desk.Served> served =
        database.inRestaurant(restaurantId, transaction -> play.served(transaction, readings));
    List<PreviewTurn> turns = new ArrayList<>();
    for (int i = 0; i < served.size(); i++) {
      turns.add(turn(request.said().get(i), readings.get(i), served.get(i)));
    }
    return turns;
  }

  private static PreviewTurn turn(String said, Reading reading, Desk.Served served) {
    return new PreviewTurn(
        said,
        served.answers(),
        reading.intent(),
        reading.sentiment(),
        reading.confidence(),
        served.handOver());
  }
}
