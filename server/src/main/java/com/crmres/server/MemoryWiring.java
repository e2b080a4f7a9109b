package com.crmres.server;

import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.memory.FeedbackRoutes;
import com.crmres.server.assistant.memory.Feedbacks;
import com.crmres.server.assistant.memory.PreferenceRoutes;
import com.crmres.server.assistant.memory.Preferences;
import com.crmres.server.assistant.memory.Recall;
import com.crmres.server.assistant.memory.RememberingDesk;
import com.crmres.server.customer.Consents;
import com.crmres.server.database.Transaction;
import com.crmres.server.identity.Access;
import io.helidon.webserver.http.HttpService;
import java.util.List;
import java.util.UUID;

/// Makes what the assistant remembers of customers.
final class MemoryWiring {

  final Recall recall;

  private final Ground ground;
  private final Preferences preferences;
  private final Feedbacks feedbacks;

  MemoryWiring(Ground ground, Consents consents) {
    this.ground = ground;
    preferences = new Preferences(consents, ground.clock(), ground.ids());
    feedbacks = new Feedbacks(ground.clock(), ground.ids());
    recall = new Recall(preferences, ground.clock());
  }

  /// The desk, remembering what is said at it.
  Desk remembering(Desk desk) {
    return new RememberingDesk(desk, preferences, feedbacks, ground.clock());
  }

  /// What a customer must not eat.
  List<String> allergies(Transaction transaction, UUID restaurantId, UUID customerId) {
    return preferences.allergies(transaction, restaurantId, customerId);
  }

  List<HttpService> routes(Access access) {
    return List.of(
        new PreferenceRoutes(ground.database(), preferences, access),
        new FeedbackRoutes(ground.database(), feedbacks, access));
  }
}
