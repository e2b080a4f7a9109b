package com.crmres.server.kitchen.print;

import com.crmres.common.identity.Role;
import com.crmres.server.NoorHouse;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import com.crmres.server.kitchen.Kitchen;
import com.crmres.server.kitchen.NoorKitchen;
import io.helidon.webserver.http.HttpService;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KitchenRightsTest {

  private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(Role.PLATFORM_OPERATOR));
  private static final Set<Role> COOKS =
      EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN);
  private static final Set<Role> KEEPERS = EnumSet.of(Role.OWNER, Role.MANAGER);

  @Test
  void everyRouteIsForItsRolesOnly() throws Exception {
    try (NoorKitchen noor = NoorKitchen.withoutStaff(KitchenRightsTest::printers)) {
      NoorStaff staff = noor.house.staff;
      new RouteRights(noor.server, staff).hold(routes(staff.olaya));
    }
  }

  private static List<HttpService> printers(NoorHouse house, Kitchen kitchen) {
    return List.of(
        new PrinterRoutes(
            house.database,
            new Printing(house.ids, () -> {}),
            kitchen,
            new AddressRules(Path.of("target"), false),
            house.staff.access,
            house.clock,
            house.ids));
  }

  private static List<Route> routes(UUID branch) {
    String at = "/v1/kitchen/";
    String of = "?branch=" + branch;
    String ticket = at + "tickets/" + UUID.randomUUID();
    String printer = at + "printers/" + UUID.randomUUID();
    String id = UUID.randomUUID().toString();
    return List.of(
        new Route("GET", at + "stations" + of, null, READERS),
        new Route("PUT", at + "stations", plan(branch), KEEPERS),
        new Route("GET", at + "tickets" + of, null, READERS),
        new Route("GET", ticket, null, READERS),
        new Route("POST", ticket + "/commands", command(id), COOKS),
        new Route("POST", ticket + "/prints", "{\"commandId\":\"%s\"}".formatted(id), COOKS),
        new Route("GET", at + "scheduled" + of, null, READERS),
        new Route("GET", at + "recall" + of, null, READERS),
        new Route("GET", at + "orders" + of, null, READERS),
        new Route("GET", at + "all-day" + of, null, READERS),
        new Route("GET", at + "waste" + of, null, READERS),
        new Route("GET", at + "stats" + of, null, READERS),
        new Route("POST", at + "help", help(branch, id), COOKS),
        new Route("GET", at + "printers" + of, null, READERS),
        new Route("POST", at + "printers", printer(branch), KEEPERS),
        new Route("PUT", printer, printer(branch), KEEPERS),
        new Route("DELETE", printer, null, KEEPERS),
        new Route("POST", printer + "/test", null, KEEPERS),
        new Route("GET", at + "prints" + of, null, READERS),
        new Route("DELETE", at + "prints/" + id, null, COOKS));
  }

  private static String command(String id) {
    return "{\"commandId\":\"%s\",\"action\":\"bump\",\"expectedVersion\":1}".formatted(id);
  }

  private static String help(UUID branch, String id) {
    return "{\"commandId\":\"%s\",\"branchId\":\"%s\",\"stationId\":\"%s\"}"
        .formatted(id, branch, id);
  }

  private static String plan(UUID branch) {
    return """
    {"branchId":"%s","version":0,"stations":[{"id":"%s","name":{"ar":"مطبخ","en":"Kitchen"},
     "fallback":true,"itemIds":[],"categoryIds":[]}]}
    """
        .formatted(branch, UUID.randomUUID());
  }

  private static String printer(UUID branch) {
    return """
    {"branchId":"%s","name":"Grill","kind":"network","address":"192.168.1.50","stationIds":[],
     "language":"ar","paper":"mm80","copies":1}
    """
        .formatted(branch);
  }
}
