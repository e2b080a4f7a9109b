package com.crmres.server.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Whether the ports are free for the server, or the server is already there.
record PortsCheck(HttpClient http, int port, int adminPort) implements Check {

  private static final String ABOUT = "ports";
  private static final int PATIENCE_MILLIS = 1_000;

  @Override
  public List<Finding> look() throws InterruptedException {
    if (isServer()) {
      return List.of(Finding.good(ABOUT, "ports.ours", text(port), text(adminPort)));
    }
    List<Finding> findings = new ArrayList<>();
    for (int each : new int[] {port, adminPort}) {
      if (!isFree(each)) {
        findings.add(Finding.fault(ABOUT, "ports.taken", text(each)));
      }
    }
    if (findings.isEmpty()) {
      findings.add(Finding.good(ABOUT, "ports.free", text(port), text(adminPort)));
    }
    return findings;
  }

  private boolean isServer() throws InterruptedException {
    URI health = URI.create("http://127.0.0.1:" + adminPort + "/observe/health/live");
    HttpRequest request =
        HttpRequest.newBuilder(health).timeout(Duration.ofMillis(PATIENCE_MILLIS)).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException _) {
      return false; // nobody listens, or somebody else
    }
  }

  private static boolean isFree(int port) {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (Socket caller = new Socket()) {
      caller.connect(new InetSocketAddress(here, port), PATIENCE_MILLIS);
      return false;
    } catch (IOException _) {
      // Nobody answers there; whether we could is still to be seen.
    }
    try (ServerSocket probe = new ServerSocket(port, 1, here)) {
      return probe.isBound();
    } catch (IOException _) {
      return false;
    }
  }

  private static String text(int port) {
    return Integer.toString(port);
  }
}
