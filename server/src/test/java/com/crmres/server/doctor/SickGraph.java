package com.crmres.server.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// A WhatsApp on loopback that is in good health until a test makes it ill.
final class SickGraph implements AutoCloseable {

  static final String NUMBER = "109876543210987";
  static final String ACCOUNT = "104857600123456";
  static final String TOKEN = "a-token";
  static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final HttpServer server;
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private volatile String webhook = "";
  private volatile String secret = SECRET;

  SickGraph() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::handle);
    server.start();
    bodies.put(
        "debug_token",
        "{'data':{'is_valid':true,'app_id':'9','expires_at':0,'scopes':"
            + "['whatsapp_business_messaging','whatsapp_business_management']}}");
    bodies.put(ACCOUNT + "/phone_numbers", "{'data':[{'id':'%s'}]}".formatted(NUMBER));
    bodies.put(
        ACCOUNT + "/subscribed_apps",
        "{'data':[{'whatsapp_business_api_data':{'id':'9','name':'Desk'}}]}");
    bodies.put(
        ACCOUNT + "/message_templates",
        "{'data':[{'name':'hello','language':'ar','status':'APPROVED'}]}");
    fields(
        "messages,message_template_status_update,account_update,user_preferences,standby,"
            + "messaging_handovers,message_template_quality_update,template_category_update,"
            + "phone_number_quality_update,business_capability_update,account_alerts,"
            + "account_review_update,security");
    number("'status':'CONNECTED','quality_rating':'GREEN'");
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What it says of the number from now on.
  void number(String members) {
    bodies.put(
        NUMBER,
        "{'id':'%s','display_phone_number':'+966 11 555 0199','verified_name':'Noor','throughput':{'level':'STANDARD'},%s}"
            .formatted(NUMBER, members));
  }

  /// The webhook fields to which the app is subscribed from now on.
  void fields(String names) {
    String fields =
        Arrays.stream(names.split(",", -1))
            .map("{'name':'%s','version':'v26.0'}"::formatted)
            .collect(Collectors.joining(","));
    bodies.put(
        "9/subscriptions",
        "{'data':[{'object':'whatsapp_business_account','fields':[%s]}]}".formatted(fields));
  }

  /// What it answers on a path from now on; single quotes stand for double ones.
  void says(String path, String body) {
    bodies.put(path, body);
  }

  /// Refuses everything with this code from now on.
  void refuses(int code, String details) {
    bodies.clear();
    faults.add(
        "{'error':{'code':%d,'message':'no','error_data':{'details':'%s'}}}"
            .formatted(code, details));
  }

  /// The app's secret is another one.
  void otherSecret() {
    secret = "another";
  }

  void deliversTo(String address) {
    webhook = address;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI());
    String path = exchange.getRequestURI().getPath().replaceFirst("^/v[0-9.]+/", "");
    String proof = query.get("appsecret_proof");
    if (proof != null && !proof.equals(Hmac.hex(secret, TOKEN.getBytes(StandardCharsets.UTF_8)))) {
      answer(
          exchange,
          400,
          "{'error':{'code':100,'message':'Invalid appsecret_proof provided in the API argument'}}");
    } else if ("webhook_configuration".equals(query.get("fields"))) {
      answer(exchange, 200, "{'webhook_configuration':{%s}}".formatted(webhook));
    } else if (faults.isEmpty()) {
      String body = bodies.getOrDefault(path, "{'error':{'code':100,'message':'unknown'}}");
      answer(exchange, body.contains("'error'") ? 400 : 200, body);
    } else {
      answer(exchange, 401, faults.getLast());
    }
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    String raw = uri.getQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      query.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return query;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
