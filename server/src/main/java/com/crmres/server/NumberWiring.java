package com.crmres.server;

import com.crmres.server.identity.Access;
import com.crmres.server.whatsapp.ChannelMetrics;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.crmres.server.whatsapp.notice.Notices;
import com.crmres.server.whatsapp.number.NewNumbers;
import com.crmres.server.whatsapp.number.NumberRoutes;
import com.crmres.server.whatsapp.number.NumberWatch;
import com.crmres.server.whatsapp.number.Numbers;
import com.crmres.server.whatsapp.number.Pauses;
import com.crmres.server.whatsapp.number.Rates;
import com.crmres.server.whatsapp.number.Tokens;
import com.crmres.server.whatsapp.number.Vault;
import io.helidon.metrics.api.Metrics;
import java.security.SecureRandom;
import java.util.UUID;

/// Makes what knows our WhatsApp numbers, and asks WhatsApp in their names.
final class NumberWiring {

  final Numbers numbers;
  final Tokens tokens;
  final Pauses pauses;
  final Rates rates;
  final GraphApi graph;
  final ChannelMetrics metrics = new ChannelMetrics(Metrics.globalRegistry());

  private final Ground ground;
  private final NumberWatch watch;
  private final NewNumbers newNumbers;

  NumberWiring(Ground ground, Notices notices) {
    this.ground = ground;
    Settings.WhatsApp whatsApp = ground.settings().whatsApp();
    numbers = new Numbers(ground.database());
    tokens = new Tokens(ground.database(), vault(ground.settings()), whatsApp.accessToken());
    pauses = new Pauses(notices, ground.clock(), ground.signals().sends()::ring);
    rates = new Rates(whatsApp.messagesPerSecond());
    graph =
        new GraphApi(
            whatsApp.graphUrl(),
            whatsApp.apiVersion(),
            whatsApp.provesSecret() ? whatsApp.appSecrets().getFirst() : null);
    watch =
        new NumberWatch(ground.database(), graph, tokens, pauses, notices, rates, ground.clock());
    newNumbers = new NewNumbers(ground.database(), graph, numbers, tokens, pauses, watch);
  }

  NumberRoutes routes(Access access) {
    return new NumberRoutes(ground.database(), numbers, newNumbers, access);
  }

  /// Gives the number of the settings to a restaurant. A pace that the operator wants counts from
  /// the start; else what WhatsApp allows is learned.
  void assign(UUID restaurantId) {
    Settings.WhatsApp whatsApp = ground.settings().whatsApp();
    Double pace = whatsApp.messagesPerSecond();
    if (pace == null) {
      numbers.assign(restaurantId, whatsApp.accountId(), whatsApp.phoneNumberId());
    } else {
      numbers.assign(restaurantId, whatsApp.accountId(), whatsApp.phoneNumberId(), pace);
    }
  }

  void goOn(Loops loops) {
    if (ground.settings().workers() > 0) {
      loops.add("numbers", Loops.HOUSEKEEPING, watch::look);
    }
  }

  static Vault vault(Settings settings) {
    return settings.secretKey() == null
        ? Vault.kept(settings.dataFolder(), new SecureRandom())
        : Vault.of(settings.secretKey(), new SecureRandom());
  }
}
