package com.crmres.server.whatsapp.operator;

import com.crmres.common.wire.Page;
import com.crmres.common.wire.WireName;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.QueryParameters;
import com.crmres.server.http.Rule;
import com.crmres.server.whatsapp.operator.ActionLog.Action;
import com.crmres.server.whatsapp.outbox.StuckSends;
import com.crmres.server.whatsapp.webhook.SetAside;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The operator's paths, for the admin port alone: whoever reaches that port is the operator.
public final class OperatorRoutes implements HttpService {

  private static final int MOST = 1_000;
  private static final int LONGEST_FIELD = 60;

  private final SetAside inbox;
  private final StuckSends sends;
  private final ActionLog log;

  public OperatorRoutes(SetAside inbox, StuckSends sends, Database database, Clock clock, Ids ids) {
    this.inbox = inbox;
    this.sends = sends;
    this.log = new ActionLog(database, clock, ids);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .any(OperatorRoutes::refuseBrowsers)
        .get("/inbox", this::listInbox)
        .post("/inbox/replay", this::replay)
        .get("/sends", this::listSends)
        .post("/sends/retry", this::retry);
  }

  /// A page that an administrator has open must not reach through his browser to this port.
  private static void refuseBrowsers(ServerRequest request, ServerResponse response) {
    if (request.headers().contains(HeaderNames.ORIGIN)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    response.next();
  }

  private void listInbox(ServerRequest request, ServerResponse response) {
    Exchange exchange = new Exchange(request, response);
    exchange.ok(new Page<>(inbox.list(exchange.query(OperatorRoutes::inboxSelection)), null));
  }

  private void listSends(ServerRequest request, ServerResponse response) {
    Exchange exchange = new Exchange(request, response);
    exchange.ok(new Page<>(sends.list(exchange.query(OperatorRoutes::sendsSelection)), null));
  }

  private void replay(ServerRequest request, ServerResponse response) {
    Exchange exchange = new Exchange(request, response);
    Asked asked = read(exchange);
    SetAside.Selection selection =
        new SetAside.Selection(
            new HashSet<>(asked.chosen()), asked.since(), asked.until(), asked.field(), MOST);
    List<SetAside.Outcome> outcomes =
        asked.isDry()
            ? inbox.foresee(selection)
            : log.record(
                asked.operator(), Action.INBOX_REPLAY, asked, () -> inbox.replay(selection));
    exchange.ok(new Outcomes<>(asked.isDry(), outcomes));
  }

  private void retry(ServerRequest request, ServerResponse response) {
    Exchange exchange = new Exchange(request, response);
    Asked asked = read(exchange);
    StuckSends.Selection selection = retrySelection(asked);
    List<StuckSends.Outcome> outcomes =
        asked.isDry()
            ? sends.foresee(selection)
            : log.record(asked.operator(), Action.SENDS_RETRY, asked, () -> sends.retry(selection));
    exchange.ok(new Outcomes<>(asked.isDry(), outcomes));
  }

  /// Nothing is done with everything there is: somebody must have said with what.
  private static Asked read(Exchange exchange) {
    Asked asked = exchange.read(Asked.class);
    Faults faults = new Faults();
    if (asked.chosen().isEmpty() && asked.since() == null) {
      faults.add("ids", Rule.REQUIRED);
    }
    if (asked.chosen().size() > MOST) {
      faults.add("ids", Rule.LENGTH, 1, MOST);
    }
    faults.length("operator", asked.operator(), 1, 100);
    faults.throwIfAny();
    return asked;
  }

  /// By time, only what failed: what may arrive twice is sent again only when asked for by id or by
  /// state.
  private static StuckSends.Selection retrySelection(Asked asked) {
    Faults faults = new Faults();
    Set<UUID> ids = new HashSet<>();
    for (String id : asked.chosen()) {
      Exchange.uuid(id).ifPresentOrElse(ids::add, () -> faults.add("ids", Rule.SHAPE));
    }
    Set<StuckSends.State> states = EnumSet.noneOf(StuckSends.State.class);
    for (String state : asked.states() == null ? List.<String>of() : asked.states()) {
      try {
        states.add(WireName.parse(StuckSends.State.class, state));
      } catch (IllegalArgumentException _) {
        faults.add("states", Rule.CHOICE);
      }
    }
    faults.throwIfAny();
    if (ids.isEmpty() && states.isEmpty()) {
      states.add(StuckSends.State.FAILED);
    }
    return new StuckSends.Selection(ids, states, asked.since(), asked.until(), MOST);
  }

  private static SetAside.Selection inboxSelection(QueryParameters query) {
    return new SetAside.Selection(
        Set.of(),
        query.instant("since"),
        query.instant("until"),
        query.text("field", LONGEST_FIELD),
        query.integer("limit", 1, MOST, MOST));
  }

  private static StuckSends.Selection sendsSelection(QueryParameters query) {
    return new StuckSends.Selection(
        Set.of(),
        query.named("state", StuckSends.State.class),
        query.instant("since"),
        query.instant("until"),
        query.integer("limit", 1, MOST, MOST));
  }
}
