package com.crmres.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir Path folder;

  @Test
  void leavesTheDatabaseOfARunningServerAlone() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
          .isInstanceOf(UncheckedIOException.class);

      assertThat(show(first.owner("crm"), "server_version")).startsWith("18");
    }
  }

  @Test
  void keepsWhatItWasGivenAndIsDurable() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
      run(first.owner("crm"), "create table kept (word text); insert into kept values ('نعم')");
    }

    try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
      DatabaseAddress owner = second.owner("crm");
      assertThat(query(owner, "select word from kept")).isEqualTo("نعم");
      assertThat(show(owner, "fsync")).isEqualTo("on");
      assertThat(show(owner, "synchronous_commit")).isEqualTo("on");
      assertThat(show(owner, "full_page_writes")).isEqualTo("on");
    }
  }

  private static String show(DatabaseAddress address, String setting) throws Exception {
    return query(address, "show " + setting);
  }

  private static String query(DatabaseAddress address, String sql) throws Exception {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(DatabaseAddress address, String sql) throws Exception {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(DatabaseAddress address) throws Exception {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }
}
