package com.crmres.bench.house;

import com.crmres.server.database.DatabaseAddress;
import com.crmres.server.database.EmbeddedPostgres;
import com.crmres.server.database.Migrations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A database in a folder of its own, which no server's death can touch, and the nodes on it.
public final class House implements AutoCloseable {

  /// What demo staff sign in with here.
  public static final String STAFF_PASSWORD = "a-password-for-trials";

  public static final String OWNER = "owner@nar.example";

  private static final String DATABASE = "crm";
  private static final String SECRET = "test-app-secret-0123456789abcdef";

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private final DatabaseAddress owner;

  private House(Path folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
    this.owner = postgres.owner(DATABASE);
  }

  /// Opens an empty house in a new temporary folder, which goes when the house is closed.
  public static House open() throws IOException {
    Path folder = Files.createTempDirectory("crm-bench");
    return new House(folder, EmbeddedPostgres.start(folder.resolve("postgres")));
  }

  public int databasePort() {
    return postgres.port();
  }

  /// The database as a server works on it: migrated, and bound by its walls.
  public DatabaseAddress application() {
    return Migrations.migrate(owner);
  }

  /// The key with which deliveries to the nodes of this house are signed.
  public static String appSecret() {
    return SECRET;
  }

  /// A node that is not started yet.
  ///
  /// @param further settings beside, or instead of, the usual ones
  public ServerNode node(String name, Map<String, String> further) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("CRM_HOST", "127.0.0.1");
    environment.put("CRM_DATA_DIR", folder.resolve(name).toString());
    environment.put("CRM_DATABASE_URL", owner.url());
    environment.put("CRM_DATABASE_USER", owner.user());
    environment.put("CRM_DATABASE_PASSWORD", owner.password());
    environment.put("CRM_JWT_SECRET", "a-secret-that-all-nodes-of-a-trial-share");
    environment.put("CRM_SEED", "demo");
    environment.put("CRM_SEED_PASSWORD", STAFF_PASSWORD);
    environment.put("CRM_BOOTSTRAP_OWNER_PASSWORD", STAFF_PASSWORD);
    environment.put("WHATSAPP_APP_SECRET", SECRET);
    environment.put("WHATSAPP_VERIFY_TOKEN", "test-verify-token");
    environment.put("WHATSAPP_ACCESS_TOKEN", "test-access-token");
    environment.put("WHATSAPP_BUSINESS_ACCOUNT_ID", "104857600123456");
    environment.put("WHATSAPP_PHONE_NUMBER_ID", "109876543210987");
    environment.put("WHATSAPP_MESSAGES_PER_SECOND", "500");
    environment.putAll(further);
    return new ServerNode(folder.resolve(name + ".log"), environment, freePort(), freePort());
  }

  /// A look at the database behind every wall.
  public Connection lookBehindTheWall() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + DATABASE, "postgres", "");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
